import { describe, expect, it } from 'vitest';
import { hearingConclusion, hearingNotice } from './hearings.papers.rules.ts';

const gist = { title: '楼道漏水', who: '周桂兰', text: '', requests: [] };
const notice = {
  number: '990101-2026-000001-1',
  gist,
  excluded: false,
  heldOn: '2026-03-12',
  at: '上午9点，三楼会议室',
  topic: '管子该谁修',
  materials: '勘查记录',
  chair: '王志远',
  members: 5,
  names: '陈某、李某、赵某、钱某、孙某',
  representatives: 5,
  agents: 2,
};
const said = (paragraphs: readonly { text: string }[]) => paragraphs.map(({ text }) => text).join('\n');

describe('the notice of a hearing (D22)', () => {
  it('says when, where, about what, who leads and who decides, and what the petitioner may do', () => {
    const text = said(hearingNotice(notice));
    for (const told of [
      '2026年3月12日（上午9点，三楼会议室）',
      '管子该谁修',
      '勘查记录',
      '主持人：王志远；听证员5人：陈某',
      '2名以内的代理人',
      '不超过5名代表',
      '回避',
      '第三十六条第二款',
    ])
      expect(text).toContain(told);
  });

  it('says whether the days count', () => {
    expect(said(hearingNotice(notice))).toContain('照常计算');
    const final = said(hearingNotice({ ...notice, excluded: true }));
    expect(final).toContain('不计算在办理期限内');
    expect(final).not.toContain('照常计算');
  });

  it('leaves out what was not given', () => {
    const text = said(hearingNotice({ ...notice, materials: ' ', names: '' }));
    expect(text).not.toContain('听证材料');
    expect(text).toContain('听证员5人。');
  });
});

describe('the conclusion of a hearing', () => {
  it('is that of most members, with their count where it was noted', () => {
    const given = { number: notice.number, gist, heldOn: '2026-03-12', members: 5, agreeing: 4, text: '由物业修。' };
    expect(said(hearingConclusion(given))).toContain('按多数意见（听证员5人，4人同意）形成结论：由物业修。');
    expect(said(hearingConclusion({ ...given, agreeing: undefined }))).toContain('按多数意见形成结论：由物业修。');
  });
});
