import type { Route } from '../../domain/vocabulary.ts';
import type { Sentence } from '../../platform/http/route.contract.ts';
import {
  LIMITATION_WARNING,
  NOTICE_PARTS,
  type NoticePart,
  noticeOf,
  PROCEDURE_FACTS,
  type ProcedureKind,
  proceduresOf,
} from './procedures.texts.ts';
import {
  OWN_PROCEDURE,
  PURPOSE_CLASS_LABELS,
  type QuestionId,
  ROUTE_FACTS,
  SORTING_QUESTIONS,
  YES_NO_LABELS,
} from './sorting.texts.ts';

export type YesNo = keyof typeof YES_NO_LABELS;

/** What has been answered. An answer to a question that its path never asks counts for nothing. */
export interface SortingAnswers {
  readonly purpose?: keyof typeof PURPOSE_CLASS_LABELS;
  readonly justice?: YesNo;
  readonly 'justice-kind'?: ProcedureKind;
  readonly arbitration?: YesNo;
  readonly 'arbitration-kind'?: ProcedureKind;
  readonly party?: YesNo;
  readonly 'party-kind'?: ProcedureKind;
  readonly administrative?: YesNo;
  readonly 'administrative-kind'?: ProcedureKind;
  readonly own?: YesNo;
  readonly duty?: YesNo;
}

export interface Question {
  readonly id: QuestionId;
  readonly ask: Sentence;
  readonly help: Sentence;
  readonly citations: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: Sentence }[];
}

/** Where the answers lead, and everything that follows from it. */
export interface Sorted {
  readonly route: Route;
  /** The citation the route stands on, as findCitation reads it. */
  readonly article: string;
  readonly reason: Sentence;
  readonly clock: Sentence;
  readonly remedy: Sentence;
  /** Only for 31(1)-(4). */
  readonly procedure?: {
    readonly kind: ProcedureKind;
    readonly name: Sentence;
    readonly body: Sentence;
    readonly limit: Sentence;
    readonly materials: Sentence;
    readonly warning: Sentence;
    /** The organ that has the matter is itself competent and starts the procedure. */
    readonly own: boolean;
  };
}

/** 31(1)-(4) in the order of the text: whether, and if so which. The first that holds decides. */
const LED = [
  { whether: 'justice', which: 'justice-kind', route: '31(1)' },
  { whether: 'arbitration', which: 'arbitration-kind', route: '31(2)' },
  { whether: 'party', which: 'party-kind', route: '31(3)' },
  { whether: 'administrative', which: 'administrative-kind', route: '31(4)' },
] as const satisfies readonly { whether: QuestionId; which: QuestionId; route: Route }[];

type Step = { readonly ask: QuestionId } | { readonly sorted: Sorted };

/** The question to ask next; undefined once the route is found. */
export function nextQuestion(answers: SortingAnswers): Question | undefined {
  const step = walk(answers);
  return 'ask' in step ? questionOf(step.ask) : undefined;
}

/** The route, once every question on the way to it is answered (条例 29, 30, 31; law.md §1.5). */
export function routeOf(answers: SortingAnswers): Sorted | undefined {
  const step = walk(answers);
  return 'sorted' in step ? step.sorted : undefined;
}

/** Adds an answer; one that its question does not offer changes nothing. */
export function withAnswer(answers: SortingAnswers, id: QuestionId, value: string): SortingAnswers {
  return questionOf(id).options.some((option) => option.value === value) ? { ...answers, [id]: value } : answers;
}

function walk(answers: SortingAnswers): Step {
  if (answers.purpose === undefined) return { ask: 'purpose' };
  if (answers.purpose === 'suggestion') return { sorted: plain('29') };
  if (answers.purpose === 'report') return { sorted: plain('30') };
  for (const { whether, which, route } of LED) {
    const answer = answers[whether];
    if (answer === undefined) return { ask: whether };
    if (answer === 'no') continue;
    const kind = answers[which];
    if (kind === undefined) return { ask: which };
    if (route !== '31(4)') return { sorted: led(kind, false) };
    return answers.own === undefined ? { ask: 'own' } : { sorted: led(kind, answers.own === 'yes') };
  }
  if (answers.duty === undefined) return { ask: 'duty' };
  return { sorted: plain(answers.duty === 'yes' ? '31(5)' : '31(6)') };
}

function plain(route: Route): Sorted {
  return { route, ...ROUTE_FACTS[route] };
}

function led(kind: ProcedureKind, own: boolean): Sorted {
  const { route, name, body, limit, materials } = PROCEDURE_FACTS[kind];
  return {
    ...plain(route),
    ...(own ? { reason: OWN_PROCEDURE.reason } : {}),
    procedure: {
      kind,
      name,
      body: own ? OWN_PROCEDURE.body : body,
      limit,
      materials,
      warning: LIMITATION_WARNING,
      own,
    },
  };
}

function questionOf(id: QuestionId): Question {
  return { id, ...SORTING_QUESTIONS[id], options: optionsOf(id) };
}

function optionsOf(id: QuestionId): Question['options'] {
  if (id === 'purpose') return Object.entries(PURPOSE_CLASS_LABELS).map(([value, label]) => ({ value, label }));
  const kinds = LED.find(({ which }) => which === id);
  if (kinds === undefined) return Object.entries(YES_NO_LABELS).map(([value, label]) => ({ value, label }));
  return proceduresOf(kinds.route).map((kind) => ({ value: kind, label: PROCEDURE_FACTS[kind].name }));
}

/** What the notice says of the procedure found, in the language of the paper; undefined where none is led into. */
export function noticeFor(sorted: Sorted): Readonly<Record<NoticePart, string>> | undefined {
  if (sorted.procedure === undefined) return undefined;
  const { kind, own } = sorted.procedure;
  return { ...noticeOf(kind), ...(own ? { body: OWN_PROCEDURE.body.zh } : {}) };
}

/**
 * Fills the notice again when route or procedure change: what was typed by hand stays, what was filled in follows.
 * `filled` is what stood there by itself before.
 */
export function refill({
  typed,
  filled,
  next,
}: Readonly<Record<'typed' | 'filled' | 'next', Readonly<Record<NoticePart, string>>>>): Record<NoticePart, string> {
  const part = (name: NoticePart): string =>
    typed[name].trim() === '' || typed[name] === filled[name] ? next[name] : typed[name];
  const [body, limit, materials] = NOTICE_PARTS.map(part);
  return { body: body ?? '', limit: limit ?? '', materials: materials ?? '' };
}
