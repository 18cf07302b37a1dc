import { type ReactNode, useState } from 'react';
import { addDays, addMonths } from '../../../domain/days.ts';
import { PROCEDURE_LABELS, PROCEDURES, type Procedure } from '../../../domain/proceedings.ts';
import { ROUTE_LABELS, type Route } from '../../../domain/vocabulary.ts';
import type { Sentence } from '../../../platform/http/route.contract.ts';
import { ActForm } from '../../../ui/staff/ActForm.tsx';
import { type ActSlot, useActForm } from '../../../ui/staff/act-form.ts';
import { Choice } from '../../../ui/staff/Choice.tsx';
import { useDates } from '../../../ui/staff/dates.ts';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { acceptRoute } from '../acceptance.contract.ts';
import { ACCEPTED_ROUTES } from '../acceptance.rules.ts';
import { ACCEPTANCE_FORM_TEXTS } from './acceptance-forms.texts.ts';
import { useContact } from './contact.tsx';
import { SortingGuide } from './SortingGuide.tsx';
import { SORTING_GUIDE_TEXTS } from './sorting-guide.texts.ts';

type AcceptedRoute = (typeof ACCEPTED_ROUTES)[number];

function findAccepted(route: string | undefined): AcceptedRoute | undefined {
  return ACCEPTED_ROUTES.find((one) => one === route);
}

/** T14 受理 (条例 23, 31, 34): the route decides period and remedy, and both are said before it is chosen. */
export function AcceptForm(
  props: ActSlot & {
    readonly matter: string;
    readonly assignment: string;
    readonly purpose: string;
    readonly proposed: string | undefined;
    readonly handler: string | undefined;
    /** Day the body received it. */
    readonly receivedOn: string;
    readonly today: string;
    /** The day acceptance counts from: day 15 of the notice where that has passed (E8). */
    readonly acceptsOn: string;
    /** Whether the sender thinks the simple procedure fits, and why it is not for this matter. */
    readonly simple: { readonly suggested: boolean; readonly closed?: Sentence | undefined };
    readonly noticeOwed: boolean;
  },
): ReactNode {
  const w = useWords(ACCEPTANCE_FORM_TEXTS);
  const say = useSay();
  const dates = useDates();
  const form = useActForm(acceptRoute, 'accept', props);
  const contact = useContact(props.handler);
  const [route, setRoute] = useState<AcceptedRoute | undefined>(
    findAccepted(props.proposed) ?? (props.purpose === 'suggestion' ? '29' : undefined),
  );
  const [procedure, setProcedure] = useState<Procedure>('ordinary');
  const { acceptsOn, simple, today } = props;
  const maySimple = route === '31(6)' || route === '29';
  const follows = {
    '31(6)': w.r31_6(dates.full(addDays(acceptsOn, 60))),
    '31(5)': w.r31_5(dates.full(addMonths(props.receivedOn, 2))),
    '29': w.r29,
  } as const satisfies Record<AcceptedRoute, string>;
  const isClaim = props.purpose === 'appeal' || props.purpose === 'claim';

  /** Why a route found by the guide cannot be chosen here. */
  function unfit(found: Route): Sentence | undefined {
    if (found === '30') return SORTING_GUIDE_TEXTS.reportWay;
    if (found === '29' && isClaim) return ACCEPTANCE_FORM_TEXTS.noSuggestion;
    return findAccepted(found) === undefined ? SORTING_GUIDE_TEXTS.leadOut : undefined;
  }

  async function submit(): Promise<void> {
    const { matter, assignment } = props;
    const gaps = [route === undefined ? { field: 'route', text: w.needRoute } : undefined];
    const way = maySimple && simple.closed === undefined ? procedure : 'ordinary';
    const body = { assignment, route: route ?? '31(6)', procedure: way, ...contact.sent } as const;
    const sent = { params: { matter }, body };
    const done = await form.send(sent, gaps);
    if (done && route) props.onDone(say(ROUTE_LABELS[route]));
  }

  return (
    <ActForm form={form} submit={() => void submit()} label={w.accept}>
      <SortingGuide use={(found) => setRoute(findAccepted(found.route))} unfit={unfit} />
      <Choice
        id={form.id('route')}
        label={w.route}
        value={route}
        onChange={setRoute}
        fault={form.fault('route')}
        options={(['31(6)', '31(5)', '29'] as const).map((one) => ({
          value: one,
          label: `${say(ROUTE_LABELS[one])}${one === props.proposed ? ` · ${w.proposed}` : ''}`,
          more: follows[one],
          closed: one === '29' && isClaim ? w.noSuggestion : undefined,
        }))}
      />
      <p className="q">{w.elsewhere}</p>
      {acceptsOn < today && <p>{w.deemed(dates.full(acceptsOn))}</p>}
      {maySimple && (
        <Choice
          id={form.id('procedure')}
          label={w.procedure}
          value={procedure}
          onChange={setProcedure}
          fault={form.fault('procedure')}
          options={PROCEDURES.map((one) => ({
            value: one,
            label: `${say(PROCEDURE_LABELS[one])}${one === 'simple' && simple.suggested ? ` · ${w.simpleSuggested}` : ''}`,
            more: one === 'simple' ? w.simpleMore : undefined,
            closed: one === 'simple' && simple.closed ? say(simple.closed) : undefined,
          }))}
        />
      )}
      {props.noticeOwed ? contact.fields(form.id, form.fault) : <p>{w.noNotice}</p>}
    </ActForm>
  );
}
