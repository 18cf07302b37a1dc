import { type Day, parseDay } from '../../../domain/days.ts';
import { idNumberHolds, isMobile } from '../../../domain/ids.ts';
import { ID_KINDS, type IdKind, type Particulars, type Person } from '../../../domain/particulars.ts';
import type { IdentityGrade } from '../../../domain/vocabulary.ts';
import { DOUBTS, type Doubt, FAULTS, type Fault } from './faults.texts.ts';

/** The steps of filing, in the order people think. */
export const STEPS = ['for', 'you', 'where', 'what', 'ask', 'papers'] as const;
export type StepId = (typeof STEPS)[number];

export const TRIED = ['court', 'arbitration', 'reconsideration', 'review'] as const;
export type Tried = (typeof TRIED)[number];

export const MOST_REQUESTS = 5;
/** District value of somebody who cannot say in which it happened. */
export const UNSURE = 'unsure';

/** A petition being written: everything as typed, so that going back never loses a word. */
export interface Filing {
  readonly form: '' | Exclude<Particulars['form'], 'guardian'>;
  readonly kind: '' | 'complaint' | 'suggestion' | 'report';
  readonly anonymous: boolean;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly idKind: IdKind;
  readonly idNumber: string;
  /** How many people it is for, where several. */
  readonly count: string;
  /** The others, one a line. */
  readonly others: string;
  readonly forName: string;
  readonly forPhone: string;
  readonly forAddress: string;
  /** The phone whose code was given back. */
  readonly confirmed: string;
  /** 6 digits, or `unsure`. */
  readonly district: string;
  /** 9 digits; empty where not said. */
  readonly street: string;
  readonly place: string;
  /** Whom a report is about, in words. */
  readonly reported: string;
  readonly text: string;
  readonly since: { readonly y: string; readonly m: string; readonly d: string };
  readonly tried: readonly Tried[];
  readonly requests: readonly string[];
  readonly mayPublish: boolean;
  readonly done: readonly StepId[];
  /** Doubts pressed past, each with the value it was about. */
  readonly passed: readonly string[];
  /** The other door already shown. */
  readonly doorSeen: string;
}

export const EMPTY_FILING: Filing = {
  form: '',
  kind: '',
  anonymous: false,
  name: '',
  phone: '',
  address: '',
  idKind: 'none',
  idNumber: '',
  count: '',
  others: '',
  forName: '',
  forPhone: '',
  forAddress: '',
  confirmed: '',
  district: '',
  street: '',
  place: '',
  reported: '',
  text: '',
  since: { y: '', m: '', d: '' },
  tried: [],
  requests: [],
  mayPublish: false,
  done: [],
  passed: [],
  doorSeen: '',
};

/** A form as it was posted. */
export type Posted = Readonly<Record<string, unknown>>;

/** One value of a posted form as plain text: line ends as one sign, no control signs, no more than `most` characters. */
export function textOf(posted: Posted, name: string, most: number): string {
  const value = posted[name];
  const text = Array.isArray(value) ? value.at(-1) : value;
  if (typeof text !== 'string') return '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control signs are what is taken out
  const clean = text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
  return [...clean].slice(0, most).join('');
}

/** A value typed on one line. */
export function lineOf(posted: Posted, name: string, most: number): string {
  return textOf(posted, name, most).replace(/\s+/g, ' ').trim();
}

function listOf(posted: Posted, name: string): readonly string[] {
  const value = posted[name];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((one): one is string => typeof one === 'string');
}

/** Digits as people write them: full width, with spaces and dashes. A mainland number loses its 86. */
export function plainPhone(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s\-—–()（）]/g, '')
    .replace(/^(?:\+|00)?86(?=1[3-9]\d{9}$)/, '');
}

function oneOf<T extends string>(values: readonly T[], text: string): T | undefined {
  return values.find((value) => value === text);
}

/** The filing after a step was posted. Unknown values read as empty; nothing is checked here. */
export function readStep(step: StepId, posted: Posted, before: Filing): Filing {
  switch (step) {
    case 'for':
      return {
        ...before,
        form: oneOf(['self', 'several', 'agent'], lineOf(posted, 'form', 10)) ?? '',
        kind: oneOf(['complaint', 'suggestion', 'report'], lineOf(posted, 'kind', 12)) ?? '',
      };
    case 'you':
      return {
        ...before,
        anonymous: lineOf(posted, 'anonymous', 5) === 'yes',
        name: lineOf(posted, 'name', 50),
        phone: plainPhone(lineOf(posted, 'phone', 30)),
        address: lineOf(posted, 'address', 200),
        idKind: oneOf(ID_KINDS, lineOf(posted, 'idKind', 20)) ?? 'none',
        idNumber: lineOf(posted, 'idNumber', 40).normalize('NFKC').replace(/\s/g, ''),
        count: lineOf(posted, 'count', 6).normalize('NFKC'),
        others: textOf(posted, 'others', 8000).trim(),
        forName: lineOf(posted, 'forName', 50),
        forPhone: plainPhone(lineOf(posted, 'forPhone', 30)),
        forAddress: lineOf(posted, 'forAddress', 200),
      };
    case 'where':
      return {
        ...before,
        district: oneOf([UNSURE], lineOf(posted, 'district', 12)) ?? digits(lineOf(posted, 'district', 12), 6),
        street: digits(lineOf(posted, 'street', 12), 9),
        place: lineOf(posted, 'place', 200),
      };
    case 'what':
      return {
        ...before,
        reported: lineOf(posted, 'reported', 300),
        text: textOf(posted, 'text', 10_000).trim(),
        since: {
          y: lineOf(posted, 'since-y', 4).normalize('NFKC'),
          m: lineOf(posted, 'since-m', 2).normalize('NFKC'),
          d: lineOf(posted, 'since-d', 2).normalize('NFKC'),
        },
        tried: TRIED.filter((one) => listOf(posted, 'tried').includes(one)),
      };
    case 'ask':
      return {
        ...before,
        requests: Array.from({ length: MOST_REQUESTS }, (_, at) =>
          textOf(posted, `ask-${at + 1}`, 500)
            .replace(/\s+/g, ' ')
            .trim(),
        ),
      };
    case 'papers':
      return before;
  }
}

function digits(text: string, length: number): string {
  return /^\d+$/.test(text) && text.length === length ? text : '';
}

export interface FilingProblem {
  readonly field: string;
  readonly said: { readonly zh: string; readonly en: string };
}

function fault(field: string, which: Fault): FilingProblem {
  return { field, said: FAULTS[which] };
}

/** What must be mended in one step before it is whole. `today` bounds when it began. */
export function findFaults(step: StepId, filing: Filing, today: Day): readonly FilingProblem[] {
  switch (step) {
    case 'for':
      return [
        ...(filing.kind === '' ? [fault('kind', 'kind')] : []),
        ...(filing.form === '' ? [fault('form', 'form')] : []),
      ];
    case 'you':
      return findFaultsOfPerson(filing);
    case 'where':
      return [
        ...(filing.district === '' ? [fault('district', 'district')] : []),
        ...(filing.district === UNSURE && filing.place === '' ? [fault('place', 'place')] : []),
      ];
    case 'what':
      return [
        ...(filing.kind === 'report' && filing.reported === '' ? [fault('reported', 'reported')] : []),
        ...(filing.text === '' ? [fault('text', 'text')] : []),
        ...findFaultOfSince(filing, today).map((which) => fault('since', which)),
      ];
    case 'ask':
      return filing.kind === 'report' || filing.requests.some((request) => request !== '')
        ? []
        : [fault('ask-1', 'ask')];
    case 'papers':
      return [];
  }
}

function findFaultsOfPerson(filing: Filing): readonly FilingProblem[] {
  const problems: FilingProblem[] = [];
  if (!filing.anonymous && filing.name === '') problems.push(fault('name', 'name'));
  if (filing.phone !== '' && !isPhone(filing.phone)) problems.push(fault('phone', 'phone'));
  if (filing.form === 'several') {
    if (!/^\d{1,4}$/.test(filing.count) || Number(filing.count) < 2) problems.push(fault('count', 'count'));
  }
  if (filing.form === 'agent') {
    if (filing.forName === '') problems.push(fault('forName', 'forName'));
    if (filing.forPhone !== '' && !isPhone(filing.forPhone)) problems.push(fault('forPhone', 'phone'));
  }
  return problems;
}

function isPhone(text: string): boolean {
  return /^\+?\d{5,20}$/.test(text);
}

function findFaultOfSince({ since: { y, m, d } }: Filing, today: Day): readonly Fault[] {
  if (y === '' && m === '' && d === '') return [];
  if (!/^\d{4}$/.test(y) || Number(y) < 1900) return ['since-year'];
  if (m === '') return d === '' ? ahead(y, today) : ['since-month'];
  if (!/^\d{1,2}$/.test(m) || Number(m) < 1 || Number(m) > 12) return ['since-month'];
  const month = `${y}-${m.padStart(2, '0')}`;
  if (d === '') return ahead(month, today);
  const day = `${month}-${d.padStart(2, '0')}`;
  return parseDay(day) === undefined ? ['since-day'] : ahead(day, today);
}

function ahead(day: string, today: Day): readonly Fault[] {
  return day > today.slice(0, day.length) ? ['since-ahead'] : [];
}

/** When it began as a year, month or day of ISO 8601; undefined where not said or not a date. */
export function sinceOf({ since: { y, m, d } }: Filing): string | undefined {
  if (!/^\d{4}$/.test(y)) return undefined;
  if (!/^\d{1,2}$/.test(m)) return y;
  const month = `${y}-${m.padStart(2, '0')}`;
  return /^\d{1,2}$/.test(d) ? (parseDay(`${month}-${d.padStart(2, '0')}`) ?? month) : month;
}

export interface FilingDoubt extends FilingProblem {
  /** Names the doubt and the value it is about. */
  readonly id: string;
}

/** What looks like a slip. It is said once and never stands in the way: pressing on with the same value passes it. */
export function findDoubts(step: StepId, filing: Filing): readonly FilingDoubt[] {
  if (step !== 'you') return [];
  const doubts: FilingDoubt[] = [];
  const doubt = (field: string, which: Doubt, value: string): void => {
    doubts.push({ field, said: DOUBTS[which], id: `${which}:${value}` });
  };
  if (looksMistyped(filing)) doubt('idNumber', 'id-number', filing.idNumber);
  if (filing.kind !== 'report' && !filing.anonymous && filing.phone === '' && filing.address === '')
    doubt('phone', 'unreachable', '');
  return doubts.filter(({ id }) => !filing.passed.includes(id));
}

/** The check digit of a resident card or permit catches typing errors, nothing more. */
export function looksMistyped({ idKind, idNumber }: Pick<Filing, 'idKind' | 'idNumber'>): boolean {
  if (idNumber === '' || !['id-card', 'residence-permit', 'foreign-residence'].includes(idKind)) return false;
  if (/^\d{15}$/.test(idNumber)) return false;
  return !idNumberHolds(idNumber);
}

/** The first step that is not whole, or undefined when it may be sent. */
export function firstGap(filing: Filing, today: Day): StepId | undefined {
  return STEPS.find((step) => findFaults(step, filing, today).length > 0);
}

/** A mobile can be confirmed by a code; of a report no message tells others on that phone. */
export function mayConfirmPhone({ kind, phone }: Pick<Filing, 'kind' | 'phone'>): boolean {
  return kind !== 'report' && isMobile(phone);
}

/** How sure we are who writes (product row S4); never a condition of being registered. */
export function identityOf(filing: Filing): IdentityGrade {
  if (filing.anonymous) return 'anonymous';
  return filing.confirmed !== '' && filing.confirmed === filing.phone ? 'phone-confirmed' : 'claimed';
}

/** The request in one line: what lists and papers call the matter by. */
export function titleOf(filing: Pick<Filing, 'requests' | 'text'>): string {
  const first = filing.requests.find((request) => request !== '') ?? filing.text;
  const line =
    first
      .split('\n', 1)[0]
      ?.trim()
      .replace(/[。．.；;，,！!\s]+$/, '') ?? '';
  const signs = [...line];
  return signs.length <= 40 ? line : `${signs.slice(0, 39).join('')}…`;
}

/** The other people, one a line: a name, and a phone where one follows it. */
export function othersOf(typed: string): readonly Person[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(0, 199)
    .map((line) => {
      const [, name = line, phone] = /^(.*?)[\s,，、：:]+([+\d][\d\s\-—]{4,})$/.exec(line) ?? [];
      const plain = phone === undefined ? '' : plainPhone(phone);
      const person = { name: [...name.trim()].slice(0, 50).join('') };
      return plain === '' ? person : { ...person, phone: plain };
    });
}

/** How many people the petition is for. */
export function petitionersOf(filing: Filing): number {
  if (filing.form !== 'several') return 1;
  return Math.min(9999, Math.max(Number(filing.count) || 1, 1 + othersOf(filing.others).length));
}

/** What arrived, as it arrived. An anonymous petitioner's name and papers of identity are left out, even if typed before. */
export function particularsOf(filing: Filing, files: readonly string[]): Particulars {
  const named = !filing.anonymous;
  const since = sinceOf(filing);
  const main: Person = {
    name: named ? filing.name : '',
    ...(filing.phone === '' ? {} : { phone: filing.phone }),
    ...(filing.address === '' ? {} : { address: filing.address }),
    ...(named && filing.idKind !== 'none' && filing.idNumber !== ''
      ? { idKind: filing.idKind, idNumber: filing.idNumber }
      : {}),
  };
  const principal: Person = {
    name: filing.forName,
    ...(filing.forPhone === '' ? {} : { phone: filing.forPhone }),
    ...(filing.forAddress === '' ? {} : { address: filing.forAddress }),
  };
  return {
    form: filing.form === '' ? 'self' : filing.form,
    people: filing.form === 'several' ? [main, ...othersOf(filing.others)] : [main],
    ...(filing.form === 'agent' ? { agentFor: principal } : {}),
    /* Of a report its keepers read what happened; what is asked for is the same in all of them. */
    title: titleOf(filing.kind === 'report' ? { requests: [], text: filing.text } : filing),
    ...(filing.kind === 'report' && filing.reported !== '' ? { reported: filing.reported } : {}),
    text: filing.text,
    requests: filing.requests.filter((request) => request !== ''),
    ...(filing.place === '' ? {} : { place: filing.place }),
    ...(since === undefined ? {} : { since }),
    files,
    tried: filing.tried,
  };
}

/** What opens the petition beside its code: the end of the phone number, else the name, else the code is all there is. */
export function secondFactOf(filing: Filing): 'phone' | 'name' | 'none' {
  if (filing.phone !== '') return 'phone';
  return filing.anonymous || filing.name === '' ? 'none' : 'name';
}

/** Letters and digits that cannot be taken for one another when read aloud or written by hand. */
export const RESUME_SIGNS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';

/** The resume code in what was typed, or undefined. */
export function findResumeCode(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-—–]/g, '');
  return /^[A-HJKMNP-Z2-9]{8}$/.test(code) ? code : undefined;
}

/** 7K4M 29TX */
export function sayResumeCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}
