import type { IndicatorFigure } from '../accountability/figures/figures.contract.ts';
import { figures, WHOLE_INSTALLATION } from '../accountability/figures/server/figures.ts';
import { addDays, dayOf, type Language, sayDay } from '../domain/days.ts';
import type { Said } from '../domain/refusals.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { PublicFigures } from './portal/portal.ts';

/** What the start page shows: these indicators, the good and the bad. */
const SHOWN = ['forwarded-in-time', 'accepted-in-time', 'answered-in-time', 'participation-body', 'satisfaction-body'];
const KEPT_MS = 600_000;

/**
 * Last month in figures, for the portal's start page. Counted at most every ten minutes, whoever looks; undefined while
 * nothing was received last month.
 */
export function publicFiguresOf(ledger: Ledger): (language: Language) => Promise<PublicFigures | undefined> {
  let kept: { readonly at: number; readonly answer: ReturnType<typeof read> } | undefined;
  return async (language) => {
    const now = ledger.clock.now().getTime();
    if (!kept || now - kept.at > KEPT_MS) kept = { at: now, answer: read(ledger) };
    try {
      const answer = await kept.answer;
      return answer && inWords(answer, language);
    } catch (cause) {
      kept = undefined;
      throw cause;
    }
  };
}

async function read(ledger: Ledger) {
  const today = dayOf(ledger.clock.now().toISOString());
  const to = addDays(`${today.slice(0, 7)}-01`, -1);
  const from = `${to.slice(0, 7)}-01`;
  const answer = await figures(ledger, { from, to, scope: WHOLE_INSTALLATION, today });
  return answer.received.submissions === 0 ? undefined : answer;
}

function inWords(answer: NonNullable<Awaited<ReturnType<typeof read>>>, language: Language): PublicFigures {
  const zh = language === 'zh-CN';
  const say = (said: Said): string => (zh ? said.zh : said.en);
  const at = answer.checkpoint;
  const net = answer.received.byChannel.find((one) => one.key === 'net')?.count ?? 0;
  return {
    intro: zh
      ? `全市，${answer.from.slice(0, 4)}年${Number(answer.from.slice(5, 7))}月，数到${sayDay(answer.asAt, language)}。做得不好的也写在这里。${at === null ? '' : `总账检查点${at.size}。`}`
      : `The whole city, ${sayDay(answer.from, language, { weekday: false })} to ${sayDay(answer.to, language, { weekday: false })}, counted on ${sayDay(answer.asAt, language)}. What went badly stands here too.${at === null ? '' : ` Checkpoint ${at.size} of the log.`}`,
    rows: [
      {
        name: zh ? '收到' : 'Received',
        said: zh
          ? `${answer.received.submissions}件，其中网上来的${net}件。`
          : `${answer.received.submissions}, of which ${net} by net.`,
      },
      ...answer.indicators
        .filter((one) => SHOWN.includes(one.id))
        .map((one) => ({ name: say(one.name), said: rate(one, zh) })),
    ],
  };
}

function rate(one: IndicatorFigure, zh: boolean): string {
  if (one.value === null) return zh ? '这个月没有到期的，不算。' : 'None fell due in this month: not counted.';
  const rest = one.denominator - one.numerator;
  const missed =
    MISSED[one.id.startsWith('participation') ? 'unrated' : one.id.startsWith('satisfaction') ? 'unsatisfied' : 'late'];
  const all = zh
    ? `到期${one.denominator}件，${one.numerator}件（${one.value.toFixed(2)}%）`
    : `${one.numerator} of ${one.denominator} (${one.value.toFixed(2)} %)`;
  if (rest === 0) return zh ? `${all}。` : `${all}.`;
  return zh ? `${all}；${rest}件${missed.zh}。` : `${all}; ${rest} ${missed.en}.`;
}

/** What is said of those that did not make it. */
const MISSED = {
  late: { zh: '晚了或者到今天还没有', en: 'late, or still not done' },
  unrated: { zh: '没有评', en: 'not rated' },
  unsatisfied: { zh: '不满意', en: 'not satisfied' },
} as const satisfies Record<string, Said>;
