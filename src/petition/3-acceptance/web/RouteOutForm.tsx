import { type ReactNode, useState } from 'react';
import { ROUTE_LABELS } from '../../../domain/vocabulary.ts';
import { ActForm } from '../../../ui/staff/ActForm.tsx';
import { type ActSlot, useActForm } from '../../../ui/staff/act-form.ts';
import { Choice } from '../../../ui/staff/Choice.tsx';
import { Field } from '../../../ui/staff/Field.tsx';
import { TextArea } from '../../../ui/staff/TextArea.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { routeOutRoute } from '../acceptance.contract.ts';
import { LED_ROUTES } from '../acceptance.rules.ts';
import { ACCEPTANCE_FORM_TEXTS } from './acceptance-forms.texts.ts';
import { useContact } from './contact.tsx';
import { USUAL_PROCEDURES } from './procedures.texts.ts';

type LedRoute = (typeof LED_ROUTES)[number];
const PARTS = ['body', 'limit', 'materials'] as const;
type Part = (typeof PARTS)[number];
const NOTHING: Record<Part, string> = { body: '', limit: '', materials: '' };

/** T16 (条例 31(1)-(4)): the notice names the body, the time limit and the papers. */
export function RouteOutForm(
  props: ActSlot & {
    readonly matter: string;
    readonly assignment: string;
    readonly proposed: string | undefined;
    readonly handler: string | undefined;
  },
): ReactNode {
  const w = useWords(ACCEPTANCE_FORM_TEXTS);
  const say = useSay();
  const form = useActForm(routeOutRoute, 'route-out', props);
  const contact = useContact(props.handler);
  const proposed = LED_ROUTES.find((one) => one === props.proposed);
  const [route, setRoute] = useState<LedRoute | undefined>(proposed);
  const [parts, setParts] = useState<Record<Part, string>>(proposed ? { ...USUAL_PROCEDURES[proposed] } : NOTHING);
  const [explain, setExplain] = useState('');

  /** What was typed by hand stays; what was filled in follows the route. */
  function choose(next: LedRoute): void {
    const before: Record<Part, string> = route === undefined ? NOTHING : USUAL_PROCEDURES[route];
    const filled = (part: Part): string =>
      parts[part] === before[part] || parts[part].trim() === '' ? USUAL_PROCEDURES[next][part] : parts[part];
    setParts({ body: filled('body'), limit: filled('limit'), materials: filled('materials') });
    setRoute(next);
  }

  async function submit(): Promise<void> {
    const { matter, assignment } = props;
    const gaps = [
      route === undefined ? { field: 'route', text: w.needRoute } : undefined,
      ...PARTS.map((part) => (parts[part].trim() === '' ? { field: part, text: w.needThis } : undefined)),
    ];
    const body = { assignment, route: route ?? '31(1)', ...parts, explain, ...contact.sent };
    const done = await form.send({ params: { matter }, body }, gaps);
    if (done && route) props.onDone(say(ROUTE_LABELS[route]));
  }

  return (
    <ActForm form={form} submit={() => void submit()} label={w.routeOut} note={w.outNote}>
      <Choice
        id={form.id('route')}
        label={w.outRoute}
        value={route}
        onChange={choose}
        fault={form.fault('route')}
        options={LED_ROUTES.map((one) => ({ value: one, label: say(ROUTE_LABELS[one]) }))}
      />
      {route !== undefined && <p className="q">{w.prefilled}</p>}
      {PARTS.map((part) => (
        <Field key={part} id={form.id(part)} label={w[part]} fault={form.fault(part)}>
          {(tied) => (
            <TextArea
              {...tied}
              maxLength={500}
              rows={1}
              value={parts[part]}
              onChange={(event) => setParts({ ...parts, [part]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <Field id={form.id('explain')} label={w.explain} fault={form.fault('explain')}>
        {(tied) => <TextArea {...tied} rows={2} value={explain} onChange={(event) => setExplain(event.target.value)} />}
      </Field>
      {contact.fields(form.id, form.fault)}
    </ActForm>
  );
}
