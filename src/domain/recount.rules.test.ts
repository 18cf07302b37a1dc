import { describe, expect, it } from 'vitest';
import { type Clocks, evolveClocks, extendClock, startClock } from './clocks.ts';
import type { Day } from './days.ts';
import { nationalCalendar } from './national-calendar.ts';
import { type PackLayer, packsOf } from './packs.ts';
import { type Recounted, recountByCalendar, recountByLayer } from './recount.ts';
import { type ClockKind, NATIONAL_PACK } from './rule-pack.ts';

const setting = { calendar: nationalCalendar, pack: NATIONAL_PACK };

function running(...kinds: readonly { kind: ClockKind; holder?: string; from?: Day; n?: number }[]): Clocks {
  return evolveClocks(
    {},
    kinds.map(({ kind, holder = 'd01-housing', from = '2026-03-02', n }) =>
      startClock(setting, { id: kind, kind, holder, from, assignment: 'a1', n }),
    ),
    1,
  );
}

const layer = (values: PackLayer['values'], over: Partial<PackLayer> = {}): PackLayer => ({
  id: 'nanjiang',
  version: 1,
  level: 'region',
  name: { zh: '南江', en: 'Nanjiang' },
  basis: { zh: '《南江办法》', en: 'Nanjiang Measures' },
  effectiveFrom: '2026-03-01',
  division: '990100',
  values,
  running: 'recount',
  ...over,
});

function recounted(
  clocks: Clocks,
  under: PackLayer,
  more: Partial<Recounted> & { today?: Day; bodies?: string[] } = {},
) {
  const { today = '2026-03-10', bodies = [], ...of } = more;
  return recountByLayer(
    { clocks, pack: 'cn-national@1', division: '990101', ...of },
    { packs: packsOf([under]), layer: under, calendar: nationalCalendar, today, bodies },
  );
}

describe('rules that count running cases again', () => {
  it('move the date of a running clock whose length they set, and the case keeps them', () => {
    const clocks = running({ kind: 'handle' }, { kind: 'notice' });
    const result = recounted(
      clocks,
      layer({ clocks: { handle: { n: 45, article: 'house:handle', statutory: true } } }),
    );
    expect(result.pack).toBe('cn-national@1+nanjiang@1');
    expect(result.clocks).toMatchObject([
      {
        id: 'handle',
        pack: 'cn-national@1+nanjiang@1',
        article: 'house:handle',
        derivation: { n: 45, statutoryDue: '2026-04-16' },
      },
    ]);
    const after = evolveClocks(clocks, result.clocks, 2);
    expect(after.handle).toMatchObject({
      startedSeq: 1,
      pack: 'cn-national@1+nanjiang@1',
      derivation: { from: '2026-03-02' },
    });
    /* Counted once, there is nothing left to count. */
    expect(recounted(after, layer({ clocks: { handle: { n: 45 } } }), { pack: result.pack ?? '' })).toEqual({
      clocks: [],
      spared: [],
    });
  });

  it('keep extensions and days that are not counted', () => {
    const begun = running({ kind: 'handle' });
    const handle = begun.handle;
    if (!handle) throw new Error('it began');
    const extended = evolveClocks(begun, [extendClock(setting, 'handle', handle, 20)], 2);
    const clocks: Clocks = {
      handle: { ...handle, ...extended.handle, excluded: [{ from: '2026-03-09', to: '2026-03-13' }] },
    };
    const [change] = recounted(clocks, layer({ clocks: { handle: { n: 45 } } })).clocks;
    /* 45 + 20 days, and five that do not count: 2026-05-11, a Monday. */
    expect(change).toMatchObject({
      derivation: { n: 45, extra: 20, rawEnd: '2026-05-11', statutoryDue: '2026-05-11' },
    });
  });

  it('take no day from a window the petitioner has, and make no duty late that is in time', () => {
    const clocks = running(
      { kind: 'rating', holder: 'petitioner' },
      { kind: 'sign', from: '2026-03-09' },
      { kind: 'suggestion' },
    );
    const result = recounted(clocks, layer({ clocks: { rating: { n: 10 }, suggestion: { n: 5 } } }));
    expect(result.clocks).toEqual([]);
    expect(result.spared).toEqual([
      { id: 'rating', why: 'window' },
      { id: 'suggestion', why: 'past' },
    ]);
    const longer = recounted(clocks, layer({ clocks: { rating: { n: 40 } } }));
    expect(longer.clocks).toMatchObject([{ id: 'rating', derivation: { n: 40 } }]);
  });

  it('leave alone what an act set for this case, and what was left of an earlier count', () => {
    const clocks = running({ kind: 'feedback', n: 60 }, { kind: 'redo' }, { kind: 'forward', n: 9 });
    expect(
      recounted(clocks, layer({ clocks: { feedback: { n: 20 }, redo: { n: 30 }, forward: { n: 10 } } })),
    ).toMatchObject({
      clocks: [],
      spared: [],
    });
  });

  it('reach the cases of their place, or those that a body of their sector has', () => {
    const clocks = running({ kind: 'suggestion' });
    expect(
      recounted(clocks, layer({ clocks: { suggestion: { n: 45 } } }), { division: '880101' }).pack,
    ).toBeUndefined();
    expect(recounted(clocks, layer({ clocks: { suggestion: { n: 45 } } }), { pack: 'historical@1' })).toEqual({
      clocks: [],
      spared: [],
    });
    const { division: _, ...rest } = layer({ clocks: { suggestion: { n: 45 } } });
    const sector: PackLayer = { ...rest, id: 'houses', level: 'sector', bodies: ['d01-housing'] };
    expect(recounted(clocks, sector).clocks).toEqual([]);
    expect(recounted(clocks, sector, { bodies: ['d01-housing'] })).toMatchObject({
      pack: 'cn-national@1~houses@1',
      clocks: [{ id: 'suggestion', pack: 'cn-national@1+houses@1' }],
    });
    const others = running({ kind: 'suggestion', holder: 'd01-land' });
    expect(recounted(others, sector, { bodies: ['d01-housing', 'd01-land'] })).toMatchObject({
      clocks: [],
      pack: 'cn-national@1~houses@1',
    });
  });
});

describe('a calendar that says more', () => {
  it('moves a date of a year that was corrected, and nothing that comes out alike', () => {
    const clocks = running({ kind: 'notice' }, { kind: 'handle' });
    const year = nationalCalendar.years['2026'];
    if (!year) throw new Error('2026 is published');
    const corrected = {
      ...nationalCalendar,
      version: nationalCalendar.version + 1,
      years: { ...nationalCalendar.years, 2026: { ...year, off: [...year.off, '2026-03-17'] } },
    };
    const of = { clocks, pack: 'cn-national@1', division: '990101' };
    expect(recountByCalendar(of, corrected).clocks).toMatchObject([
      { id: 'notice', derivation: { statutoryDue: '2026-03-18' } },
    ]);
    expect(recountByCalendar(of, nationalCalendar)).toEqual({ clocks: [], spared: [] });
  });
});
