import { expect, test } from 'vitest';
import { NO_MATTER } from '../../domain/matter.ts';
import { addToTotals, ledgerLine, NO_TOTALS } from './ledger-line.rules.ts';
import { clip, labelOf, readPeriod, sayDate, sayMoment } from './print.rules.ts';
import { BAD_PERIOD } from './print.texts.ts';

const TODAY = '2026-03-02';

test('moments are said in Shanghai time, also over midnight', () => {
  expect(sayMoment('2026-02-25T12:14:09.000Z')).toBe('2026年2月25日 20:14');
  expect(sayMoment('2026-02-28T23:59:59.999Z')).toBe('2026年3月1日 07:59');
  expect(sayDate(undefined)).toBe('');
});

test('a long text is cut between characters, never within one', () => {
  expect(clip('短', 5)).toEqual({ text: '短', cut: false });
  expect(clip('𠮷𠮷𠮷', 2)).toEqual({ text: '𠮷𠮷', cut: true });
});

test('a code that a source does not state is said to be unstated', () => {
  expect(labelOf({ visit: { zh: '来访' } }, 'visit')).toBe('来访');
  expect(labelOf({}, 'unknown')).toBe('未载明');
  expect(labelOf({}, 'constructor')).toBe('constructor');
});

test('a ledger is of this year so far unless told otherwise', () => {
  expect(readPeriod({}, TODAY)).toEqual({ from: '2026-01-01', to: TODAY });
  expect(readPeriod({ from: '', to: '', phase: '' }, TODAY)).toEqual({ from: '2026-01-01', to: TODAY });
  expect(readPeriod({ from: '2025-02-01', to: '2025-02-28', phase: 'answered' }, TODAY)).toEqual({
    from: '2025-02-01',
    to: '2025-02-28',
    phase: 'answered',
  });
});

test.each([
  { from: '2026-02-30' },
  { from: '2026-03-03' },
  { to: '2025-12-31' },
  { from: ['2026-01-01', '2026-01-02'] },
  { phase: 'none' },
  { phase: 'all' },
])('a period that cannot be read is refused: %j', (query) => {
  expect(readPeriod(query, TODAY)).toBe(BAD_PERIOD);
});

test('an answer that is due stands before the steps towards it, and time to object is nobody’s lateness', () => {
  const clock = (kind: 'objection' | 'notice' | 'handle', due: string) => ({
    kind,
    holder: 'housing',
    pack: 'national@1',
    startedSeq: 1,
    extensions: [],
    derivation: { statutoryDue: due } as never,
  });
  const open = { ...NO_MATTER, clocks: { a: clock('objection', '2026-02-01'), b: clock('notice', '2026-03-01') } };
  expect(ledgerLine(open, TODAY).due).toMatchObject({ kind: 'notice', day: '2026-03-01', late: true });
  const accepted = { ...open, clocks: { ...open.clocks, c: clock('handle', '2026-05-01') } };
  expect(ledgerLine(accepted, TODAY).due).toMatchObject({ kind: 'handle', label: '办理', late: false });
  expect(ledgerLine({ ...NO_MATTER, clocks: { a: clock('objection', '2026-02-01') } }, TODAY).due).toBeUndefined();
});

test('totals count matters, people, answers, lateness and both sides of a rating', () => {
  const line = {
    answeredOn: '2026-02-01',
    due: { kind: 'handle' as const, label: '办理', day: '2026-01-31', late: true },
    office: 'satisfied' as const,
    body: 'unsatisfied' as const,
  };
  expect(addToTotals(addToTotals(NO_TOTALS, line, 22), {}, 1)).toEqual({
    matters: 2,
    people: 23,
    answered: 1,
    served: 0,
    late: 1,
    rated: 2,
    satisfied: 1,
  });
});
