import { describe, expect, it } from 'vitest';
import { bodies } from '../../../test/world/people.ts';
import { findCitation } from '../../domain/articles.ts';
import { nationalCalendar } from '../../domain/national-calendar.ts';
import type { PackLayer, PackValues } from '../../domain/packs.ts';
import { NATIONAL_PACK } from '../../domain/rule-pack.ts';
import { isNeverLonger, SETTING_NAMES, settingRule } from './pack-values.rules.ts';
import { type Checking, changesOf, checkLayer } from './packs.rules.ts';

const layer = (over: Partial<PackLayer> = {}): PackLayer => ({
  id: 'nanjiang',
  version: 1,
  level: 'region',
  name: { zh: '南江', en: 'Nanjiang' },
  basis: { zh: '《南江办法》', en: 'Nanjiang Measures' },
  effectiveFrom: '2026-04-01',
  division: '990100',
  values: { clocks: { rating: { n: 20 } } },
  running: 'keep',
  ...over,
});
const clocks = (values: PackValues['clocks']): PackLayer =>
  layer({ values: values === undefined ? {} : { clocks: values } });

const given: Checking = {
  layers: [],
  bodies,
  isPlace: (code) => code === '990100' || code === '990101',
  calendar: nationalCalendar,
  today: '2026-03-02',
};
const check = (one: PackLayer, more: Partial<Checking> = {}) => checkLayer(one, { ...given, ...more });
const wrong = (one: PackLayer, more: Partial<Checking> = {}) =>
  check(one, more).map(({ field, article }) => (article === undefined ? field : `${field} ${article}`));

describe('a layer of rules', () => {
  it('is taken when it is well formed', () => {
    expect(check(layer())).toEqual([]);
    expect(check(layer({ division: '000000' }))).toEqual([]);
    const { division: _, ...sector } = layer({ id: 'police', level: 'sector', bodies: ['d01-police'] });
    expect(check(sector)).toEqual([]);
  });

  it.each<[string, Partial<PackLayer>]>([
    ['id', { id: 'Nan Jiang' }],
    ['id', { id: 'cn-national' }],
    ['name', { name: { zh: '南江', en: ' ' } }],
    ['basis', { basis: { zh: '', en: '' } }],
    ['version', { version: 2 }],
    ['values', { values: {} }],
    ['division', { division: '880000' }],
    ['bodies', { bodies: ['d01-police'] }],
    ['effectiveFrom', { effectiveFrom: '2026-02-30' }],
    ['effectiveFrom regulation:50', { effectiveFrom: '2021-01-01' }],
    ['effectiveFrom', { effectiveFrom: '2036-01-01' }],
    ['effectiveTo', { effectiveTo: '2026-03-31' }],
  ])('names %s where it is not', (field, over) => {
    expect(wrong(layer(over))).toEqual([field]);
  });

  it('of a sector names bodies that are there, and no place', () => {
    const { division: _, ...sector } = layer({ id: 'police', level: 'sector' });
    expect(wrong(sector)).toEqual(['bodies']);
    expect(wrong({ ...sector, bodies: ['moon-police'] })).toEqual(['bodies']);
    expect(wrong({ ...sector, bodies: ['d01-police'], division: '990100' })).toEqual(['division']);
  });

  it('follows the version before it: next number, same place and kind, no earlier day', () => {
    const layers = [layer()];
    expect(wrong(layer({ version: 2 }), { layers })).toEqual([]);
    expect(wrong(layer({ version: 3 }), { layers })).toEqual(['version']);
    expect(wrong(layer({ version: 2, division: '990101' }), { layers })).toEqual(['division']);
    expect(wrong(layer({ version: 2, effectiveFrom: '2026-03-31' }), { layers })).toEqual(['effectiveFrom']);
    const { division: _, ...sector } = layer({ version: 2, level: 'sector', bodies: ['d01-police'] });
    expect(wrong(sector, { layers })).toEqual(['level']);
  });
});

describe('what the law gives', () => {
  it.each<[string, PackValues['clocks']]>([
    ['values.clocks.handle.n regulation:34', { handle: { n: 90 } }],
    ['values.clocks.notice.n regulation:23¶3', { notice: { n: 16 } }],
    ['values.clocks.notice.n regulation:23¶3', { notice: { n: 15, unit: 'workday' } }],
    ['values.clocks.forward.n regulation:22¶1', { forward: { n: 1, unit: 'month' } }],
    ['values.clocks.review.n regulation:35', { review: { n: 31 } }],
    ['values.clocks.final.n regulation:36¶1', { final: { n: 60 } }],
    ['values.clocks.apply-review.n regulation:35', { 'apply-review': { n: 15 } }],
    ['values.clocks.apply-final.n regulation:36¶1', { 'apply-final': { n: 10, unit: 'workday' } }],
    ['values.clocks.objection.n regulation:23¶3', { objection: { n: 4 } }],
    ['values.clocks.judicial-confirm.n mediation:33', { 'judicial-confirm': { n: 60 } }],
    ['values.clocks.handle.statutory regulation:34', { handle: { statutory: false } }],
    ['values.clocks.handle.article regulation:34', { handle: { article: 'house:handle' } }],
  ])('is not taken away: %s', (field, values) => {
    expect(wrong(clocks(values))).toEqual([field]);
  });

  it.each<[string, PackValues['clocks']]>([
    ['a body’s time cut', { handle: { n: 45 }, review: { n: 20 } }],
    /* Five working days are never more than 15 days, even over the Spring Festival. */
    ['a body’s time cut in another unit', { notice: { n: 5, unit: 'workday' } }],
    ['a petitioner’s window lengthened', { 'apply-review': { n: 60 } }],
    ['what the law leaves open', { rating: { n: 45 }, 'review-accept': { n: 15, unit: 'day', statutory: true } }],
  ])('may be added to: %s', (_, values) => {
    expect(wrong(clocks(values))).toEqual([]);
  });

  it('a citation points somewhere, and a length is a length', () => {
    expect(wrong(clocks({ rating: { article: 'regulation:99' } }))).toEqual(['values.clocks.rating.article']);
    expect(wrong(clocks({ rating: { n: 0 } }))).toEqual(['values.clocks.rating.n']);
    expect(wrong(clocks({ rating: { n: 2.5 } }))).toEqual(['values.clocks.rating.n']);
  });

  it('settings stay within what the law and reason allow', () => {
    const settings = (values: PackValues['settings']) =>
      wrong(layer({ values: values === undefined ? {} : { settings: values } }));
    expect(settings({ extensionMaxDays: 31 })).toEqual(['values.settings.extensionMaxDays regulation:34']);
    expect(settings({ extensionMaxDays: 15 })).toEqual([]);
    expect(settings({ representatives: 3 })).toEqual(['values.settings.representatives regulation:20¶3']);
    expect(settings({ hearingMembers: 6 })).toEqual(['values.settings.hearingMembers']);
    expect(settings({ alarmMinutes: 1 })).toEqual(['values.settings.alarmMinutes']);
    expect(settings({ excludeHearingInReview: true, lapseBars: true })).toEqual([]);
    const { division: _, ...sector } = layer({
      id: 'police',
      level: 'sector',
      bodies: ['d01-police'],
      values: { settings: { excludeHearingInHandling: true } },
    });
    expect(wrong(sector)).toEqual(['values.settings.excludeHearingInHandling regulation:36¶2']);
  });

  it('the defaults of the law pass their own checks, and every ground is a citation', () => {
    for (const name of SETTING_NAMES) {
      expect(wrong(layer({ values: { settings: { [name]: NATIONAL_PACK.settings[name] } } }))).toEqual([]);
      expect([name, findCitation(settingRule(name).article) !== undefined]).toEqual([name, true]);
    }
  });
});

it('lengths of different units are compared by the longest and shortest they ever come to', () => {
  const at = (n: number, unit: 'day' | 'workday' | 'month') => ({ n, unit });
  expect(isNeverLonger(at(5, 'workday'), at(15, 'day'), nationalCalendar)).toBe(true);
  expect(isNeverLonger(at(10, 'workday'), at(15, 'day'), nationalCalendar)).toBe(false);
  expect(isNeverLonger(at(59, 'day'), at(2, 'month'), nationalCalendar)).toBe(true);
  expect(isNeverLonger(at(60, 'day'), at(2, 'month'), nationalCalendar)).toBe(false);
  const none = { id: 'none', version: 0, years: {} };
  expect(isNeverLonger(at(5, 'workday'), at(30, 'day'), none)).toBe(true);
});

it('says what a layer changes, old beside new, with the ground', () => {
  const changes = changesOf(
    layer({ values: { clocks: { rating: { n: 20 }, handle: { n: 45 } }, settings: { excludeHearingInReview: true } } }),
    NATIONAL_PACK,
  );
  expect(changes).toMatchObject([
    { field: 'clocks.handle', before: { zh: '60日' }, after: { en: '45 days' }, article: 'regulation:34' },
    {
      field: 'clocks.rating',
      before: { zh: '30日（非法定）' },
      after: { zh: '20日（非法定）' },
      article: 'house:rating-window',
    },
    {
      field: 'settings.excludeHearingInReview',
      before: { zh: '否' },
      after: { en: 'yes' },
      article: 'house:hearing-days',
    },
  ]);
});
