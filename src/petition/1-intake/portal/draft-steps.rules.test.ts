import { describe, expect, it } from 'vitest';
import { findGaps, inStep, postedOf, type StepBodies, type WrittenStep, writtenOf } from './draft-steps.rules.ts';
import { EMPTY_FILING, type Filing, readStep, sinceOf } from './filing.rules.ts';

const TODAY = '2026-03-11';

const BODIES: StepBodies = {
  for: { kind: 'suggestion', form: 'several' },
  you: {
    anonymous: true,
    name: '周桂兰',
    phone: '19000000268',
    address: '柳荫里3号楼',
    idKind: 'passport',
    idNumber: 'E12345678',
    count: 3,
    others: '李秀英 19000000311\n王小明',
    forName: '周大山',
    forPhone: '09008681200',
    forAddress: '柳荫里4号楼',
  },
  where: { district: '990101', street: '990101001', place: '楼北边' },
  what: { reported: '', text: '第一行\n第二行', since: '2025-12-08', tried: ['court', 'review'] },
  ask: { requests: ['把井修好', '免半年物业费'] },
};

function fill(filing: Filing = EMPTY_FILING, bodies: Partial<StepBodies> = BODIES): Filing {
  const read = <S extends WrittenStep>(before: Filing, step: S): Filing => {
    const body = bodies[step];
    return body === undefined ? before : readStep(step, postedOf<S>(step, body as StepBodies[S]), before);
  };
  return (['for', 'you', 'where', 'what', 'ask'] as const).reduce(read, filing);
}

describe('a step sent by a program', () => {
  it('is read as the form of the same step, and comes back in the shape it was sent in', () => {
    expect(writtenOf(fill())).toEqual(BODIES);
  });

  it('replaces the whole step and no other', () => {
    const after = fill(fill(), { ask: { requests: ['只有一条'] } });
    expect(writtenOf(after)).toEqual({ ...BODIES, ask: { requests: ['只有一条'] } });
    expect(writtenOf(fill(fill(), { for: {} })).for).toEqual({});
  });

  it.each(['2026', '2026-01', '2025-12-08'])('keeps a beginning as exact as it was said: %s', (since) => {
    expect(sinceOf(fill(EMPTY_FILING, { what: { reported: '', text: '', since, tried: [] } }))).toBe(since);
  });

  it('that was filled in by hand comes back as far as it can be read', () => {
    const typed: Filing = {
      ...EMPTY_FILING,
      count: '两个',
      since: { y: '去年', m: '', d: '' },
      requests: ['', '修好'],
    };
    const { you, what, ask } = writtenOf(typed);
    expect([you.count, what.since, ask.requests]).toEqual([undefined, undefined, ['修好']]);
  });
});

describe('what stands between a draft and being sent', () => {
  it('is named step by step, in the order people think', () => {
    expect(findGaps(EMPTY_FILING, TODAY).map(({ field }) => field)).toEqual([
      'for.kind',
      'for.form',
      'you.name',
      'where.district',
      'what.text',
      'ask.requests.0',
    ]);
    expect(findGaps(fill(), TODAY)).toEqual([]);
    expect(
      findGaps(
        fill(EMPTY_FILING, { ...BODIES, what: { reported: '', text: '冒水', since: '2026-02-30', tried: [] } }),
        TODAY,
      ),
    ).toEqual([{ field: 'what.since', said: expect.objectContaining({ zh: expect.stringContaining('没有这一天') }) }]);
  });

  it('names a request by its place', () => {
    expect(inStep('ask', { field: 'ask-3', said: { zh: '', en: '' } }).field).toBe('ask.requests.2');
  });
});
