import { type ReactNode, useState } from 'react';
import { ROUTE_LABELS, type Route } from '../../../domain/vocabulary.ts';
import type { Sentence } from '../../../platform/http/route.contract.ts';
import { ActForm } from '../../../ui/staff/ActForm.tsx';
import { type ActSlot, useActForm } from '../../../ui/staff/act-form.ts';
import { Choice } from '../../../ui/staff/Choice.tsx';
import { Field } from '../../../ui/staff/Field.tsx';
import { TextArea } from '../../../ui/staff/TextArea.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { routeOutRoute } from '../acceptance.contract.ts';
import { LED_ROUTES } from '../acceptance.rules.ts';
import { NOTICE_PARTS, type NoticePart, usualNotice } from '../procedures.texts.ts';
import { noticeFor, refill, type Sorted } from '../sorting.rules.ts';
import { ACCEPTANCE_FORM_TEXTS } from './acceptance-forms.texts.ts';
import { useContact } from './contact.tsx';
import { SortingGuide } from './SortingGuide.tsx';
import { SORTING_GUIDE_TEXTS } from './sorting-guide.texts.ts';

type LedRoute = (typeof LED_ROUTES)[number];
type Notice = Readonly<Record<NoticePart, string>>;
const NOTHING: Notice = { body: '', limit: '', materials: '' };

function findLed(route: string | undefined): LedRoute | undefined {
  return LED_ROUTES.find((one) => one === route);
}

/** Why a route found by the guide cannot be chosen here. */
function unfit(found: Route): Sentence | undefined {
  if (found === '30') return SORTING_GUIDE_TEXTS.reportWay;
  return findLed(found) === undefined ? SORTING_GUIDE_TEXTS.acceptIt : undefined;
}

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
  const [route, setRoute] = useState(findLed(props.proposed));
  /* What stood there by itself, to tell it from what was typed. */
  const [filled, setFilled] = useState<Notice>(route === undefined ? NOTHING : usualNotice(route));
  const [parts, setParts] = useState<Notice>(filled);
  const [explain, setExplain] = useState('');

  function choose(next: LedRoute, notice: Notice = usualNotice(next)): void {
    setParts(refill({ typed: parts, filled, next: notice }));
    setFilled(notice);
    setRoute(next);
  }

  function takeOver(sorted: Sorted): void {
    const found = findLed(sorted.route);
    if (found !== undefined) choose(found, noticeFor(sorted));
  }

  async function submit(): Promise<void> {
    const { matter, assignment } = props;
    const gaps = [
      route === undefined ? { field: 'route', text: w.needRoute } : undefined,
      ...NOTICE_PARTS.map((part) => (parts[part].trim() === '' ? { field: part, text: w.needThis } : undefined)),
    ];
    const body = { assignment, route: route ?? '31(1)', ...parts, explain, ...contact.sent };
    const done = await form.send({ params: { matter }, body }, gaps);
    if (done && route) props.onDone(say(ROUTE_LABELS[route]));
  }

  return (
    <ActForm form={form} submit={() => void submit()} label={w.routeOut} note={w.outNote}>
      <SortingGuide use={takeOver} unfit={unfit} />
      <Choice
        id={form.id('route')}
        label={w.outRoute}
        value={route}
        onChange={(next) => choose(next)}
        fault={form.fault('route')}
        options={LED_ROUTES.map((one) => ({ value: one, label: say(ROUTE_LABELS[one]) }))}
      />
      {route !== undefined && <p className="q">{w.prefilled}</p>}
      {NOTICE_PARTS.map((part) => (
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
