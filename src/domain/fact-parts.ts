import type { ClockChange } from './clocks.ts';

/**
 * A pointer from a fact to its content row: personal data and free text never stand in a fact (design §2).
 * `hash` is SHA-256(salt ‖ canonical content), hex.
 */
export interface ContentRef {
  readonly id: string;
  readonly hash: string;
}

export interface WithClocks {
  readonly clocks: readonly ClockChange[];
}

/** An instrument (文书) as a fact knows it: its number, kind and the content it was issued with. */
export interface InstrumentRef {
  readonly id: string;
  readonly kind: InstrumentKind;
  /** 文号, e.g. 南信转〔2026〕12号; receipts have none. */
  readonly number?: string;
  readonly content: ContentRef;
}

/** In the order of law.md §3.2 (D1-D34). */
export const INSTRUMENT_KINDS = [
  'receipt',
  'acceptance-notice',
  'destination-notice',
  'non-acceptance-notice',
  'final-notice',
  'procedure-notice',
  'forwarding-letter',
  'assignment-letter',
  'result-report',
  'objection',
  'competence-decision',
  'supplement-notice',
  'extension-notice',
  'opinion',
  'suggestion-reply',
  'duty-reply',
  'direct-reply',
  'end-notice',
  'remedy-correction',
  'review-acceptance',
  'review-refusal',
  'review-opinion',
  'final-opinion',
  'redo-notice',
  'hearing-notice',
  'hearing-conclusion',
  'mediation-agreement',
  'supervision-order',
  'proposal',
  'termination-record',
  'urgent-report',
  'recusal-decision',
  'contribution-request',
  'report-transfer',
] as const;
export type InstrumentKind = (typeof INSTRUMENT_KINDS)[number];
