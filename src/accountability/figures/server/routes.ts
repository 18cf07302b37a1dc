import { type Caller, getStaff } from '../../../actors/accounts/server/public.ts';
import { actorId } from '../../../domain/act.ts';
import { type Day, dayOf, daysBetween } from '../../../domain/days.ts';
import { scopeOf } from '../../../domain/permission.ts';
import { isRefusal, type Refusal, refuseState } from '../../../domain/refusals.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { logReading } from '../../../ledger/read.ts';
import { mount } from '../../../platform/http/mount.ts';
import type { Server } from '../../../platform/http/server.ts';
import { listFigureRoute, readFiguresRoute } from '../figures.contract.ts';
import { figures } from './figures.ts';
import { listFigure } from './list.ts';

/** Days a period may span: ten years. */
const LONGEST_PERIOD = 3_660;

/** Undefined where the period can be counted. */
export function refusePeriod({ from, to }: { from: Day; to: Day }): Refusal | undefined {
  if (to < from) {
    return refuseState('period', 422, '期间的末日不能早于首日', 'The period ends before it begins', 'to');
  }
  if (daysBetween(from, to) > LONGEST_PERIOD) {
    return refuseState('period', 422, '期间最长十年', 'A period spans ten years at most', 'to');
  }
  return undefined;
}

export function mountFigures(server: Server<Caller>, ledger: Ledger): void {
  const today = (): Day => dayOf(ledger.clock.now().toISOString());

  mount(server, readFiguresRoute, ({ query, actor }) => {
    const { from, to, body, compare } = query;
    const scope = scopeOf(getStaff(actor), ledger.reference.bodies);
    const request = { from, to, body, scope, today: today(), compare: compare === 'year' };
    return refusePeriod(query) ?? figures(ledger, request);
  });

  mount(server, listFigureRoute, async ({ query, actor }) => {
    const refusal = refusePeriod(query);
    if (refusal) return refusal;
    const staff = getStaff(actor);
    const scope = scopeOf(staff, ledger.reference.bodies);
    const answer = await listFigure(ledger, { ...query, scope, today: today() });
    if (isRefusal(answer)) return answer;
    await logReading(ledger, {
      region: (ledger.reference.bodies.find(staff.body)?.division ?? '').slice(0, 6).padEnd(6, '0'),
      actor: actorId(staff),
      body: staff.body,
      verb: 'figures.list',
      detail: { ...query, numbers: answer.rows.map(({ number }) => number) },
    });
    return answer;
  });
}
