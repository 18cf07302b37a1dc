import { getCategory } from './categories.ts';
import { getPlace } from './divisions.ts';
import { getCitizen } from './people.ts';

export type StoryChannel = 'letter' | 'visit' | 'web' | 'wechat' | 'app' | 'mailbox' | 'phone' | 'fax';
export type StoryPurpose = 'appeal' | 'claim' | 'suggestion' | 'report' | 'other';
export type StoryRoute = '29' | '30' | '31(1)' | '31(2)' | '31(3)' | '31(4)' | '31(5)' | '31(6)';
export type StoryGrade = 'satisfied' | 'basically' | 'unsatisfied';

/** How far each petition has come, and how many of the 200 stand there. */
export const STAGE_COUNTS = {
  filed: 14,
  registered: 16,
  forwarded: 18,
  signed: 16,
  objected: 5,
  returned: 3,
  accepted: 12,
  handling: 22,
  extended: 6,
  drafted: 8,
  'approved-waiting': 6,
  issued: 6,
  served: 15,
  'review-asked': 1,
  'in-review': 1,
  'review-drafted': 1,
  rated: 30,
  'not-accepted': 4,
  'routed-out': 6,
  withdrawn: 4,
  'answered-directly': 6,
} as const;

export type StoryStage = keyof typeof STAGE_COUNTS;

/** Stages whose opinion is at least drafted. */
export const OPINION_STAGES: readonly StoryStage[] = [
  'drafted',
  'approved-waiting',
  'issued',
  'served',
  'review-asked',
  'in-review',
  'review-drafted',
  'rated',
];

/** Stages at which a body above looks at the answer again. */
export const REVIEW_STAGES: readonly StoryStage[] = ['review-asked', 'in-review', 'review-drafted'];

export interface OpinionItem {
  finding: string;
  basis: string;
  verdict: 'support' | 'explain' | 'not-support';
  answer: string;
  /** Days after issue by which a supported request is to be carried out. */
  dueInDays?: number;
}

export interface StoryRating {
  petitionOffice: StoryGrade;
  responsibleBody: StoryGrade;
  reason?: string;
}

export interface Story {
  key: string;
  channel: StoryChannel;
  purpose: StoryPurpose;
  /** Code of a street, town, village or community. */
  division: string;
  category: string;
  title: string;
  text: string;
  requests: readonly string[];
  /** Head count of the submission. */
  petitioners: number;
  /** Index in `citizens`; `UNSIGNED` for anonymous letters. */
  citizen: number;
  anonymous?: true;
  /** Key of the earlier story that this one repeats: same person, same matter. */
  repeats?: string;
  route?: StoryRoute;
  /** Body id: who holds it, or is to be sent it; where objected or returned, who said it was not theirs. */
  target: string;
  stage: StoryStage;
  /** Days before today on which it was received. */
  daysAgo: number;
  /** Reason or answer written with the last act; in `withdrawn` the petitioner's own words. */
  remark?: string;
  /** One item a request, in the same order. */
  opinion?: { items: readonly OpinionItem[] };
  rating?: StoryRating;
  /** Which body was asked to look at the answer again, and why (条例 35). */
  review?: { readonly reviewer: string; readonly reason: string };
  /** Not accepted because the same was re-reviewed before (条例 36¶3). */
  final?: true;
}

/** A story as it is written down: Chinese names in place of codes; a claim by one person unless said otherwise. */
export interface Draft
  extends Omit<Story, 'division' | 'category' | 'citizen' | 'purpose' | 'petitioners' | 'opinion' | 'channel'> {
  by: string;
  at: string;
  about: string;
  how: StoryChannel;
  purpose?: StoryPurpose;
  petitioners?: number;
  items?: readonly OpinionItem[];
}

/** @throws if a place, category or person is not in the seed. */
export function tell({ by, at, about, how, items, ...draft }: Draft): Story {
  return {
    purpose: 'claim',
    petitioners: 1,
    ...draft,
    channel: how,
    division: getPlace(at).code,
    category: getCategory(about),
    citizen: getCitizen(by),
    ...(items === undefined ? {} : { opinion: { items } }),
  };
}

/** 支持: to be done within so many days (条例 32¶1(1)). */
export function support(finding: string, basis: string, answer: string, dueInDays: number): OpinionItem {
  return { finding, basis, verdict: 'support', answer, dueInDays };
}

/** 解释说明: reasonable, but no rule supports it (条例 32¶1(2)). */
export function explain(finding: string, basis: string, answer: string): OpinionItem {
  return { finding, basis, verdict: 'explain', answer };
}

/** 不支持: no facts, or against the rules (条例 32¶1(3)). */
export function decline(finding: string, basis: string, answer: string): OpinionItem {
  return { finding, basis, verdict: 'not-support', answer };
}
