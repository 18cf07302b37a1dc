import { actorId, type MatterRule, needPost } from '../../domain/act.ts';
import { reviewersOf } from '../../domain/bodies.ts';
import { endAwaited, stopClock } from '../../domain/clocks.ts';
import { type Day, parseDay } from '../../domain/days.ts';
import type { ContentRef, InstrumentRef } from '../../domain/facts.ts';
import { findTask, firstRefusal, IN_HAND, needNear, needNoInterest, needOpen, taskIn } from '../../domain/guards.ts';
import { type Assignment, clockId, type MatterState, openHearing } from '../../domain/matter.ts';
import { isRefusal, type Refusal, refuse, refuseState } from '../../domain/refusals.ts';
import type { Verdict } from '../../domain/vocabulary.ts';
import { needNewAnswer, type Renewal } from './same-answer.rules.ts';

/** One request of the petitioner, answered: 条例 32¶1. */
export interface OpinionItem {
  readonly request: string;
  readonly finding: string;
  readonly basis: string;
  readonly verdict: Verdict;
  readonly answer: string;
  /** Day a supporting answer is to be carried out by. */
  readonly executeBy?: Day | undefined;
}

/** The checks of 条例 32 that a page shows while one writes, in the order of the opinion. Empty when all hold. */
export function opinionGaps(items: readonly OpinionItem[], requests: number): readonly Refusal[] {
  const gaps: Refusal[] = [];
  if (items.length < requests) {
    gaps.push(
      refuse(
        'opinion.request-by-request',
        422,
        `有${requests}项请求，只答了${items.length}项，要逐项答复`,
        `There are ${requests} requests and ${items.length} answers; each request is answered`,
        'items',
      ),
    );
  }
  items.forEach((item, at) => {
    const missing = [
      ['finding', item.finding, '事实', 'the facts'],
      ['basis', item.basis, '依据', 'the legal basis'],
      ['answer', item.answer, '意见', 'the opinion'],
    ] as const;
    for (const [field, text, zh, en] of missing) {
      if (text.trim() === '') {
        gaps.push(
          refuse(
            'opinion.request-by-request',
            422,
            `第${at + 1}项没有写${zh}`,
            `Request ${at + 1} lacks ${en}`,
            `items.${at}.${field}`,
          ),
        );
      }
    }
    if (item.verdict === 'support' && item.executeBy !== undefined && !parseDay(item.executeBy)) {
      gaps.push(
        refuseState(
          'day',
          422,
          `第${at + 1}项落实日期写成年-月-日`,
          `Request ${at + 1}: write the day as year-month-day`,
          `items.${at}.executeBy`,
        ),
      );
    }
  });
  return gaps;
}

export interface DraftOpinion {
  readonly assignment: string;
  readonly items: readonly OpinionItem[];
  readonly content: ContentRef;
}

/** T23, first step: the handler puts a draft before the head. Each sending is a version. */
export const draft: MatterRule<DraftOpinion> = {
  id: 'draft',
  rule: 'opinion.request-by-request',
  mayBegin(state, assignment, context) {
    const task = taskIn(state, assignment, IN_HAND);
    return isRefusal(task)
      ? task
      : firstRefusal(needOpen(state), needPost('draft', task.body, context), needNoInterest(task, context));
  },
  decide(state, act, context) {
    const refusal =
      this.mayBegin(state, act.assignment, context) ??
      opinionGaps(act.items, state.requests)[0] ??
      firstRefusal(
        ...act.items.map(({ executeBy }, at) =>
          executeBy === undefined ? undefined : needNear(executeBy, `items.${at}.executeBy`, context.today),
        ),
      );
    if (refusal) return refusal;
    const version = (state.assignments[act.assignment]?.draft?.version ?? 0) + 1;
    return [
      {
        kind: 'Drafted',
        body: {
          assignment: act.assignment,
          version,
          author: actorId(context.actor),
          on: context.today,
          content: act.content,
        },
      },
    ];
  },
};

export interface ReturnDraft {
  readonly assignment: string;
  readonly content: ContentRef;
}

export const returnDraft: MatterRule<ReturnDraft> = {
  id: 'return-draft',
  rule: 'opinion.not-approved-by-author',
  mayBegin(state, assignment, context) {
    const task = taskIn(state, assignment, ['drafted']);
    return isRefusal(task) ? task : firstRefusal(needOpen(state), needPost('return-draft', task.body, context));
  },
  decide(state, act, context) {
    const refusal = this.mayBegin(state, act.assignment, context);
    if (refusal) return refusal;
    const version = state.assignments[act.assignment]?.draft?.version ?? 0;
    return [
      { kind: 'DraftReturned', body: { assignment: act.assignment, version, on: context.today, content: act.content } },
    ];
  },
};

export interface Issue {
  readonly assignment: string;
  readonly verdicts: readonly Verdict[];
  /** The last day by which a supported request is carried out. */
  readonly executeBy?: Day;
  /** After a review: what is new in facts, evidence or basis. */
  readonly renewed?: ContentRef;
  /** Whether it says so in enough words, and how alike the answer is to the one that was revoked (0 to 1). */
  readonly renewal?: Renewal;
  readonly instrument: InstrumentRef;
}

/** T23. The head approves what another wrote; the paper names who reviews it (条例 35). */
export const issue: MatterRule<Issue> = {
  id: 'issue',
  rule: 'opinion.not-approved-by-author',
  mayBegin(state, assignment, context) {
    const task = taskIn(state, assignment, ['drafted']);
    if (isRefusal(task)) return task;
    return firstRefusal(
      needOpen(state),
      needPost('issue', task.body, context),
      needNoInterest(task, context),
      task.draft?.author === actorId(context.actor)
        ? refuse('opinion.not-approved-by-author', 409, '不能签发自己拟的稿', 'Nobody approves their own draft')
        : undefined,
      openHearing(state)?.assignment === task.id && openHearing(state)?.review === undefined
        ? refuseState('hearing-open', 409, '听证还没有结论', 'The hearing has no conclusion yet')
        : undefined,
    );
  },
  decide(state, act, context) {
    const refusal = this.mayBegin(state, act.assignment, context);
    if (refusal) return refusal;
    const task = findTask(state, act.assignment);
    if (isRefusal(task)) return task;
    const wrong = needWhole(state, task, act);
    if (wrong) return wrong;
    const reviewers = task.route === '31(6)' ? reviewersOf(context.bodies, task.body).map((body) => body.id) : [];
    if (task.route === '31(6)' && reviewers.length === 0) {
      return refuse(
        'opinion.names-remedy',
        409,
        '找不到复查机关，请管理员核对机构的上级',
        'No reviewing body is on record; ask the administrator to check the superiors of this body',
      );
    }
    return [
      {
        kind: 'OpinionIssued',
        body: {
          assignment: task.id,
          on: context.today,
          author: task.draft?.author ?? '',
          approvedBy: actorId(context.actor),
          verdicts: act.verdicts,
          reviewers,
          instrument: act.instrument,
          ...(act.executeBy === undefined ? {} : { executeBy: act.executeBy }),
          ...(act.renewed ? { renewed: act.renewed } : {}),
          clocks: [
            ...stopClock(state.clocks, clockId('handle', task), context.today),
            ...endAwaited(state.clocks, context.today, task.id),
          ],
        },
      },
    ];
  },
};

/** Every request answered; nothing refused in the simple procedure (E43); after a revocation not the same again (E40). */
function needWhole(state: MatterState, task: Assignment, act: Issue): Refusal | undefined {
  if (act.verdicts.length < state.requests)
    return refuse('opinion.request-by-request', 422, '还有请求没有答复', 'A request is left unanswered', 'items');
  if (task.procedure === 'simple' && act.verdicts.includes('not-support')) {
    return refuse(
      'simple.conditions',
      409,
      '可能不支持的，不能简易办理；请先转普通程序',
      'What may not be granted is not for the simple procedure; bring it back to the ordinary one first',
    );
  }
  return needNewAnswer(task, act);
}

export interface StoreScan {
  readonly assignment?: string;
  readonly instrument: string;
  readonly file: string;
}

/** The stamped sheet comes back: until then a paper says that it is unsealed. */
export const storeScan: MatterRule<StoreScan> = {
  id: 'store-scan',
  mayBegin(state, _assignment, context) {
    return Object.keys(state.instruments).length === 0
      ? refuseState('no-instrument', 409, '还没有文书', 'There is no paper yet')
      : context.actor.kind === 'staff'
        ? needPost('store-scan', undefined, context)
        : refuseState('staff-only', 403, '盖章件由单位存入', 'The body stores the stamped sheet');
  },
  decide(state, act, context) {
    const refusal = this.mayBegin(state, undefined, context);
    if (refusal) return refusal;
    const paper = state.instruments[act.instrument];
    if (!paper) return refuseState('no-instrument', 404, '没有这份文书', 'There is no such paper', 'instrument');
    const wrongBody = needPost('store-scan', paper.issuer, context);
    if (wrongBody) return wrongBody;
    return [{ kind: 'SealedScanStored', body: { instrument: act.instrument, file: act.file, on: context.today } }];
  },
};
