import type { Sentence } from './route.contract.ts';

/** What a handler returns instead of an answer when the request cannot be granted. A value, never an exception. */
export interface Refused {
  readonly refused: true;
  readonly code: string;
  /** 4xx */
  readonly status: number;
  readonly said: Sentence;
  readonly article?: string;
  /** Dotted path into the request. */
  readonly field?: string;
}

export function isRefused(value: unknown): value is Refused {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
}
