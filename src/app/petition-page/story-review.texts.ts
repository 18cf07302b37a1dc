import type { ReviewFacts } from '../../domain/facts-review.ts';
import {
  REVIEW_GROUND_LABELS,
  REVIEW_LEVEL_LABELS,
  REVIEW_OUTCOME_LABELS,
  REVIEW_REFUSAL_LABELS,
  REVIEW_STEP_LABELS,
  type ReviewLevel,
  type ReviewOutcome,
} from '../../domain/proceedings.ts';
import type { Said } from '../../domain/refusals.ts';
import { SERVICE_LABELS } from '../../domain/vocabulary.ts';
import { by, day, type Names, type Told, told, withSheet } from './story-parts.texts.ts';

export type ReviewFact = {
  [K in keyof ReviewFacts]: { readonly kind: K; readonly body: ReviewFacts[K] };
}[keyof ReviewFacts];

/** 复查 and 复核, as officers read them. */
export function tellReview({ kind, body }: ReviewFact, names: Names): Told {
  switch (kind) {
    case 'ReviewAsked': {
      const reviewer = names.body(body.reviewer);
      const level = REVIEW_LEVEL_LABELS[body.level ?? 'review'];
      const filed =
        body.filedOn === undefined
          ? {}
          : { detail: { zh: `${day(body.filedOn).zh}提出`, en: `handed in on ${day(body.filedOn).en}` } };
      return told('fact', `向${reviewer.zh}申请${level.zh}`, `${level.en} asked of ${reviewer.en}`, {
        note: body.content,
        ...filed,
      });
    }
    case 'ReviewPapersAsked':
      return told('paper', '通知补正申请', 'Asked to complete the request', withSheet(body.instrument, by(body.due)));
    case 'ReviewAccepted': {
      const level = levelOf(body, names);
      return told('fact', `${level.zh}受理`, `${level.en} accepted`, withSheet(body.instrument));
    }
    case 'ReviewRefused': {
      const level = levelOf(body, names);
      return told(
        'fact',
        `${level.zh}不受理`,
        `${level.en} declined`,
        withSheet(body.instrument, REVIEW_REFUSAL_LABELS[body.reason]),
      );
    }
    case 'ReviewNoted':
      return told('internal', REVIEW_STEP_LABELS[body.step].zh, REVIEW_STEP_LABELS[body.step].en, {
        note: body.content,
      });
    case 'ReviewDrafted': {
      const level = levelOf(body, names);
      return told(
        'internal',
        `${level.zh}稿第${body.version}稿送签`,
        `${level.en} draft ${body.version} before the head`,
        {
          detail: REVIEW_OUTCOME_LABELS[body.outcome],
        },
      );
    }
    case 'ReviewDraftReturned': {
      const level = levelOf(body, names);
      return told('internal', `${level.zh}稿退回修改`, `${level.en} draft returned`, { note: body.content });
    }
    case 'ReviewDecided': {
      const level = levelOf(body, names);
      const outcome = REVIEW_OUTCOME_LABELS[body.outcome];
      const grounds = body.grounds.map((ground) => REVIEW_GROUND_LABELS[ground]);
      const detail =
        grounds.length === 0
          ? undefined
          : { zh: grounds.map((one) => one.zh).join('、'), en: grounds.map((one) => one.en).join(', ') };
      return told(
        'paper',
        `签发${level.zh}意见：${outcome.zh}`,
        `${level.en} opinion issued: ${outcome.en}`,
        withSheet(body.instrument, detail),
      );
    }
    case 'ReviewServed': {
      const level = levelOf(body, names);
      const way = SERVICE_LABELS[body.way];
      return told('fact', `${level.zh}意见送达：${way.zh}`, `${level.en} opinion served: ${way.en}`, {
        detail: day(body.on),
        ...(body.content ? { note: body.content } : {}),
      });
    }
    case 'Lapsed': {
      const level = REVIEW_LEVEL_LABELS[lapsedLevel(body.clock)];
      return told(
        'fact',
        `申请${level.zh}的期限届满，没有申请`,
        `The time to ask for ${level.en.toLowerCase()} ended unused`,
      );
    }
    case 'TerminationFiled':
      return told('paper', '终结备案', 'Termination filed', withSheet(body.instrument));
  }
}

function levelOf({ review }: { readonly review: string }, names: Names): Said {
  return REVIEW_LEVEL_LABELS[names.level(review)];
}

function lapsedLevel(clock: string): ReviewLevel {
  return clock.startsWith('apply-final') ? 'final' : 'review';
}

const DECIDED: Readonly<Record<ReviewOutcome, Said>> = {
  uphold: { zh: '维持原来的答复', en: 'the answer is upheld' },
  revoke: { zh: '原来的答复撤销，要重新办', en: 'the answer is revoked and the matter handled again' },
  change: { zh: '原来的答复有改动', en: 'the answer is changed' },
};

/** The same as the petitioner reads it; internal steps are not told (law.md §2.5). */
export function tellPetitionerReview({ kind, body }: ReviewFact, names: Names): Said | undefined {
  switch (kind) {
    case 'ReviewAsked': {
      const reviewer = names.body(body.reviewer);
      const level = REVIEW_LEVEL_LABELS[body.level ?? 'review'];
      return {
        zh: `您向${reviewer.zh}申请了${level.zh}。`,
        en: `You asked ${reviewer.en} for ${level.en.toLowerCase()}.`,
      };
    }
    case 'ReviewPapersAsked':
      return {
        zh: `${levelOf(body, names).zh}机关请您补材料，${by(body.due).zh}交来。清单在通知里。`,
        en: `The reviewing body asks you for papers ${by(body.due).en}; the notice has the list.`,
      };
    case 'ReviewAccepted': {
      const level = levelOf(body, names);
      return { zh: `${level.zh}申请受理了。`, en: `Your request for ${level.en.toLowerCase()} was accepted.` };
    }
    case 'ReviewRefused': {
      const level = levelOf(body, names);
      const reason = REVIEW_REFUSAL_LABELS[body.reason];
      return {
        zh: `没有受理${level.zh}申请：${reason.zh}。`,
        en: `The request for ${level.en.toLowerCase()} was declined: ${reason.en}.`,
      };
    }
    case 'ReviewDecided': {
      const level = levelOf(body, names);
      return {
        zh: `${level.zh}意见写好了，正在送给您。`,
        en: `The ${level.en.toLowerCase()} opinion is issued and on its way to you.`,
      };
    }
    case 'ReviewServed': {
      const level = levelOf(body, names);
      return {
        zh: `${level.zh}意见送到了（${SERVICE_LABELS[body.way].zh}）。`,
        en: `The ${level.en.toLowerCase()} opinion reached you (${SERVICE_LABELS[body.way].en}).`,
      };
    }
    case 'Lapsed': {
      const level = REVIEW_LEVEL_LABELS[lapsedLevel(body.clock)];
      return {
        zh: `申请${level.zh}的期限过了，没有收到申请。`,
        en: `The time to ask for ${level.en.toLowerCase()} ended without a request.`,
      };
    }
    case 'ReviewNoted':
    case 'ReviewDrafted':
    case 'ReviewDraftReturned':
    case 'TerminationFiled':
      return undefined;
  }
}

/** What a served decision means for the answer it was about. */
export function sayDecided(outcome: ReviewOutcome): Said {
  return DECIDED[outcome];
}
