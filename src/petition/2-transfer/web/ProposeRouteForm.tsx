import { type ReactNode, useState } from 'react';
import { ROUTE_LABELS, ROUTES, type Route } from '../../../domain/vocabulary.ts';
import { ActForm } from '../../../ui/staff/ActForm.tsx';
import { type ActSlot, useActForm } from '../../../ui/staff/act-form.ts';
import { Choice } from '../../../ui/staff/Choice.tsx';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import { proposeRouteRoute } from '../transfer.contract.ts';
import { TRANSFER_FORM_TEXTS } from './transfer-forms.texts.ts';

/** The petition office's proposal; the competent body decides (条例 23). */
export function ProposeRouteForm(
  props: ActSlot & {
    readonly matter: string;
    readonly proposed: string | undefined;
    /** Helps to find the route, and hands over what it found. */
    readonly guide?: (use: (route: Route) => void) => ReactNode;
  },
): ReactNode {
  const w = useWords(TRANSFER_FORM_TEXTS);
  const say = useSay();
  const form = useActForm(proposeRouteRoute, 'propose-route', props);
  const [route, setRoute] = useState<Route | undefined>(ROUTES.find((one) => one === props.proposed));

  async function submit(): Promise<void> {
    const gaps = [route === undefined ? { field: 'route', text: w.needRoute } : undefined];
    const done = await form.send({ params: { matter: props.matter }, body: { route: route ?? '31(6)' } }, gaps);
    if (done && route) props.onDone(say(ROUTE_LABELS[route]));
  }

  return (
    <ActForm form={form} submit={() => void submit()} label={w.propose} note={w.proposeNote}>
      {props.guide?.(setRoute)}
      <Choice
        id={form.id('route')}
        label={w.route}
        value={route}
        onChange={setRoute}
        fault={form.fault('route')}
        options={ROUTES.map((one) => ({ value: one, label: say(ROUTE_LABELS[one]) }))}
      />
    </ActForm>
  );
}
