import type { MatterPhase } from '../../domain/matter.ts';
import { refuseState, type Said } from '../../domain/refusals.ts';

/** The bar above a paper on the screen; it is never printed. The papers themselves are in Chinese. */
export const BAR_TEXTS = {
  bar: { zh: '打印说明', en: 'About printing' },
  how: {
    zh: '打印：按 Ctrl+P（苹果电脑按 ⌘P），纸张选 A4，缩放 100%，不要浏览器自带的页眉页脚。这一条不会印出来。',
    en: 'To print press Ctrl+P (⌘P on a Mac): paper A4, scale 100%, without the headers and footers of the browser. This bar is not printed. Office papers are in Chinese.',
  },
  toMatter: { zh: '‹ 回到这件事项', en: '‹ Back to the matter' },
  toSubmission: { zh: '‹ 回到这一件', en: '‹ Back to the submission' },
  toMatters: { zh: '‹ 回到事项列表', en: '‹ Back to the list of matters' },
  receipt: { zh: '印回执', en: 'Print the receipt' },
  registration: { zh: '印登记表', en: 'Print the registration form' },
  unsealed: {
    zh: '本件未盖章。印出来盖章，把盖好的扫描存回这件事项，“未盖章”就不再印。',
    en: 'This paper is unsealed. Print it, stamp it, and store the scan of the stamped sheet in the matter; “未盖章” (unsealed) is then no longer printed.',
  },
  sealed: { zh: '盖章件已存档，看扫描件', en: 'The stamped sheet is stored; open the scan' },
  from: { zh: '收到日期从', en: 'Received from' },
  to: { zh: '到', en: 'to' },
  phase: { zh: '办理情况', en: 'State' },
  all: { zh: '全部', en: 'All' },
  show: { zh: '重新生成', en: 'Draw again' },
} as const satisfies Record<string, Said>;

export const PHASE_WORDS = {
  open: { zh: '办理中', en: 'Open' },
  answered: { zh: '已答复', en: 'Answered' },
  closed: { zh: '已办结', en: 'Closed' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  'in-review': { zh: '复查复核中', en: 'In review' },
  ended: { zh: '已终结', en: 'Ended' },
  settled: { zh: '和解办结', en: 'Settled' },
  merged: { zh: '已合并', en: 'Merged' },
  archived: { zh: '已归档', en: 'Archived' },
} as const satisfies Record<Exclude<MatterPhase, 'none'>, Said>;

/** A ledger is held as one page; more than this is printed month by month. */
export const MOST_ROWS = 20_000;

export const NOT_YOUR_PAPER = refuseState(
  'other-post',
  403,
  '您的岗位不看信访事项，也不能打印',
  'Your post does not see petitions and cannot print them',
);

export const NO_SUCH_PAPER = refuseState(
  'no-paper',
  404,
  '没有这份文书，或者您不能看',
  'There is no such paper, or it is not yours to see',
);

export const PAPER_ERASED = refuseState(
  'paper-erased',
  409,
  '这份文书的内容已经依法清除，印不出来了',
  'The content of this paper was erased as the law requires and cannot be printed',
);

export const BAD_PERIOD = refuseState(
  'period',
  422,
  '日期写成年-月-日，开始不能晚于结束；办理情况从名单里选',
  'Write days as year-month-day, the first not after the last, and choose the state from the list',
  'from',
);

export const TOO_MANY_ROWS = refuseState(
  'period',
  422,
  `这个时段超过${MOST_ROWS}件，请分段打印`,
  `There are more than ${MOST_ROWS} matters in this period; please print it in parts`,
  'from',
);
