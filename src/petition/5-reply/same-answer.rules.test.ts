import { describe, expect, it } from 'vitest';
import { aMatter, answered, content, refusalOf, saidTo } from '../../../test/world/petition.ts';
import { likenessOf, MUCH_THE_SAME, renewalOf } from './same-answer.rules.ts';

const answeredOnce = aMatter().registered().forwardedTo('d01-housing').signed().accepted().drafted().issued().served();

/** Revoked on these grounds, handled again, and drafted anew. */
function again(grounds: readonly ('facts' | 'procedure')[]) {
  return answeredOnce
    .reviewAsked('city-housing')
    .done('accept-review')
    .done('draft-review', { outcome: 'revoke', grounds })
    .done('decide-review', { grounds })
    .done('serve-review')
    .drafted();
}
const banned = again(['facts']);

const revoked = [
  answered({
    finding: '经现场查看，顶楼屋面防水层2012年施工，使用年限已满，漏水点在女儿墙根部。',
    basis: '《房屋建筑工程质量保修办法》第七条',
    answer: '不属于保修范围，由业主使用维修资金。',
    verdict: 'not-support',
  }),
];
/** The same with two words changed. */
const reworded = revoked.map((item) => ({ ...item, answer: '不属保修范围，由业主使用维修资金处理。' }));
const renewedText = revoked.map((item) => ({
  ...item,
  finding: '开仓检查：排水口被施工垃圾堵死，2024年6月加装太阳能时破坏了防水层，有施工单位签字的记录。',
  basis: '《物业管理条例》第五十一条',
}));

describe('review.not-the-same-answer', () => {
  it('E40: revoked on the facts, the same outcome needs something new said', () => {
    expect(refusalOf(banned.trying('issue', { renewed: undefined }))).toMatchObject({
      code: 'review.not-the-same-answer',
      article: 'house:redo',
      status: 409,
      field: 'renewed',
    });
    expect(saidTo(banned.trying('issue', { renewed: content('new') }))).toBe('yes');
  });

  it('E40: where the text is much the same too, what is new is named in so many words', () => {
    const renewed = content('new');
    const alike = (named: boolean) => ({ renewed, renewal: { likeness: 0.97, named } });
    expect(refusalOf(banned.trying('issue', alike(false)))).toMatchObject({
      code: 'review.not-the-same-answer',
      field: 'renewed',
    });
    expect(refusalOf(banned.trying('issue', alike(false))).said.zh).toContain('97%');
    expect(saidTo(banned.trying('issue', alike(true)))).toBe('yes');
    expect(saidTo(banned.trying('issue', { renewed, renewal: { likeness: 0.5, named: false } }))).toBe('yes');
  });

  it('another outcome is another answer', () => {
    expect(saidTo(banned.trying('issue', { verdicts: ['explain'], renewed: undefined }))).toBe('yes');
  });

  it('revoked for procedure alone, the same answer may be right', () => {
    expect(saidTo(again(['procedure']).trying('issue', { renewed: undefined }))).toBe('yes');
  });
});

describe('how alike two answers are', () => {
  it('a word changed here and there leaves it much the same; other facts do not', () => {
    expect(likenessOf(revoked, revoked)).toBe(1);
    expect(likenessOf(revoked, reworded)).toBeGreaterThanOrEqual(MUCH_THE_SAME);
    expect(likenessOf(revoked, renewedText)).toBeLessThan(0.6);
  });

  it('the words of the petitioner’s request count for nothing', () => {
    const other = revoked.map((item) => ({ ...item, request: '完全不同的请求' }));
    expect(likenessOf(revoked, other)).toBe(1);
  });

  it.each([
    ['新证据', false],
    ['补充了  一些', false],
    ['新取得施工单位2024年6月的签字记录', true],
  ])('%j names what is new: %s', (said, named) => {
    expect(renewalOf(revoked, reworded, said).named).toBe(named);
  });
});
