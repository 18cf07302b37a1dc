import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EMPTY_FILING,
  type Filing,
  findDoubts,
  findFaults,
  findResumeCode,
  firstGap,
  identityOf,
  othersOf,
  particularsOf,
  petitionersOf,
  plainPhone,
  RESUME_SIGNS,
  readStep,
  STEPS,
  secondFactOf,
  sinceOf,
  titleOf,
} from './filing.rules.ts';

const TODAY = '2026-03-11';
const WHOLE: Filing = {
  ...EMPTY_FILING,
  kind: 'complaint',
  form: 'self',
  name: '周桂兰',
  phone: '19000000268',
  address: '柳荫里3号楼',
  district: '990101',
  text: '污水井往外冒脏水。',
  requests: ['把井修好。', '', '', '', ''],
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: what is taken out is named
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

function fields(step: (typeof STEPS)[number], filing: Filing): string[] {
  return findFaults(step, filing, TODAY).map((fault) => fault.field);
}

describe('filing', () => {
  it('begins at the first step and ends when every step is whole', () => {
    expect(firstGap(EMPTY_FILING, TODAY)).toBe('for');
    expect(firstGap(WHOLE, TODAY)).toBeUndefined();
    expect(firstGap({ ...WHOLE, requests: [] }, TODAY)).toBe('ask');
  });

  it('needs a name or a tick for none', () => {
    expect(fields('you', { ...WHOLE, name: '' })).toEqual(['name']);
    expect(fields('you', { ...WHOLE, name: '', anonymous: true })).toEqual([]);
  });

  it('needs a place in words of somebody who does not know the district', () => {
    expect(fields('where', { ...WHOLE, district: 'unsure' })).toEqual(['place']);
    expect(fields('where', { ...WHOLE, district: 'unsure', place: '江边' })).toEqual([]);
  });

  it.each([
    [{ y: '', m: '', d: '' }, 0, undefined],
    [{ y: '2026', m: '', d: '' }, 0, '2026'],
    [{ y: '2026', m: '1', d: '' }, 0, '2026-01'],
    [{ y: '2026', m: '1', d: '16' }, 0, '2026-01-16'],
    [{ y: '2026', m: '2', d: '30' }, 1, '2026-02'],
    [{ y: '2026', m: '3', d: '12' }, 1, '2026-03-12'],
    [{ y: '26', m: '1', d: '1' }, 1, undefined],
    [{ y: '2026', m: '', d: '5' }, 1, '2026'],
  ])('reads when it began: %o', (since, faults, said) => {
    const filing = { ...WHOLE, since };
    expect(fields('what', filing)).toHaveLength(faults);
    expect(sinceOf(filing)).toBe(said);
  });

  it('doubts a document number once and never blocks it', () => {
    const filing: Filing = { ...WHOLE, idKind: 'id-card', idNumber: '11010519491231002Y' };
    const [doubt] = findDoubts('you', filing);
    expect(doubt?.field).toBe('idNumber');
    expect(fields('you', filing)).toEqual([]);
    expect(findDoubts('you', { ...filing, passed: [doubt?.id ?? ''] })).toEqual([]);
    expect(findDoubts('you', { ...filing, idNumber: '11010519491231002X' })).toEqual([]);
    expect(findDoubts('you', { ...filing, idKind: 'passport' })).toEqual([]);
  });

  it('never throws and never loses what fits, whatever is posted', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STEPS), fc.dictionary(fc.string(), fc.anything()), (step, posted) => {
        const read = readStep(step, posted, WHOLE);
        findFaults(step, read, TODAY);
        findDoubts(step, read);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), (typed) => {
        const kept = readStep('what', { text: typed }, EMPTY_FILING).text;
        expect(kept).toBe(typed.replace(/\r\n?/g, '\n').replace(CONTROL, '').trim());
      }),
    );
  });

  it('leaves the name and the document of an anonymous petitioner out, even if typed before', () => {
    const filing: Filing = { ...WHOLE, anonymous: true, idKind: 'id-card', idNumber: '11010519491231002X' };
    expect(particularsOf(filing, []).people).toEqual([{ name: '', phone: '19000000268', address: '柳荫里3号楼' }]);
    expect(identityOf(filing)).toBe('anonymous');
    expect(secondFactOf({ ...filing, phone: '' })).toBe('none');
  });

  it('grades identity by the phone that was confirmed, not another', () => {
    expect(identityOf(WHOLE)).toBe('claimed');
    expect(identityOf({ ...WHOLE, confirmed: '19000000268' })).toBe('phone-confirmed');
    expect(identityOf({ ...WHOLE, confirmed: '19000000269' })).toBe('claimed');
  });

  it('counts everybody and reads the others line by line', () => {
    expect(othersOf('李秀英 190-0000-0311\n\n阿依古丽·买买提\n王五，0900-8681200')).toEqual([
      { name: '李秀英', phone: '19000000311' },
      { name: '阿依古丽·买买提' },
      { name: '王五', phone: '09008681200' },
    ]);
    expect(petitionersOf({ ...WHOLE, form: 'several', count: '2', others: '甲\n乙\n丙' })).toBe(4);
    expect(petitionersOf(WHOLE)).toBe(1);
  });

  it('calls the matter by its first request', () => {
    expect(titleOf(WHOLE)).toBe('把井修好');
    expect(titleOf({ requests: [], text: '第一行\n第二行' })).toBe('第一行');
    expect([...titleOf({ requests: ['长'.repeat(500)], text: '' })]).toHaveLength(40);
  });

  it('reads numbers as people write them', () => {
    expect(plainPhone('＋８６ １９０ ００００ ０２６８')).toBe('19000000268');
    expect(plainPhone('0900-868 1200')).toBe('09008681200');
    expect(findResumeCode('7k4m-29tx')).toBe('7K4M29TX');
    expect(findResumeCode('7K4M 29T0')).toBeUndefined();
    expect(RESUME_SIGNS).toMatch(/^[A-HJKMNP-Z2-9]{31}$/);
  });
});
