import { describe, expect, it } from 'vitest';
import { bodies, getBody } from '../../test/world/people.ts';
import { contextFor, type Ledger } from '../ledger/ledger.ts';
import { evolveClocks } from './clocks.ts';
import { startForwarding } from './forwarding.ts';
import { nationalCalendar } from './national-calendar.ts';
import { isIn, layerOf, NATIONAL_ONLY, type PackLayer, packsOf, withVersion } from './packs.ts';

const region = (over: Partial<PackLayer> = {}): PackLayer => ({
  id: 'nanjiang',
  version: 1,
  level: 'region',
  name: { zh: '南江', en: 'Nanjiang' },
  basis: { zh: '《南江办法》', en: 'Nanjiang Measures' },
  effectiveFrom: '2026-01-01',
  division: '990100',
  values: { clocks: { rating: { n: 20 } } },
  running: 'keep',
  ...over,
});
const police = (over: Partial<PackLayer> = {}): PackLayer => {
  const { division: _, ...rest } = region();
  return {
    ...rest,
    id: 'police',
    level: 'sector',
    bodies: ['d01-police'],
    values: { clocks: { suggestion: { n: 45 } } },
    ...over,
  };
};

describe('days that hang on the level', () => {
  it('are one length for every level under a rule that sets one, and stay under a rule that says nothing of them', () => {
    const under = (values: PackLayer['values']) => {
      const pack = packsOf([region({ values })]).begin({ division: '990101', on: '2026-03-06' });
      return ['city-petition', 'd01-petition'].map((id) => {
        const holder = { holder: id, from: '2026-03-06' };
        const clocks = evolveClocks({}, startForwarding({ calendar: nationalCalendar, pack }, getBody(id), holder), 1);
        return clocks.hop?.derivation;
      });
    };
    expect(under({ clocks: { rating: { n: 20 } } })).toMatchObject([{ n: 3 }, { n: 4 }]);
    expect(under({ clocks: { hop: { n: 2, unit: 'workday' } } })).toMatchObject([
      { n: 2, unit: 'workday', statutoryDue: '2026-03-10' },
      { n: 2, unit: 'workday', statutoryDue: '2026-03-10' },
    ]);
  });
});

describe('which rules a case begins under', () => {
  const packs = packsOf([region(), region({ version: 2, effectiveFrom: '2026-06-01' }), police()]);

  it('are those in force at its place on that day, and it keeps their key', () => {
    expect(packs.begin({ division: '990101001', on: '2025-12-31' }).kept).toBe('cn-national@1');
    expect(packs.begin({ division: '990101001', on: '2026-01-01' })).toMatchObject({
      key: 'cn-national@1+nanjiang@1',
      kept: 'cn-national@1+nanjiang@1~police@1',
      clocks: { rating: { n: 20 }, handle: { n: 60 } },
    });
    expect(packs.begin({ division: '990101', on: '2026-06-01' }).key).toBe('cn-national@1+nanjiang@2');
    expect(packs.begin({ division: '880101', on: '2026-06-01' }).kept).toBe('cn-national@1~police@1');
  });

  it('an ended version lets nothing begin, and does not bring the one before it back', () => {
    const ended = packsOf([region(), region({ version: 2, effectiveFrom: '2026-06-01', effectiveTo: '2026-08-31' })]);
    expect(ended.begin({ division: '990101', on: '2026-08-31' }).key).toBe('cn-national@1+nanjiang@2');
    expect(ended.begin({ division: '990101', on: '2026-09-01' }).key).toBe('cn-national@1');
    expect(ended.get('cn-national@1+nanjiang@2').clocks.rating.n).toBe(20);
  });

  it('the nearer place has the last word, and 000000 is every place', () => {
    const everywhere = region({
      id: 'all',
      division: '000000',
      values: { clocks: { rating: { n: 40 }, sign: { n: 1 } } },
    });
    const both = packsOf([region(), everywhere]);
    expect(both.begin({ division: '990101', on: '2026-02-01' })).toMatchObject({
      key: 'cn-national@1+all@1+nanjiang@1',
      clocks: { rating: { n: 20 }, sign: { n: 1 } },
    });
    expect(isIn(everywhere, '110000')).toBe(true);
  });

  it('a key nobody ever made is a damaged record', () => {
    expect(packs.knows('cn-national@1+moon@1')).toBe(false);
    expect(() => packs.get('cn-national@1+moon@1')).toThrow('moon');
    expect(NATIONAL_ONLY.knows('cn-national@1~police@1')).toBe(false);
  });
});

describe('the rules of a sector', () => {
  const packs = packsOf([
    region(),
    police(),
    police({ version: 2, effectiveFrom: '2026-07-01', values: { clocks: { suggestion: { n: 30 } } } }),
  ]);

  it('bind its bodies alone, as they were when the case began', () => {
    const began = packs.begin({ division: '990101', on: '2026-02-01' });
    const atPolice = packs.forBody(began, getBody('d01-police'));
    expect(atPolice).toMatchObject({
      key: 'cn-national@1+nanjiang@1+police@1',
      kept: 'cn-national@1+nanjiang@1~police@1',
      clocks: { suggestion: { n: 45 }, rating: { n: 20 } },
    });
    expect(packs.forBody(began, getBody('d01-housing'))).toBe(began);
    expect(
      packs.forBody(packs.begin({ division: '990101', on: '2026-07-01' }), getBody('d01-police')).clocks.suggestion.n,
    ).toBe(30);
  });

  it('leave imported lives alone', () => {
    expect(packs.forBody(packs.get('historical@1'), getBody('d01-police')).key).toBe('historical@1');
  });

  it('reach a rule by the body that acts', () => {
    /* Only what a rule is handed matters here. */
    const ledger = {
      clock: { now: () => new Date(Date.UTC(2026, 2, 2, 2)) },
      reference: { bodies, packs, calendar: { id: 'c', version: 1, years: {} } },
    } as unknown as Ledger;
    const at = (body: string) =>
      contextFor(ledger, { kind: 'staff', account: 'x', body, roles: ['head'] }, 'cn-national@1~police@1').pack;
    expect(at('d01-police').clocks.suggestion.n).toBe(45);
    expect(at('d01-housing').clocks.suggestion.n).toBe(60);
  });
});

describe('a new version for what runs already', () => {
  const second = region({ version: 2 });
  const province = region({ id: 'province', division: '990000' });
  const layers = [region(), second, police(), province];

  it.each([
    ['cn-national@1', 'cn-national@1+nanjiang@2'],
    ['cn-national@1+nanjiang@1', 'cn-national@1+nanjiang@2'],
    ['cn-national@1+nanjiang@1~police@1', 'cn-national@1+nanjiang@2~police@1'],
    ['cn-national@1+province@1~police@1', 'cn-national@1+province@1+nanjiang@2~police@1'],
    ['cn-national@1+police@1', 'cn-national@1+nanjiang@2+police@1'],
  ])('of a region takes its place: %s becomes %s', (kept, next) => {
    expect(withVersion(layers, kept, second, 'case')).toBe(next);
  });

  it('of a province goes beneath its cities', () => {
    expect(withVersion(layers, 'cn-national@1+nanjiang@1', province, 'case')).toBe(
      'cn-national@1+province@1+nanjiang@1',
    );
  });

  it('of a sector stands by in the case, and is in the key of the clocks it binds', () => {
    const next = police({ version: 2 });
    expect(withVersion(layers, 'cn-national@1+nanjiang@1~police@1', next, 'case')).toBe(
      'cn-national@1+nanjiang@1~police@2',
    );
    expect(withVersion(layers, 'cn-national@1+nanjiang@1', next, 'case')).toBe('cn-national@1+nanjiang@1~police@2');
    expect(withVersion(layers, 'cn-national@1+nanjiang@1+police@1', next, 'clock')).toBe(
      'cn-national@1+nanjiang@1+police@2',
    );
    expect(withVersion(layers, 'cn-national@1', next, 'clock')).toBe('cn-national@1+police@2');
  });
});

it('the rule a length rests on is the last layer that sets it', () => {
  const layers = [region(), police()];
  expect(layerOf(layers, 'cn-national@1+nanjiang@1+police@1', 'suggestion')?.id).toBe('police');
  expect(layerOf(layers, 'cn-national@1+nanjiang@1', 'rating')?.basis.en).toBe('Nanjiang Measures');
  expect(layerOf(layers, 'cn-national@1+nanjiang@1', 'handle')).toBeUndefined();
});
