import { sayCitation } from './articles.ts';
import { sayHoliday } from './calendar.ts';
import { articleOf, type Clock } from './clocks.ts';
import { type Day, type Language, sayDay } from './days.ts';
import type { DayRange, Derivation } from './due.ts';
import { layerOf, type PackLayer } from './packs.ts';
import type { Said } from './refusals.ts';
import type { ClockKind } from './rule-pack.ts';

/** What each clock is called. */
export const CLOCK_LABELS = {
  register: { zh: '登记', en: 'Registration' },
  forward: { zh: '转送', en: 'Forwarding' },
  hop: { zh: '逐级转送', en: 'Passing down a level' },
  sign: { zh: '签收', en: 'Signing for receipt' },
  objection: { zh: '提出异议', en: 'Time to object' },
  'objection-decision': { zh: '答复异议', en: 'Deciding the objection' },
  dispute: { zh: '指定受理单位', en: 'Deciding who is competent' },
  notice: { zh: '书面告知', en: 'Written notice' },
  'simple-accept': { zh: '简易受理', en: 'Acceptance, simple procedure' },
  handle: { zh: '办理', en: 'Handling' },
  'simple-handle': { zh: '简易办理', en: 'Handling, simple procedure' },
  duty: { zh: '履行职责', en: 'Performing the duty' },
  suggestion: { zh: '建议答复', en: 'Reply to the suggestion' },
  redo: { zh: '重新办理', en: 'Handling again' },
  feedback: { zh: '交办反馈', en: 'Feedback to the assigner' },
  contribution: { zh: '协办回复', en: 'Contribution' },
  supplement: { zh: '补充材料', en: 'More papers' },
  execution: { zh: '落实', en: 'Carrying it out' },
  agreement: { zh: '履行协议', en: 'Keeping the agreement' },
  'judicial-confirm': { zh: '申请司法确认', en: 'Time to ask the court’s confirmation' },
  'apply-review': { zh: '申请复查', en: 'Time to ask for review' },
  'review-accept': { zh: '复查、复核受理', en: 'Accepting the review' },
  review: { zh: '复查', en: 'Review' },
  'apply-final': { zh: '申请复核', en: 'Time to ask for re-review' },
  final: { zh: '复核', en: 'Re-review' },
  supervision: { zh: '回复督办', en: 'Answering the order' },
  proposal: { zh: '回复建议', en: 'Answering the proposal' },
  rating: { zh: '评价', en: 'Time to rate' },
  successor: { zh: '等待继续人', en: 'Waiting for a successor' },
  'yearly-report': { zh: '年度报告', en: 'Yearly report' },
} as const satisfies Record<ClockKind, { zh: string; en: string }>;

/** What starts each clock, as a noun for "why this date". */
const STARTS = {
  register: { zh: '收到', en: 'received' },
  forward: { zh: '信访部门收到', en: 'received by the petition office' },
  hop: { zh: '本级收到', en: 'received at this level' },
  sign: { zh: '转出', en: 'sent' },
  objection: { zh: '承办单位签收', en: 'signed for by the body' },
  'objection-decision': { zh: '提出异议', en: 'objected' },
  dispute: { zh: '提请指定', en: 'put to the superior' },
  notice: { zh: '承办单位收到', en: 'received by the body' },
  'simple-accept': { zh: '承办单位收到', en: 'received by the body' },
  handle: { zh: '受理', en: 'accepted' },
  'simple-handle': { zh: '受理', en: 'accepted' },
  duty: { zh: '收到申请', en: 'application received' },
  suggestion: { zh: '受理', en: 'accepted' },
  redo: { zh: '责令重新办理', en: 'ordered to be handled again' },
  feedback: { zh: '交办', en: 'assigned' },
  contribution: { zh: '请求协办', en: 'asked to contribute' },
  supplement: { zh: '通知补材料', en: 'asked for more papers' },
  execution: { zh: '签发处理意见', en: 'opinion issued' },
  agreement: { zh: '协议生效', en: 'agreement took effect' },
  'judicial-confirm': { zh: '协议生效', en: 'agreement took effect' },
  'apply-review': { zh: '收到书面答复', en: 'written answer received' },
  'review-accept': { zh: '收到申请', en: 'request received' },
  review: { zh: '收到复查申请', en: 'request for review received' },
  'apply-final': { zh: '收到复查意见', en: 'review opinion received' },
  final: { zh: '收到复核申请', en: 'request for re-review received' },
  supervision: { zh: '督办', en: 'ordered' },
  proposal: { zh: '提出建议', en: 'proposal made' },
  rating: { zh: '收到书面答复', en: 'written answer received' },
  successor: { zh: '得知信访人去世', en: 'death became known' },
  'yearly-report': { zh: '年度终了', en: 'the year ended' },
} as const satisfies Record<ClockKind, { zh: string; en: string }>;

const UNITS = {
  day: { zh: '日（自然日）', en: 'calendar days' },
  workday: { zh: '个工作日', en: 'working days' },
  month: { zh: '个月', en: 'months' },
} as const;

/**
 * Why a clock ends when it does: rule and article, start, days counted, days passed over and why, extension, calendar.
 * One sentence an element, for a numbered list (design §7). `layers` are the rules of places and sectors: where one of
 * them gave the clock its length, it is named.
 */
export function explainClock(clock: Clock, language: Language, layers: readonly PackLayer[] = []): readonly string[] {
  const article = articleOf(clock);
  const layer = layerOf(layers, clock.pack, clock.kind);
  const zh = language === 'zh-CN';
  const { derivation } = clock;
  const length = `${derivation.n}${zh ? UNITS[derivation.unit].zh : ` ${UNITS[derivation.unit].en}`}`;
  const extended = clock.extensions.reduce((sum, extension) => sum + extension.days, 0);
  const lines = [
    zh
      ? `规矩：${CLOCK_LABELS[clock.kind].zh}${length}（${ground(article, layer, language)}）。`
      : `Rule: ${CLOCK_LABELS[clock.kind].en}, ${length} (${ground(article, layer, language)}).`,
    zh
      ? `${sayDay(derivation.from, language)}${STARTS[clock.kind].zh}。当天不算，第二天是第1天。`
      : `${sayDay(derivation.from, language)}: ${STARTS[clock.kind].en}. That day is not counted; the next is day 1.`,
  ];
  if (extended > 0) {
    lines.push(
      zh
        ? `经批准延长${extended}日，一共${derivation.n + extended}日（${citation('regulation:34', language)}）。`
        : `Extended by ${extended} days with approval, ${derivation.n + extended} in all (${citation('regulation:34', language)}).`,
    );
  }
  return [
    ...lines,
    ...(clock.excluded ?? []).map((range) => notCounted(range, language)),
    ...(clock.suspendedOn === undefined ? counting(derivation, language) : [standing(clock.suspendedOn, language)]),
    calendarLine(derivation, language),
  ];
}

/** What a length rests on: the article of the law, the local or sector rule, or both. */
function ground(article: string, layer: PackLayer | undefined, language: Language): string {
  const law = citation(article, language);
  if (layer === undefined) return law;
  const zh = language === 'zh-CN';
  const rule = zh ? `按${layer.basis.zh}，第${layer.version}版` : `by ${layer.basis.en}, version ${layer.version}`;
  return article.startsWith('house') ? rule : `${law}${zh ? '；' : '; '}${rule}`;
}

function notCounted({ from, to }: DayRange, language: Language): string {
  const [first, last] = [sayDay(from, language), sayDay(to, language)];
  return language === 'zh-CN' ? `${first}到${last}不计算在内。` : `${first} to ${last} are not counted.`;
}

function standing(since: Day, language: Language): string {
  const day = sayDay(since, language);
  return language === 'zh-CN'
    ? `从${day}起停下来，等听证有了结论再接着算。`
    : `It has stood still since ${day}, and goes on once the hearing is concluded.`;
}

function citation(text: string, language: Language): string {
  const [law = 'house', article = ''] = text.split(':');
  return sayCitation({ law: law as Parameters<typeof sayCitation>[0]['law'], article }, language);
}

function counting(derivation: Derivation, language: Language): readonly string[] {
  const zh = language === 'zh-CN';
  const lines: string[] = [];
  const off = derivation.skipped.filter((day) => day.why !== 'weekend');
  if (derivation.unit === 'workday') {
    const named = namedDays(off, language);
    lines.push(
      zh
        ? `只数工作日，跳过周末和节假日${derivation.skipped.length}天${named === '' ? '' : `（${named}）`}；调休上班的周末算工作日。`
        : `Only working days count; ${derivation.skipped.length} weekend and holiday days are passed over${named === '' ? '' : ` (${named})`}; make-up workdays count.`,
    );
  }
  if (derivation.rolled.length > 0) {
    const why = namedDays(derivation.rolled, language);
    lines.push(
      zh
        ? `数到${sayDay(derivation.rawEnd, language)}，正赶上${why === '' ? '周末' : why}，顺延到上班的第一天：${sayDay(derivation.statutoryDue, language)}。`
        : `The count ends on ${sayDay(derivation.rawEnd, language)}, ${why === '' ? 'a weekend' : why}; it moves to the first working day: ${sayDay(derivation.statutoryDue, language)}.`,
    );
  } else {
    lines.push(
      zh
        ? `最后一天是${sayDay(derivation.statutoryDue, language)}，到当天24:00。`
        : `The last day is ${sayDay(derivation.statutoryDue, language)}, until 24:00.`,
    );
  }
  if (derivation.unit !== 'workday') {
    lines.push(
      zh ? '中间的周末和节假日照数，没有扣掉。' : 'Weekends and holidays in between are counted; none is left out.',
    );
  }
  return lines;
}

function namedDays(days: readonly { readonly name?: string; readonly why: string }[], language: Language): string {
  const names = [...new Set(days.flatMap((day) => (day.name ? [sayHoliday(day.name, language)] : [])))];
  return names.join(language === 'zh-CN' ? '、' : ', ');
}

function calendarLine(derivation: Derivation, language: Language): string {
  const zh = language === 'zh-CN';
  if (derivation.calendar === 'assumed') {
    return zh
      ? '这一年的放假安排国务院还没有公布，先按平常的周末算；公布以后重新算，有变化会告诉您。'
      : 'The holidays of that year are not published yet, so ordinary weekends are assumed; it is counted again when they are, and you are told if it changes.';
  }
  return zh
    ? `用的是国务院公布的放假安排（第${derivation.calendarVersion}版）。`
    : `By the published holiday notices (version ${derivation.calendarVersion}).`;
}

/** Whose time it is where no body holds the clock. */
export function sayPetitioner(kind: ClockKind): Said {
  return kind === 'successor' ? { zh: '继续人', en: 'the heirs' } : { zh: '信访人', en: 'the petitioner' };
}
