import { describe, expect, it } from 'vitest';
import type { PackLayer } from '../../../domain/packs.ts';
import { draftFrom, layerOfDraft, NO_CLOCK } from './rule-form.rules.ts';

const last: PackLayer = {
  id: 'nanjiang',
  version: 2,
  level: 'region',
  name: { zh: '南江', en: 'Nanjiang' },
  basis: { zh: '《办法》', en: 'Measures' },
  effectiveFrom: '2026-01-01',
  division: '990100',
  values: {
    clocks: { 'review-accept': { n: 3, unit: 'workday', statutory: true } },
    settings: { excludeHearingInReview: true, withdrawalDays: 20 },
  },
  running: 'recount',
};

describe('the form of a set of rules', () => {
  it('begins with the values of the last version, and sends them again as the next', () => {
    const draft = draftFrom(last, '2026-03-02');
    expect(draft).toMatchObject({ version: 3, effectiveFrom: '2026-03-02', running: 'keep' });
    expect(layerOfDraft(draft, last)).toEqual({ ...last, version: 3, effectiveFrom: '2026-03-02', running: 'keep' });
  });

  it('sends only what was written: an emptied field is what lies beneath', () => {
    const draft = {
      ...draftFrom(last, '2026-03-02'),
      clocks: { 'review-accept': NO_CLOCK, rating: { n: '20', unit: '' as const, article: '' } },
      settings: { withdrawalDays: '', lapseBars: 'false' },
    };
    expect(layerOfDraft(draft, last).values).toEqual({ clocks: { rating: { n: 20 } }, settings: { lapseBars: false } });
  });

  it('of a sector names bodies and no place; what holds everywhere names 000000', () => {
    const empty = { ...draftFrom(undefined, '2026-03-02'), id: ' police ' };
    expect(layerOfDraft(empty, undefined)).toMatchObject({ id: 'police', version: 1, division: '', values: {} });
    expect(layerOfDraft({ ...empty, reach: 'everywhere' }, undefined).division).toBe('000000');
    expect(draftFrom({ ...last, division: '000000' }, '2026-03-02').reach).toBe('everywhere');
    const sector = layerOfDraft({ ...empty, reach: 'sector', bodies: ['d01-police'] }, undefined);
    expect(sector).toMatchObject({ level: 'sector', bodies: ['d01-police'] });
    expect('division' in sector).toBe(false);
  });
});
