import { describe, expect, it } from 'vitest';
import { NOT_ACCEPTED_REASONS } from '../../domain/vocabulary.ts';
import { acceptanceText, nonAcceptanceText, procedureText } from './acceptance.papers.rules.ts';

const noticed = {
  number: '990101-2026-000417-1',
  gist: { title: '楼道漏水', who: '周桂兰', text: '', requests: ['查明原因', '尽快修好'] },
  receivedOn: '2026-03-02',
  sender: '临江区信访局',
  handler: '陈立新',
  phone: '0900-868 2216',
};

function read(paragraphs: readonly { readonly text: string }[]): string {
  return paragraphs.map((one) => one.text).join('\n');
}

describe('D2 受理告知书', () => {
  const accepted = { ...noticed, on: '2026-03-04', route: '31(6)', due: '2026-05-06' } as const;

  it('says how and when it came, what is accepted one by one, by when, who to ask, and that it is not taken up above', () => {
    const text = read(acceptanceText(accepted));
    for (const told of [
      '楼道漏水',
      '990101-2026-000417-1',
      '经临江区信访局转送',
      '2026年3月2日收到',
      '2026年3月4日决定受理',
      '（一）查明原因',
      '（二）尽快修好',
      '60日',
      '2026年5月6日',
      '总共不超过30日',
      '陈立新',
      '0900-868 2216',
      '查询码',
      '第十九条第三款',
    ])
      expect(text).toContain(told);
  });

  it('simple procedure: ten working days, and that it may go back to the ordinary one', () => {
    const text = read(acceptanceText({ ...accepted, procedure: 'simple', due: '2026-03-18' }));
    for (const told of ['10个工作日', '2026年3月18日', '转为普通程序']) expect(text).toContain(told);
    expect(text).not.toContain('60日');
  });

  it('E9: a suggestion is promised no 60 days', () => {
    const text = read(acceptanceText({ ...accepted, route: '29', due: undefined }));
    expect(text).not.toContain('60日');
    expect(text).toContain('第二十九条');
  });

  it('E8: a notice that is late says so, and from which day the period counts', () => {
    const text = read(acceptanceText({ ...accepted, on: '2026-03-17', deemed: true }));
    expect(text).toContain('迟了');
    expect(text).toContain('视为2026年3月17日受理');
  });
});

describe('D4 不予受理告知书', () => {
  const declined = { ...noticed, sender: undefined, explain: '', goTo: '临江区住房和城乡建设局' };

  it.each([
    ['pending-elsewhere', '第十九条第三款', '办到哪一步'],
    ['skipped-level-visit', '第二十条第一款', '写信、网上提出不受这个限制'],
    ['outside-remit', '第二十三条第一款', '您可以向临江区住房和城乡建设局提出'],
    ['final', '第三十六条第三款', '新的事实、新的证据或者新的理由'],
  ] as const)('%s: the reason, its article, where to go, and that it stays registered', (reason, article, told) => {
    const text = read(nonAcceptanceText({ ...declined, reason, cites: '990101-2025-000100-1' }));
    for (const said of [
      '楼道漏水',
      '990101-2026-000417-1',
      '2026年3月2日',
      article,
      told,
      '临江区住房和城乡建设局',
      '已经登记',
    ])
      expect(text).toContain(said);
  });

  it.each([
    ['registered', undefined, '临江区信访局已于2026年4月9日登记'],
    ['sent', undefined, '已于2026年4月9日转给临江区信访局'],
    [
      'signed',
      '2026-04-24',
      '临江区信访局已于2026年4月9日收到，还在规定的期限内，最晚2026年4月24日书面告知您是否受理。',
    ],
    ['accepted', '2026-06-08', '临江区信访局已于2026年4月9日受理，还在规定的期限内，最晚2026年6月8日答复您。'],
    ['accepted', undefined, '临江区信访局已于2026年4月9日受理，还在规定的期限内。'],
  ] as const)('E38: says which body has it, since when and until when: %s', (step, until, told) => {
    const standing = { body: '临江区信访局', step, on: '2026-04-09', ...(until ? { until } : {}) };
    const cites = '990101-2026-000100-1';
    const text = read(nonAcceptanceText({ ...declined, reason: 'pending-elsewhere', cites, standing }));
    for (const said of [cites, told]) expect(text).toContain(said);
  });

  it('every reason has its words', () => {
    expect(new Set(NOT_ACCEPTED_REASONS.map((reason) => read(nonAcceptanceText({ ...declined, reason })))).size).toBe(
      4,
    );
  });

  it('D5 names the re-review: number, day and body', () => {
    const final = { number: '南复核〔2026〕3号', on: '2026-01-20', by: '南江市人民政府' };
    const text = read(nonAcceptanceText({ ...declined, reason: 'final', cites: '990101-2025-000100-1', final }));
    for (const told of ['990101-2025-000100-1', '南江市人民政府', '南复核〔2026〕3号', '2026年1月20日', '不再受理'])
      expect(text).toContain(told);
  });
});

describe('D6 法定途径告知书', () => {
  it('E23: names body, limit and papers, and warns that petitioning stops no other period', () => {
    const text = read(
      procedureText({
        ...noticed,
        route: '31(2)',
        body: '临江区劳动人事争议仲裁委员会（建设路5号）',
        limit: '自知道权利被侵害之日起一年内',
        materials: '仲裁申请书、工资条',
        explain: '您和用人单位之间的工资争议，由仲裁处理。',
      }),
    );
    for (const told of [
      '第三十一条第二项',
      '临江区劳动人事争议仲裁委员会（建设路5号）',
      '一年内',
      '仲裁申请书、工资条',
      '不能使诉讼、仲裁、行政复议的期限停下来',
      '尽早',
    ])
      expect(text).toContain(told);
  });
});
