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
};

/** Whether the petitioner has the paper yet: an opinion reaches them by service, notices when they are issued. */
export const NEEDS_SERVICE: Readonly<Partial<Record<InstrumentKind, true>>> = {
  opinion: true,
  'suggestion-reply': true,
  'duty-reply': true,
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
