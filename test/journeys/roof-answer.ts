import type { Page } from 'playwright-core';

interface Answer {
  readonly finding: string;
  readonly basis: string;
  readonly answer: string;
  /** Day to carry it out by. */
  readonly by: string;
}

/** What the bureau found about Qin's two requests. */
export async function writeAnswers(page: Page): Promise<void> {
  await support(page, 0, {
    finding: '3月16日到现场查看，5号楼楼顶防水卷材有三处开裂，雨天渗入601室。',
    basis: '《住宅专项维修资金管理办法》第二十二条：使用维修资金，由业主依法表决通过。',
    answer: '4月20日业主表决通过，由物业公司组织重做5号楼楼顶防水，区住建局验收。',
    by: '2026-06-10',
  });
  await support(page, 1, {
    finding: '601室厨房、卧室墙皮因渗水脱落，约12平方米。',
    basis: '《民法典》第九百四十二条：物业服务人应当妥善维修、养护共有部分。',
    answer: '物业公司书面承诺，楼顶验收后十日内免费修补。',
    by: '2026-06-20',
  });
}

/** Supports one request, with facts, basis, opinion and day. */
async function support(page: Page, at: number, { finding, basis, answer, by }: Answer): Promise<void> {
  const item = page.locator('.item').nth(at);
  await item.getByRole('radio', { name: '支持', exact: true }).check();
  await item.getByLabel('事实').fill(finding);
  await item.getByLabel('依据').fill(basis);
  await item.getByLabel('意见', { exact: true }).fill(answer);
  await item.getByLabel('落实').fill(by);
}
