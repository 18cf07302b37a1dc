import { registered, type Staff, staffOf, upTo, well } from '../life/steps.ts';
import { type Answer, type EmptyCity, type Hand, openEmptyCity } from '../world/empty-city.ts';
import { act, daysOf } from './hands.ts';

export interface Case {
  readonly number: string;
  readonly matter: string;
  readonly code: string;
  readonly petitioner: Hand;
}

export const UPHELD = {
  outcome: 'uphold',
  facts: '到现场开井看过：管子三处开裂。',
  opinion: '原意见认定的事实清楚，予以维持。',
};
export const REVOKED = {
  ...UPHELD,
  outcome: 'revoke',
  grounds: ['facts', 'unanswered'],
  opinion: '原意见没有查管子。',
};

/** A city with its reviewers: the higher department, which reviews, and above it the city, which re-reviews. */
export interface ReviewCases {
  readonly city: EmptyCity;
  readonly staff: Staff;
  readonly reviewer: Hand;
  readonly director: Hand;
  readonly mayor: Hand;
  today(): string;
  pass(days: number): string;
  /** An opinion served today, of a matter of this description. */
  servedCase(about: string, view?: object): Promise<Case>;
  /** From the request to the service of its decision. */
  decided(of: Case, draft: object, by?: { reviewer: Hand; head: Hand }): Promise<void>;
  /** All three levels, the last of them served today. */
  endedCase(about: string): Promise<Case>;
}

/** Asks for review as the petitioner does. */
export function ask({ petitioner, matter }: Case, body: object = {}): Promise<Answer> {
  return petitioner.post(`/api/follow/matters/${matter}/ask-review`, {
    reviewer: 'city-housing',
    reason: '查得不对：漏的是管子，不是下雨。',
    ...body,
  });
}

export async function openReviewCases(): Promise<ReviewCases> {
  const city = await openEmptyCity();
  const { today, pass } = daysOf(city);
  const staff = await staffOf(city);
  const reviewer = await city.officer('city-housing', 'reviewer');
  const director = await city.officer('city-housing', 'head');
  const cityReviewer = await city.officer('city-gov', 'reviewer');
  const mayor = await city.officer('city-gov', 'leader');
  const cases: ReviewCases = {
    ...{ city, staff, reviewer, director, mayor, today, pass },
    async servedCase(about, view = {}) {
      const { number, matter, code } = await registered(staff, about);
      await upTo('issued', staff, matter);
      await well(act(staff.handler, matter, 'serve', { assignment: 'a1', way: 'in-person', on: today(), ...view }));
      return { number, matter, code, petitioner: await city.petitioner(code, '1101') };
    },
    async decided({ matter }, draft, by = { reviewer, head: director }) {
      await well(act(by.reviewer, matter, 'accept-review'));
      await well(act(by.reviewer, matter, 'draft-review', draft));
      await well(act(by.head, matter, 'decide-review'));
      await well(act(by.reviewer, matter, 'serve-review', { way: 'in-person', on: today() }));
    },
    async endedCase(about) {
      const of = await cases.servedCase(about);
      await well(ask(of));
      await cases.decided(of, UPHELD);
      await well(ask(of, { reviewer: 'city-gov' }));
      await cases.decided(of, UPHELD, { reviewer: cityReviewer, head: mayor });
      return of;
    },
  };
  return cases;
}
