import type { Day } from '../../../domain/days.ts';
import {
  type Filing,
  type FilingProblem,
  findFaults,
  type Posted,
  STEPS,
  type StepId,
  sinceOf,
  type Tried,
} from './filing.rules.ts';

/** What programs send of each step; a form posts the same under the names of its fields. */
export interface StepBodies {
  readonly for: { readonly kind?: string | undefined; readonly form?: string | undefined };
  readonly you: {
    readonly anonymous: boolean;
    readonly name: string;
    readonly phone: string;
    readonly address: string;
    readonly idKind: string;
    readonly idNumber: string;
    readonly count?: number | undefined;
    readonly others: string;
    readonly forName: string;
    readonly forPhone: string;
    readonly forAddress: string;
  };
  readonly where: { readonly district: string; readonly street: string; readonly place: string };
  readonly what: {
    readonly reported: string;
    readonly text: string;
    readonly since?: string | undefined;
    readonly tried: readonly Tried[];
  };
  readonly ask: { readonly requests: readonly string[] };
}
export type WrittenStep = keyof StepBodies;

/** A step sent by a program as the form of the same step would post it: both are read by `readStep` alone. */
export function postedOf<S extends WrittenStep>(step: S, body: StepBodies[S]): Posted {
  const { anonymous, count, since, requests, ...rest }: Record<string, unknown> = { ...body };
  switch (step) {
    case 'you':
      return { ...rest, anonymous: anonymous === true ? 'yes' : '', count: count === undefined ? '' : String(count) };
    case 'what': {
      const [y = '', m = '', d = ''] = typeof since === 'string' ? since.split('-') : [];
      return { ...rest, 'since-y': y, 'since-m': m, 'since-d': d };
    }
    case 'ask':
      return Object.fromEntries((Array.isArray(requests) ? requests : []).map((one, at) => [`ask-${at + 1}`, one]));
    default:
      return rest;
  }
}

/** Everything written so far, in the shapes it is sent in. */
export function writtenOf(filing: Filing) {
  const { kind, form, anonymous, name, phone, address, idKind, idNumber, count, others } = filing;
  const { forName, forPhone, forAddress, district, street, place, reported, text, tried, requests } = filing;
  const since = sinceOf(filing);
  return {
    for: { ...(kind === '' ? {} : { kind }), ...(form === '' ? {} : { form }) },
    you: {
      ...{ anonymous, name, phone, address, idKind, idNumber, others, forName, forPhone, forAddress },
      ...(/^\d+$/.test(count) ? { count: Number(count) } : {}),
    },
    where: { district, street, place },
    what: { reported, text, tried: [...tried], ...(since === undefined ? {} : { since }) },
    ask: { requests: requests.filter((request) => request !== '') },
  } satisfies StepBodies;
}

/** What stands between a draft and being sent, each as `step.field`. */
export function findGaps(filing: Filing, today: Day): readonly FilingProblem[] {
  return STEPS.flatMap((step) => findFaults(step, filing, today).map((fault) => inStep(step, fault)));
}

/** Names the field as programs send it: the first request is `ask.requests.0`. */
export function inStep(step: StepId, { field, said }: FilingProblem): FilingProblem {
  const own = field.replace(/^ask-(\d+)$/, (_, nth: string) => `requests.${Number(nth) - 1}`);
  return { field: `${step}.${own}`, said };
}
