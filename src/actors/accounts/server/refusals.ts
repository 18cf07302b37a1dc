import type { Refused } from '../../../platform/http/refused.ts';
import { ACCOUNT_TEXTS, type AccountRefusal, sayInHand, sayWait } from '../accounts.texts.ts';

/** A refusal by its code; `field` names what to mend. */
export function refuseAccount(code: AccountRefusal, field?: string): Refused {
  const { status, said } = ACCOUNT_TEXTS[code];
  return { refused: true, code, status, said, ...(field === undefined ? {} : { field }) };
}

/** Too many wrong passwords in a row. The sender of the answer also sets Retry-After. */
export interface WaitRefused extends Refused {
  readonly retryAfterSeconds: number;
}

export function refuseForNow(seconds: number): WaitRefused {
  return { refused: true, code: 'wait', status: 429, said: sayWait(seconds), retryAfterSeconds: seconds };
}

/** Somebody leaves with work in hand. */
export function refuseInHand(count: number): Refused {
  return { refused: true, code: 'in-hand', status: 409, said: sayInHand(count) };
}
