import { describe, expect, it } from 'vitest';
import type { PaperParagraph } from '../../alongside/documents/paper.contract.ts';
import { type ReviewOpinionPaper, redoText, reviewOpinionText, terminationText } from './review.papers.rules.ts';

const PAPER: ReviewOpinionPaper = {
  number: '990101-2026-000001-1',
  title: '屋顶漏雨',
  level: 'review',
  respondent: '临江区住房和城乡建设局',
  attacked: { title: '信访事项处理意见书', number: '临住建信处〔2026〕1号', on: '2026-03-02' },
  filedOn: '2026-03-12',
  askedOn: '2026-03-14',
  applicant: '周桂兰',
  requests: ['修好屋顶', '修补墙皮'],
  reason: '没有人上楼顶看过。',
  facts: '卷材三处开裂。',
  opinion: '应当重做防水。',
  outcome: 'uphold',
  grounds: [],
  redoDays: 60,
  handler: '临江区住房和城乡建设局',
  reviewers: ['南江市人民政府'],
};

function read(paragraphs: readonly PaperParagraph[]): string {
  return paragraphs.map((one) => one.text).join('\n');
}

describe('D19 and D20', () => {
  it('name the parties, the requests one by one, the reason, the facts and the opinion', () => {
    const text = read(reviewOpinionText(PAPER));
    for (const told of [
      '申请人：周桂兰',
      '被申请人：临江区住房和城乡建设局',
      '于2026年3月12日申请复查，本机关于2026年3月14日收到',
      '（一）修好屋顶\n（二）修补墙皮',
      '没有人上楼顶看过',
      '二、查明的事实\n卷材三处开裂',
      '三、复查意见\n应当重做防水',
    ])
      expect(text).toContain(told);
  });

  it('upheld or changed, 复查 names who re-reviews and the 30 days', () => {
    expect(read(reviewOpinionText(PAPER))).toContain('自收到之日起30日内，向南江市人民政府申请复核');
    const changed = read(reviewOpinionText({ ...PAPER, outcome: 'change', grounds: ['basis'] }));
    expect(changed).toContain(
      '因依据错误，变更《信访事项处理意见书》（临住建信处〔2026〕1号，2026年3月2日），以本意见为准',
    );
    expect(changed).toContain('申请复核');
  });

  it('revoked, it says who handles it again, in how many days, and that review is open anew; never that it is final', () => {
    for (const level of ['review', 'final'] as const) {
      const text = read(
        reviewOpinionText({ ...PAPER, level, outcome: 'revoke', grounds: ['facts', 'evidence'], redoDays: 20 }),
      );
      expect(text).toContain('因事实不清、证据不足，撤销');
      expect(text).toContain('责令临江区住房和城乡建设局自本意见作出之日起20日内重新办理');
      expect(text).toContain('重新申请复查');
      expect(text).not.toContain('最终意见');
    }
  });

  it('复核 says that it is final, and with a hearing that it may be published (条例 36)', () => {
    const final = { ...PAPER, level: 'final', reviewers: [] } as const;
    const unheard = read(reviewOpinionText(final));
    for (const told of ['信访程序的最终意见', '第三十六条第三款', '新的事实、新的证据或者新的理由'])
      expect(unheard).toContain(told);
    expect(unheard).not.toContain('公示');
    const heard = read(reviewOpinionText({ ...final, heardOn: '2026-04-01' }));
    expect(heard).toContain('2026年4月1日举行了听证');
    expect(heard).toContain('可以依法向社会公示');
  });

  it('a review above which nobody stands says so, and that it is final', () => {
    const text = read(reviewOpinionText({ ...PAPER, reviewers: [] }));
    expect(text).toContain('本机关之上没有可以申请复核的机关');
    expect(text).toContain('信访程序的最终意见');
  });
});

describe('D21', () => {
  const order = {
    number: PAPER.number,
    title: PAPER.title,
    level: 'review',
    opinionNumber: '南住建信复查〔2026〕1号',
    due: '2026-05-11',
    redoDays: 30,
  } as const;

  it('bans the same answer where facts, evidence or basis were wrong, and only there', () => {
    expect(read(redoText({ ...order, grounds: ['facts'] }))).toContain(
      '不得以同一事实和理由作出与原意见基本相同的意见',
    );
    const formal = read(redoText({ ...order, grounds: ['procedure', 'unanswered'] }));
    expect(formal).not.toContain('不得以');
    for (const told of ['违反程序、漏答请求', '30日内办结', '2026年5月11日']) expect(formal).toContain(told);
  });
});

describe('D29', () => {
  it('lists each opinion with issuer, number and day, and what goes on after the filing (条例 37)', () => {
    const text = read(
      terminationText({
        number: PAPER.number,
        title: PAPER.title,
        applicant: '周桂兰',
        opinions: [
          {
            title: '信访事项处理意见书',
            number: '临住建信处〔2026〕1号',
            on: '2026-03-02',
            issuer: '临江区住房和城乡建设局',
          },
        ],
        servedOn: '2026-06-24',
        remark: '',
      }),
    );
    for (const told of ['（一）临江区住房和城乡建设局《信访事项处理意见书》', '2026年6月24日送达', '解释、疏导和帮扶'])
      expect(text).toContain(told);
  });
});
