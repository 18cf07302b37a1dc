import type { Actor } from '../../domain/act.ts';
import { dayOf } from '../../domain/days.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { decideTheReview, serveTheReview } from '../../petition/7-review/server/decision.ts';
import { acceptTheReview, draftTheReview, noteTheReview } from '../../petition/7-review/server/proceeding.ts';
import { askForReview } from '../../petition/7-review/server/review.ts';
import { approver, type Life, type Step, staff } from './live-people.ts';
import { FIRST_REASONS, REVIEW_WORDS } from './live-texts.ts';
import type { StoryStage } from './stories-shape.ts';

/** Which body above the one that answered is asked, and why. */
type Asked = (life: Life) => { readonly reviewer: string; readonly reason: string };

const asStory: Asked = ({ story }) => story.review ?? { reviewer: '', reason: '' };
const toDepartment: Asked = ({ story }) => ({
  reviewer: story.target.replace(/^d\d\d/, 'city'),
  reason: FIRST_REASONS.review,
});
const toCity: Asked = () => ({ reviewer: 'city-gov', reason: FIRST_REASONS.final });

function ask(of: Asked): Step['run'] {
  return (ledger, life) => {
    const actor: Actor = { kind: 'petitioner', submission: life.number };
    return askForReview(ledger, actor, { matter: life.matter, ...of(life) });
  };
}

function accept(of: Asked): Step['run'] {
  return (ledger, life) => acceptTheReview(ledger, staff(of(life).reviewer, 'reviewer'), { matter: life.matter });
}

function note(of: Asked): Step['run'] {
  return (ledger, life) =>
    noteTheReview(ledger, staff(of(life).reviewer, 'reviewer'), {
      matter: life.matter,
      step: 'statement',
      text: REVIEW_WORDS.statement,
    });
}

function draft(of: Asked): Step['run'] {
  return (ledger, life) =>
    draftTheReview(ledger, staff(of(life).reviewer, 'reviewer'), {
      matter: life.matter,
      outcome: 'uphold',
      grounds: [],
      facts: REVIEW_WORDS.facts,
      opinion: REVIEW_WORDS.opinion,
    });
}

function decide(of: Asked): Step['run'] {
  return (ledger, life) => decideTheReview(ledger, approver(of(life).reviewer), { matter: life.matter });
}

function serve(of: Asked): Step['run'] {
  return (ledger: Ledger, life) =>
    serveTheReview(ledger, staff(of(life).reviewer, 'reviewer'), {
      matter: life.matter,
      way: 'mail',
      on: dayOf(ledger.clock.now().toISOString()),
      signed: true,
      note: '',
    });
}

const asked: readonly Step[] = [{ at: 60, run: ask(asStory) }];
const inHand: readonly Step[] = [...asked, { at: 62, run: accept(asStory) }, { at: 64, run: note(asStory) }];

/** What follows service, where a story stands in review. */
export const REVIEW_STEPS: Partial<Record<StoryStage, readonly Step[]>> = {
  'review-asked': asked,
  'in-review': inHand,
  'review-drafted': [...inHand, { at: 72, run: draft(asStory) }],
};

/** From service through review by the department above to re-review by the city, which is the end. */
export const END_STEPS: readonly Step[] = [
  { at: 50, run: ask(toDepartment) },
  { at: 52, run: accept(toDepartment) },
  { at: 70, run: draft(toDepartment) },
  { at: 72, run: decide(toDepartment) },
  { at: 74, run: serve(toDepartment) },
  { at: 90, run: ask(toCity) },
  { at: 92, run: accept(toCity) },
  { at: 110, run: draft(toCity) },
  { at: 112, run: decide(toCity) },
  { at: 114, run: serve(toCity) },
];

/** Bodies that review in this story, and need posts for it. */
export function reviewersIn({ story, toTheEnd }: Pick<Life, 'story' | 'toTheEnd'>): readonly string[] {
  const life = { story, office: '', number: '', code: '', matter: '' };
  const named = story.review ? [story.review.reviewer] : [];
  return story.final || toTheEnd ? [...named, toDepartment(life).reviewer, toCity(life).reviewer] : named;
}
