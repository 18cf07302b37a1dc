import { randomUUID } from 'node:crypto';
import { type Actor, actorId } from '../../domain/act.ts';
import { keyOf, type PackLayer } from '../../domain/packs.ts';
import type { RecountState } from '../../domain/recount-stream.ts';
import { isRefusal, type Refusal, refuseState } from '../../domain/refusals.ts';
import { contextFor, type Ledger } from '../../ledger/ledger.ts';
import { recountRef } from '../../ledger/streams.ts';
import { decideOn } from '../runs/decide-run.ts';
import type { About } from './candidates.ts';

/** A run with its id. */
export interface Run extends RecountState {
  readonly run: string;
}

/** The newest runs first. */
export async function listRuns(ledger: Ledger, limit = 50): Promise<readonly Run[]> {
  const { rows } = await ledger.pool.query<{ stream: string; state: RecountState }>(
    `select stream, state from stream where region = '000000' and stream like 'recount/%' and kind = 'recount'
     order by state ->> 'draftedAt' desc limit $1`,
    [limit],
  );
  return rows.map(({ stream, state }) => ({ ...state, run: stream.slice('recount/'.length) }));
}

const NO_RUN = refuseState('no-run', 404, '没有这次重算', 'There is no such run');

/** What a run is about, as things stand; undefined where the rules it is about are not known here. */
export function aboutOf(ledger: Ledger, { kind, about }: Pick<RecountState, 'kind' | 'about'>): About | undefined {
  if (kind === 'calendar') return { kind, year: Number(about) };
  const { packs } = ledger.reference;
  const layer = packs.layers.find((one) => keyOf(one) === about);
  return layer && { kind, layer, packs };
}

/** The newest version of these rules that has taken effect: the only one running cases may be counted again by. */
function isNewest(ledger: Ledger, layer: PackLayer): boolean {
  return !ledger.reference.packs.layers.some((one) => one.id === layer.id && one.version > layer.version);
}

/** Begins a run: it lists what would change, and waits. An open one about the same is discarded, as its list is old. */
export async function draftRun(
  ledger: Ledger,
  actor: Actor,
  given: { kind: RecountState['kind']; about: string; key?: string | undefined },
): Promise<{ readonly run: string } | Refusal> {
  const { kind, about } = given;
  await ledger.renew?.();
  const { today } = contextFor(ledger, actor);
  const found = aboutOf(ledger, given);
  if (found === undefined) return refuseState('no-pack', 422, '没有这一版规则', 'There is no such version', 'about');
  if (found.kind === 'pack') {
    const refusal = mayRecount(ledger, found.layer, today);
    if (refusal) return refusal;
  } else if (!Object.hasOwn(ledger.reference.calendar.years, about)) {
    return refuseState(
      'not-published',
      409,
      '这一年的放假安排还没有登记',
      'The notice of that year is not entered yet',
      'about',
    );
  }
  const run = randomUUID();
  const by = actorId(actor);
  const { version: calendarVersion } = ledger.reference.calendar;
  const answer = await decideOn(ledger, actor, recountRef(run), {
    verb: 'recount.draft',
    key: given.key,
    request: { kind, about },
    decide: () => [{ kind: 'RecountDrafted', body: { kind, about, calendarVersion, by, on: today } }],
    goesOn: true,
  });
  if (isRefusal(answer)) return answer;
  const older = (await listRuns(ledger)).filter(
    (one) => one.run !== answer.run && one.kind === kind && one.about === about && isWaiting(one),
  );
  for (const one of older) await discardRun(ledger, actor, one.run);
  return answer;
}

/** Listed or being listed, and not decided. */
export function isWaiting({ phase }: Pick<RecountState, 'phase'>): boolean {
  return phase === 'drafting' || phase === 'drafted';
}

function mayRecount(ledger: Ledger, layer: PackLayer, today: string): Refusal | undefined {
  if (layer.running === 'keep')
    return refuseState(
      'keeps',
      409,
      '这一版写明在办的信访事项不变，不重算',
      'This version says that running cases keep their rules; nothing is counted again',
      'about',
    );
  if (!isNewest(ledger, layer))
    return refuseState('replaced', 409, '已经有更新的一版', 'A newer version is published', 'about');
  if (layer.effectiveFrom > today)
    return refuseState(
      'not-yet',
      409,
      `${layer.effectiveFrom}才生效，到那天再列出重算`,
      `It takes effect on ${layer.effectiveFrom}; the run is listed on that day`,
      'about',
    );
  return undefined;
}

/** An administrator approves what was listed: it is carried out as facts. */
export async function approveRun(
  ledger: Ledger,
  actor: Actor,
  run: string,
  key?: string,
): Promise<{ run: string } | Refusal> {
  await ledger.renew?.();
  return decideOn(ledger, actor, recountRef(run), {
    verb: 'recount.approve',
    key,
    request: { run },
    decide: (state, today) => {
      if (state.phase !== 'drafted') return wrongPhase(state);
      const about = aboutOf(ledger, state);
      const stale =
        about === undefined ||
        state.calendarVersion !== ledger.reference.calendar.version ||
        (about.kind === 'pack' && !isNewest(ledger, about.layer));
      if (stale)
        return refuseState(
          'stale',
          409,
          '列出以后日历或者规则又变了，请重新列出再批准',
          'The calendar or the rules changed since it was listed; list it again before approving',
        );
      const body = actor.kind === 'staff' ? { body: actor.body } : {};
      return [{ kind: 'RecountApproved', body: { by: actorId(actor), ...body, on: today } }];
    },
    goesOn: true,
  });
}

/** Nothing is changed; the list stays to be read. */
export function discardRun(
  ledger: Ledger,
  actor: Actor,
  run: string,
  key?: string,
): Promise<{ run: string } | Refusal> {
  return decideOn(ledger, actor, recountRef(run), {
    verb: 'recount.discard',
    key,
    request: { run },
    decide: (state, today) =>
      isWaiting(state) ? [{ kind: 'RecountDiscarded', body: { by: actorId(actor), on: today } }] : wrongPhase(state),
    goesOn: false,
  });
}

function wrongPhase(state: RecountState): Refusal {
  if (state.phase === 'none') return NO_RUN;
  if (state.phase === 'drafting')
    return refuseState('drafting', 409, '还在列出，请稍等', 'It is still being listed; wait a moment');
  return refuseState('decided', 409, '这次重算已经决定过了', 'This run is decided already');
}
