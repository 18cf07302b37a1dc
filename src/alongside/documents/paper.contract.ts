import type { Body } from '../../domain/bodies.ts';
import { type Day, sayDay } from '../../domain/days.ts';
import type { InstrumentKind } from '../../domain/facts.ts';
import { instrumentNumber } from '../../domain/ids.ts';

/** The canonical text of a paper (文书), hashed in the act. How it is laid out is the template's matter, not the text's. */
export interface Paper {
  readonly kind: InstrumentKind;
  readonly template: string;
  readonly title: string;
  readonly issuer: string;
  readonly addressee: string;
  readonly paragraphs: readonly PaperParagraph[];
  readonly date: Day;
  readonly contact: string;
}

/** `heading` stands on its own line (一、…); plain text is indented two characters. */
export interface PaperParagraph {
  readonly heading?: boolean;
  readonly text: string;
}

/** 文种代字 and title of each kind (law.md §3.2). A kind without a word takes no number. */
export const PAPER_KINDS = {
  receipt: { word: '', zh: '登记回执', en: 'Receipt' },
  'acceptance-notice': { word: '信受', zh: '受理告知书', en: 'Notice of acceptance' },
  'destination-notice': { word: '信告', zh: '去向告知书', en: 'Notice of destination' },
  'non-acceptance-notice': { word: '信不受', zh: '不予受理告知书', en: 'Notice of non-acceptance' },
  'procedure-notice': { word: '信导', zh: '法定途径告知书', en: 'Notice of the legal procedure' },
  'forwarding-letter': { word: '信转', zh: '转送函', en: 'Forwarding letter' },
  'assignment-letter': { word: '信交', zh: '交办函', en: 'Assignment letter' },
  objection: { word: '信退', zh: '异议书', en: 'Objection' },
  'extension-notice': { word: '信延', zh: '延长办理期限告知书', en: 'Notice of extension' },
  opinion: { word: '信处', zh: '信访事项处理意见书', en: 'Opinion' },
  'suggestion-reply': { word: '信复', zh: '人民建议办理答复', en: 'Reply to a suggestion' },
  'duty-reply': { word: '信履', zh: '履行职责答复书', en: 'Reply on performance of duty' },
  'direct-reply': { word: '信答', zh: '答复书', en: 'Direct reply' },
  'final-notice': { word: '信不再受', zh: '不再受理告知书', en: 'Notice that it is final' },
  'result-report': { word: '信报', zh: '办结报告', en: 'Report of the result' },
  'competence-decision': { word: '信指', zh: '指定受理决定', en: 'Decision on competence' },
  'supplement-notice': { word: '信补', zh: '补充材料通知书', en: 'Request for more papers' },
  'end-notice': { word: '信终', zh: '终止办理告知书', en: 'Notice that handling ends' },
  'remedy-correction': { word: '信更', zh: '救济权利更正告知书', en: 'Corrected notice of remedy' },
  'review-acceptance': { word: '信复受', zh: '复查（复核）受理告知书', en: 'Notice that the review is accepted' },
  'review-refusal': { word: '信复不受', zh: '复查（复核）不予受理告知书', en: 'Notice that the review is declined' },
  'review-opinion': { word: '信复查', zh: '信访事项复查意见书', en: 'Review opinion' },
  'final-opinion': { word: '信复核', zh: '信访事项复核意见书', en: 'Re-review opinion' },
  'redo-notice': { word: '信重', zh: '重新办理通知书', en: 'Order to handle again' },
  'hearing-notice': { word: '信听', zh: '听证通知书', en: 'Notice of hearing' },
  'hearing-conclusion': { word: '信听结', zh: '听证结论', en: 'Conclusion of the hearing' },
  'mediation-agreement': { word: '调', zh: '调解协议书', en: 'Mediation agreement' },
  'supervision-order': { word: '信督', zh: '督办函', en: 'Supervision order' },
  proposal: { word: '信建', zh: '建议书', en: 'Proposal' },
  'termination-record': { word: '信备', zh: '终结备案表', en: 'Record of termination' },
  'urgent-report': { word: '专报', zh: '紧急信访信息专报', en: 'Urgent report' },
  'recusal-decision': { word: '信避', zh: '回避决定书', en: 'Decision on withdrawal' },
  'contribution-request': { word: '信协', zh: '协助办理函', en: 'Request to contribute' },
  'report-transfer': { word: '信移', zh: '检举控告材料移交函', en: 'Transfer of a sealed report' },
} as const satisfies Record<InstrumentKind, { word: string; zh: string; en: string }>;

/** Papers addressed to the petitioner: listed and readable on the follow page. The rest go between bodies. */
export const FOR_PETITIONER: Readonly<Record<InstrumentKind, boolean>> = {
  receipt: true,
  'acceptance-notice': true,
  'destination-notice': true,
  'non-acceptance-notice': true,
  'procedure-notice': true,
  'forwarding-letter': false,
  'assignment-letter': false,
  objection: false,
  'extension-notice': true,
  opinion: true,
  'suggestion-reply': true,
  'duty-reply': true,
  'direct-reply': true,
  'final-notice': true,
  'result-report': false,
  'competence-decision': true,
  'supplement-notice': true,
  'end-notice': true,
  'remedy-correction': true,
  'review-acceptance': true,
  'review-refusal': true,
  'review-opinion': true,
  'final-opinion': true,
  'redo-notice': false,
  'hearing-notice': true,
  'hearing-conclusion': true,
  'mediation-agreement': true,
  'supervision-order': false,
  proposal: false,
  'termination-record': false,
  'urgent-report': false,
  'recusal-decision': true,
  'contribution-request': false,
  'report-transfer': false,
};

/** Whether the petitioner has the paper yet: an opinion reaches them by service, notices when they are issued. */
export const NEEDS_SERVICE: Readonly<Partial<Record<InstrumentKind, true>>> = {
  opinion: true,
  'suggestion-reply': true,
  'duty-reply': true,
  'review-opinion': true,
  'final-opinion': true,
};

/** The counter a 文号 is drawn from: consecutive per body, kind and year. */
export function paperCounter(body: Body, kind: InstrumentKind, year: string): { region: string; name: string } {
  return { region: body.division.slice(0, 6), name: `paper/${body.id}/${PAPER_KINDS[kind].word}/${year}` };
}

export function paperNumber(body: Body, kind: InstrumentKind, year: string, serial: number): string {
  return instrumentNumber(body.code, PAPER_KINDS[kind].word, year, serial);
}

/** 2026年3月2日, as papers write dates. */
export function paperDay(day: Day): string {
  return sayDay(day, 'zh-CN', { weekday: false });
}

export function contactOf(body: Body): string {
  return `联系电话：${body.phone}　地址：${body.address.zh}`;
}

export function paragraph(text: string): PaperParagraph {
  return { text };
}

export function heading(text: string): PaperParagraph {
  return { heading: true, text };
}

/** 一、二、三 … for the items of a paper. */
export function chineseItem(at: number): string {
  const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
  if (at < 10) return digits[at] ?? '';
  return `${at < 19 ? '' : (digits[Math.floor((at + 1) / 10) - 1] ?? '')}十${(at + 1) % 10 === 0 ? '' : (digits[((at + 1) % 10) - 1] ?? '')}`;
}
