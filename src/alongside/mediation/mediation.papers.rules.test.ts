import { describe, expect, it } from 'vitest';
import { agreementText } from './mediation.papers.rules.ts';

const agreement = {
  number: '990101-2026-000001-1',
  gist: { title: '押金不退', who: '周桂兰', text: '', requests: [] },
  kind: 'people',
  petitioner: '周桂兰',
  other: '河湾物业公司',
  mediators: '河湾街道人民调解委员会陈某、律师李某',
  facts: '押金三千元，双方都认。',
  promises: [
    { what: '退还押金三千元', who: '河湾物业公司', due: '2026-03-20' },
    { what: '交回门卡', who: ' ', due: '2026-03-21' },
  ],
} as const;
const said = (given: Parameters<typeof agreementText>[0]) =>
  agreementText(given)
    .map(({ text }) => text)
    .join('\n');

describe('the mediation agreement (D23)', () => {
  it('names the parties, the mediators, the facts, and who does what by which day', () => {
    for (const told of [
      '当事人：周桂兰；河湾物业公司',
      '律师李某（人民调解）',
      '押金三千元，双方都认。',
      '河湾物业公司：退还押金三千元，2026年3月20日前履行。',
      '交回门卡，2026年3月21日前履行。',
    ])
      expect(said(agreement)).toContain(told);
  });

  it('tells of the court where it may confirm, and of nothing that is not so', () => {
    expect(said(agreement)).toContain('30日内，共同向有管辖权的人民法院申请司法确认');
    expect(said({ ...agreement, kind: 'administrative' })).not.toContain('司法确认');
  });

  it('E55: asks for no promise not to petition again, and says that every right stays', () => {
    const text = said(agreement);
    expect(text).toContain('包括以后依法提出信访、诉讼的权利');
    for (const never of ['息诉', '罢访', '不再信访', '放弃']) expect(text).not.toContain(never);
  });
});
