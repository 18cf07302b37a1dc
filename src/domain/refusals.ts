import { citationOf, type RuleId } from './rules.ts';

/** A sentence in both languages of the interface. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

/**
 * What the law, or the state of the case, does not allow. A value, never an exception.
 * `status` is the HTTP status it becomes: 403 not this post, 409 not in this state or too late, 422 a field is wrong.
 */
export interface Refusal {
  readonly refused: true;
  readonly code: string;
  readonly rule?: RuleId;
  /** `law:article`, see articles.ts */
  readonly article?: string;
  readonly status: 403 | 404 | 409 | 422;
  readonly said: Said;
  /** The field to mend, dotted path into the request body. */
  readonly field?: string;
}

export function refuse(rule: RuleId, status: Refusal['status'], zh: string, en: string, field?: string): Refusal {
  const base = { refused: true, code: rule, rule, article: citationOf(rule), status, said: { zh, en } } as const;
  return field === undefined ? base : { ...base, field };
}

/** A refusal that rests on the state of the case or a wrong field, not on an article. */
export function refuseState(code: string, status: Refusal['status'], zh: string, en: string, field?: string): Refusal {
  const base = { refused: true, code, status, said: { zh, en } } as const;
  return field === undefined ? base : { ...base, field };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
}
