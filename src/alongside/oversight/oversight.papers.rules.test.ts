import { describe, expect, it } from 'vitest';
import { ORDER_DEFECT_LABELS, ORDER_DEFECTS, PROPOSAL_KINDS, PROPOSAL_LABELS } from '../../domain/proceedings.ts';
import { orderText, proposalText } from './oversight.papers.rules.ts';

const gist = { title: '楼道漏水', who: '周桂兰', text: '', requests: [] };
const number = '990101-2026-000001-1';
const said = (paragraphs: readonly { text: string }[]) => paragraphs.map(({ text }) => text).join('\n');

describe('the order of supervision (D25)', () => {
  const order = {
    number,
    gist,
    way: 'writing',
    defect: 'delay',
    demand: '五日内书面答复。',
    due: '2026-05-20',
  } as const;

  it.each(ORDER_DEFECTS)('names the defect, the demand, the day and the article: %s', (defect) => {
    const text = said(orderText({ ...order, defect }));
    for (const told of [
      ORDER_DEFECT_LABELS[defect].zh,
      '五日内书面答复。',
      '2026年5月20日前书面回复',
      '第四十条第一款',
    ])
      expect(text).toContain(told);
  });

  it('E38: says by which submission it was raised above, and names nobody', () => {
    const raised = said(orderText({ ...order, raisedBy: '990100-2026-000009' }));
    expect(raised).toContain('990100-2026-000009');
    expect(said(orderText(order))).not.toContain('向上级提出');
    expect(raised).not.toContain('周桂兰');
  });
});

describe('the three proposals (D26)', () => {
  it.each(PROPOSAL_KINDS)('give facts, problem and proposal, and ask for an answer: %s', (kind) => {
    const text = said(
      proposalText({ number, gist, kind, problem: '三个月没人管。', proposal: '定人定责。', days: 30 }),
    );
    for (const told of [PROPOSAL_LABELS[kind].zh, '三个月没人管。', '定人定责。', '书面反馈是否采纳', '30日'])
      expect(text).toContain(told);
  });
});
