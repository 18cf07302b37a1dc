import { type BodyDirectory, divisionPrefix, isPetitionOffice } from './bodies.ts';
import { type ClockSetting, type Clocks, evolveClocks, startClock, stopClock } from './clocks.ts';
import type { Day } from './days.ts';
import type { ContentRef, WithClocks } from './fact-parts.ts';
import type { Draft, MatterFacts, Recorded } from './facts.ts';
import type { Adoption, ProposalKind } from './proceedings.ts';

/** A part of a whole, as rates are counted. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
}

/** What a yearly report counts (条例 41¶1; law.md §4.4). Codes and numbers alone; nobody is named but bodies. */
export interface YearlyFigures {
  readonly received: {
    readonly submissions: number;
    readonly before: number;
    readonly visits: number;
    readonly people: number;
    readonly byChannel: Readonly<Record<string, number>>;
    readonly byPurpose: Readonly<Record<string, number>>;
    /** First-level codes of content, the most frequent first. */
    readonly categories: readonly { readonly code: string; readonly count: number }[];
    /** 被投诉较多的单位: whom most matters ended up with. */
    readonly bodies: readonly { readonly body: string; readonly count: number }[];
  };
  /** 转送、交办、督办. */
  readonly passed: {
    readonly sent: number;
    readonly assigned: number;
    readonly supervised: number;
    readonly forwardedInTime: Rate;
    readonly acceptedInTime: Rate;
    readonly answeredInTime: Rate;
    readonly satisfied: Rate;
  };
  /** The three kinds of proposals, and what became of them. */
  readonly proposals: readonly {
    readonly kind: ProposalKind;
    readonly made: number;
    readonly outcomes: Readonly<Partial<Record<Adoption, number>>>;
  }[];
}

export type YearlyReportFacts = {
  /** The year has ended: the report on it is owed (C16). */
  YearlyReportBegan: WithClocks & {
    readonly office: string;
    readonly year: number;
    readonly division: string;
    readonly pack: string;
    readonly on: Day;
  };
  DatesRecounted: MatterFacts['DatesRecounted'];
  /** To the same level's Party and government, and the petition office above. A later one corrects an earlier one. */
  YearlyReportSubmitted: WithClocks & {
    readonly by: string;
    readonly on: Day;
    readonly to: readonly string[];
    readonly figures: YearlyFigures;
    readonly content: ContentRef;
  };
};
export type YearlyReportDraft = Draft<YearlyReportFacts>;
export type YearlyReportFact = Recorded<YearlyReportDraft>;

export interface SubmittedReport {
  readonly at: string;
  readonly by: string;
  readonly to: readonly string[];
  readonly figures: YearlyFigures;
  readonly content: ContentRef;
}

export interface YearlyReportState {
  readonly seq: number;
  readonly office: string;
  readonly year: number;
  readonly division: string;
  readonly pack: string;
  readonly clocks: Clocks;
  /** The newest last. */
  readonly submitted: readonly SubmittedReport[];
}

export const NO_YEARLY_REPORT: YearlyReportState = {
  seq: 0,
  office: '',
  year: 0,
  division: '',
  pack: '',
  clocks: {},
  submitted: [],
};

/** The clock of a report has the name of its kind. */
export const REPORT_CLOCK = 'yearly-report';

/** Folds one fact. Deterministic and total. */
export function evolveYearlyReport(
  state: YearlyReportState,
  { fact, seq, actor, occurredAt }: YearlyReportFact,
): YearlyReportState {
  const clocks = evolveClocks(state.clocks, fact.body.clocks, seq);
  switch (fact.kind) {
    case 'YearlyReportBegan': {
      const { office, year, division, pack } = fact.body;
      return { ...state, seq, office, year, division, pack, clocks };
    }
    case 'DatesRecounted':
      return { ...state, seq, pack: fact.body.pack ?? state.pack, clocks };
    case 'YearlyReportSubmitted': {
      const { to, figures, content } = fact.body;
      return {
        ...state,
        seq,
        clocks,
        submitted: [...state.submitted, { at: occurredAt, by: actor, to, figures, content }],
      };
    }
  }
}

/** The first fact: from the end of the year the pack's days run (C16), of the office alone. */
export function beginReport(
  setting: ClockSetting,
  given: { office: string; division: string; year: number; on: Day },
): YearlyReportDraft {
  const clock = { id: REPORT_CLOCK, kind: REPORT_CLOCK, holder: given.office, from: `${given.year}-12-31` } as const;
  return {
    kind: 'YearlyReportBegan',
    body: { ...given, pack: setting.pack.kept, clocks: [startClock(setting, clock)] },
  };
}

/** Submitting ends the clock; a correction finds it ended. */
export function submitReport(
  state: YearlyReportState,
  given: { by: string; on: Day; to: readonly string[]; figures: YearlyFigures; content: ContentRef },
): YearlyReportDraft {
  return {
    kind: 'YearlyReportSubmitted',
    body: { ...given, clocks: stopClock(state.clocks, REPORT_CLOCK, given.on) },
  };
}

/**
 * Whom an office reports to (条例 41¶1): the Party and government bodies it serves, which stand over it or beside what
 * stands over it, and the petition office of the next level up. Empty parts are outside this installation.
 */
export function reportRecipients(
  bodies: BodyDirectory,
  office: string,
): { readonly level: readonly string[]; readonly above?: string } {
  const own = bodies.find(office);
  if (own === undefined) return { level: [] };
  const prefix = divisionPrefix(own.division);
  const level = bodies
    .all()
    .filter((body) => (body.kind === 'government' || body.kind === 'party') && divisionPrefix(body.division) === prefix)
    .filter((body) => body.level === own.level)
    .map(({ id }) => id);
  const above = bodies
    .all()
    .filter((body) => isPetitionOffice(body) && body.id !== office)
    .filter((body) => divisionPrefix(body.division) !== prefix && prefix.startsWith(divisionPrefix(body.division)))
    .sort((a, b) => divisionPrefix(b.division).length - divisionPrefix(a.division).length)[0];
  return above === undefined ? { level } : { level, above: above.id };
}
