import { randomUUID } from 'node:crypto';
import { type Actor, actorId } from '../../domain/act.ts';
import { treeWithout } from '../../domain/bodies.ts';
import type { MatterState } from '../../domain/matter.ts';
import { isRefusal, type Refusal, refuse, refuseState, type Said } from '../../domain/refusals.ts';
import { succeedMatter } from '../../domain/succeed.ts';
import { type SuccessionPlan, standsApart, successorsOf, type Unclear } from '../../domain/succession.ts';
import type { SuccessionKind, SuccessionState } from '../../domain/succession-stream.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { findState } from '../../ledger/read.ts';
import { successionRef } from '../../ledger/streams.ts';
import { decideOn } from '../runs/decide-run.ts';

/** A run with its id. */
export interface Run extends SuccessionState {
  readonly run: string;
}

/** The newest runs first. */
export async function listRuns(ledger: Ledger, limit = 100): Promise<readonly Run[]> {
  const { rows } = await ledger.pool.query<{ stream: string; state: SuccessionState }>(
    `select stream, state from stream where region = '000000' and stream like 'succession/%' and kind = 'succession'
     order by state ->> 'draftedAt' desc limit $1`,
    [limit],
  );
  return rows.map(({ stream, state }) => ({ ...state, run: stream.slice('succession/'.length) }));
}

/** What the administrator enters: which body ends, who carries its powers on, from when and by what decision. */
export interface PlanGiven {
  readonly kind: SuccessionKind;
  readonly plan: SuccessionPlan;
  readonly endsOn: string;
  readonly basis: string;
  readonly key?: string | undefined;
}

/** Begins a run: it lists every case of the body, and waits. An undecided one about the same body is discarded. */
export async function planSuccession(
  ledger: Ledger,
  actor: Actor,
  { key, ...given }: PlanGiven,
): Promise<{ readonly run: string } | Refusal> {
  const refusal = checkPlan(ledger, given);
  if (refusal) return refusal;
  const { kind, plan, endsOn } = given;
  const others = (await listRuns(ledger)).filter((one) => one.plan.from === plan.from);
  if (others.some(({ phase }) => phase === 'approved'))
    return refuseState(
      'under-way',
      409,
      '这个单位的交接正在进行',
      'Its matters are being carried over already',
      'from',
    );
  const ref = successionRef(randomUUID());
  const planned = await decideOn(ledger, actor, ref, {
    verb: 'succession.plan',
    key,
    request: given,
    decide: (_, today, tools) => {
      const basis = tools.content(ref, 'succession-basis', { text: given.basis });
      return [{ kind: 'SuccessionPlanned', body: { kind, plan, endsOn, basis, by: actorId(actor), on: today } }];
    },
    goesOn: true,
  });
  if (isRefusal(planned)) return planned;
  for (const one of others) if (isWaiting(one)) await discardSuccession(ledger, actor, one.run);
  return planned;
}

function checkPlan(ledger: Ledger, { kind, plan }: Pick<PlanGiven, 'kind' | 'plan'>): Refusal | undefined {
  const { bodies } = ledger.reference;
  if (bodies.find(plan.from) === undefined)
    return refuseState('no-body', 422, '没有这个单位，或者已经撤销', 'There is no such body, or it has ended', 'from');
  const heirs = successorsOf(plan);
  if (kind === 'split' ? heirs.length < 2 || plan.parts.length === 0 : plan.to === undefined || plan.parts.length > 0)
    return kind === 'split'
      ? refuseState(
          'parts',
          422,
          '分立要写明分给哪几家、各管什么',
          'Say which bodies it is split into, and what each takes',
          'parts',
        )
      : refuse('body.successor', 422, '请选继续行使职权的单位', 'Choose the body that carries its powers on', 'to');
  const wrong = heirs.findIndex((heir) => !standsApart(bodies, plan.from, heir));
  if (wrong >= 0)
    return refuseState(
      'not-apart',
      422,
      '接续的单位要还在，不能是它自己，也不能是它的下属单位',
      'A successor must be at work, and neither the body itself nor one under it',
      plan.to !== undefined && wrong === 0 ? 'to' : 'parts',
    );
  if (!heirs.includes(plan.officers))
    return refuseState(
      'officers',
      422,
      '人员要转到其中一家接续的单位',
      'Its officers go to one of the successors',
      'officers',
    );
  return undefined;
}

/** Listed or being listed, and not decided. */
export function isWaiting({ phase }: Pick<SuccessionState, 'phase'>): boolean {
  return phase === 'drafting' || phase === 'drafted';
}

/** Why nobody follows from the plan, in words. */
export const UNCLEAR_SAID = {
  'no-part': { zh: '方案没有说这类事项归谁', en: 'The plan names nobody for such a matter' },
  accused: { zh: '反映的就是接续的单位', en: 'It is about the successor' },
  'own-review': { zh: '接续的单位会复查自己的意见', en: 'The successor would review its own opinion' },
  'own-dispute': { zh: '接续的单位会裁自己的争议', en: 'The successor would decide its own dispute' },
  'own-order': { zh: '接续的单位会督办自己', en: 'The successor would watch over its own handling' },
} as const satisfies Record<Unclear, Said>;

/**
 * Names who goes on with cases for which nobody follows from the plan: whom Party committee and government of that level
 * designated (条例 24¶2).
 */
export async function designate(
  ledger: Ledger,
  actor: Actor,
  run: string,
  given: { streams: readonly string[]; to: string; key?: string | undefined },
): Promise<{ run: string } | Refusal> {
  const ref = successionRef(run);
  const state = await findState(ledger, ref);
  if (state === undefined || state.phase === 'none') return NO_RUN;
  const { plan, endsOn } = state;
  const { bodies } = ledger.reference;
  const { to } = given;
  if (bodies.find(to) === undefined || to === plan.from)
    return refuseState('no-body', 422, '没有这个单位，或者已经撤销', 'There is no such body, or it has ended', 'to');
  const tree = treeWithout(bodies, { from: plan.from, to: plan.officers });
  const { rows } = await ledger.pool.query<{ stream: string; state: MatterState }>(
    `select r.stream, s.state from succession_row r
     join stream s on s.region = left(r.stream, 6) and s.stream = r.stream
     where r.run = $1 and r.stream = any($2) and r.kind = 'matter' and not r.sealed and r.applied_at is null`,
    [run, given.streams],
  );
  if (rows.length < new Set(given.streams).size)
    return refuseState(
      'no-case',
      404,
      '名单里没有这件，或者已经交接',
      'It is not on the list, or was carried over',
      'streams',
    );
  for (const { stream, state: matter } of rows) {
    const change = succeedMatter(matter, { from: plan.from, to, on: endsOn, bodies: tree, handlersLeft: false });
    if (typeof change === 'string') {
      const why = UNCLEAR_SAID[change];
      return refuseState('still-unclear', 409, `${stream}：${why.zh}`, `${stream}: ${why.en}`, 'to');
    }
  }
  const by = actorId(actor);
  const streams = rows.map(({ stream }) => stream);
  const done = await decideOn(ledger, actor, ref, {
    verb: 'succession.designate',
    key: given.key,
    request: { run, streams, to },
    decide: (now, on) =>
      now.phase === 'drafted' || now.phase === 'approved'
        ? streams.map((stream) => ({ kind: 'SuccessorDesignated', body: { stream, to, by, on } }) as const)
        : wrongPhase(now),
    goesOn: state.phase === 'approved',
  });
  if (isRefusal(done)) return done;
  await ledger.pool.query(
    `update succession_row set successor = $3, unclear = null, designated = true
     where run = $1 and stream = any($2) and applied_at is null`,
    [run, streams, to],
  );
  return done;
}

/** An administrator approves what was listed: the body ends, and every case gets its fact. */
export async function approveSuccession(
  ledger: Ledger,
  actor: Actor,
  run: string,
  key?: string,
): Promise<{ run: string } | Refusal> {
  const { rows } = await ledger.pool.query<{ unclear: string }>(
    'select count(*) as unclear from succession_row where run = $1 and successor is null and not sealed',
    [run],
  );
  const unclear = Number(rows[0]?.unclear ?? 0);
  return decideOn(ledger, actor, successionRef(run), {
    verb: 'succession.approve',
    key,
    request: { run },
    decide: (state, today) => {
      if (state.phase !== 'drafted') return wrongPhase(state);
      if (state.endsOn > today)
        return refuseState(
          'not-yet',
          409,
          `机构调整${state.endsOn}生效，到那天再批准`,
          `The change takes effect on ${state.endsOn}; approve it on that day`,
        );
      if (unclear > 0)
        return refuse(
          'body.successor',
          409,
          `还有${unclear}件不清楚归谁，要由本级党委政府指定`,
          `For ${unclear} it is unclear who goes on; Party committee and government of that level must designate`,
        );
      const refusal = checkPlan(ledger, state);
      if (refusal) return refusal;
      const body = actor.kind === 'staff' ? { body: actor.body } : {};
      return [{ kind: 'SuccessionApproved', body: { by: actorId(actor), ...body, on: today } }];
    },
    goesOn: true,
  });
}

/** Nothing is changed; the list stays to be read. */
export function discardSuccession(
  ledger: Ledger,
  actor: Actor,
  run: string,
  key?: string,
): Promise<{ run: string } | Refusal> {
  return decideOn(ledger, actor, successionRef(run), {
    verb: 'succession.discard',
    key,
    request: { run },
    decide: (state, today) =>
      isWaiting(state) ? [{ kind: 'SuccessionDiscarded', body: { by: actorId(actor), on: today } }] : wrongPhase(state),
    goesOn: false,
  });
}

export const NO_RUN = refuseState('no-run', 404, '没有这次交接', 'There is no such succession');

function wrongPhase(state: SuccessionState): Refusal {
  if (state.phase === 'none') return NO_RUN;
  if (state.phase === 'drafting')
    return refuseState('drafting', 409, '还在列出，请稍等', 'It is still being listed; wait a moment');
  return refuseState('decided', 409, '这次交接已经决定过了', 'This succession is decided already');
}
