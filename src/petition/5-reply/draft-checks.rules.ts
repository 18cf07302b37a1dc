import type { Day } from '../../domain/days.ts';
import type { Said } from '../../domain/refusals.ts';
import type { Route } from '../../domain/vocabulary.ts';
import { type OpinionItem, opinionGaps } from './reply.rules.ts';

/** One line of the list beside a draft. `must` stops the sending, `ought` only speaks. */
export interface DraftCheck {
  readonly holds: boolean;
  readonly weight: 'must' | 'ought';
  readonly said: Said;
  /** The field it is about, as the request names it. */
  readonly field?: string;
}

interface Checked {
  readonly items: readonly OpinionItem[];
  /** How many requests the petitioner made. */
  readonly requests: number;
  readonly route: Route | undefined;
  /** How many bodies may review the opinion. */
  readonly reviewers: number;
  readonly today: Day;
}

/** Everything that can be told of a draft from its own words: the gaps of 条例 32, then what a careful head looks for. */
export function checkDraft(draft: Checked): readonly DraftCheck[] {
  const gaps = opinionGaps(draft.items, draft.requests).map(
    (gap): DraftCheck => ({
      holds: false,
      weight: 'must',
      said: gap.said,
      ...(gap.field === undefined ? {} : { field: gap.field }),
    }),
  );
  return [
    ...gaps,
    ...draft.items.flatMap((item, at) => (isWritten(item) ? oughts(item, at, draft.today) : [])),
    ...summary(draft, gaps.length === 0),
  ];
}

function isWritten(item: OpinionItem): boolean {
  return [item.finding, item.basis, item.answer].every((text) => text.trim() !== '');
}

function ought(said: Said, field: string): DraftCheck {
  return { holds: false, weight: 'ought', said, field };
}

const MOBILE = /(?<!\d)1[3-9]\d{9}(?!\d)/;
const ID_NUMBER = /(?<!\d)\d{17}[\dXx](?!\d)/;
const NAMED_LAW = /《[^》]+》|第[〇零一二三四五六七八九十百\d]+条/;

function oughts(item: OpinionItem, at: number, today: Day): readonly DraftCheck[] {
  const n = at + 1;
  const found: DraftCheck[] = [];
  if (!NAMED_LAW.test(item.basis)) {
    found.push(
      ought(
        { zh: `第${n}项依据没有写出法规名或者条款`, en: `Request ${n}: the basis names no law or article` },
        `items.${at}.basis`,
      ),
    );
  }
  if (item.verdict === 'support' && item.executeBy === undefined) {
    found.push(
      ought(
        {
          zh: `第${n}项支持了，还没有写哪一天前落实`,
          en: `Request ${n} is supported but has no day to carry it out by`,
        },
        `items.${at}.executeBy`,
      ),
    );
  }
  if (item.executeBy !== undefined && item.executeBy < today) {
    found.push(
      ought(
        { zh: `第${n}项落实的日期已经过去`, en: `Request ${n}: the day to carry it out by has passed` },
        `items.${at}.executeBy`,
      ),
    );
  }
  if (item.verdict !== 'support' && item.answer.trim().length < 12) {
    found.push(
      ought(
        { zh: `第${n}项没有支持，理由只写了一句短话`, en: `Request ${n} is not granted and the reason is very short` },
        `items.${at}.answer`,
      ),
    );
  }
  const told = `${item.finding}\n${item.answer}`;
  if (MOBILE.test(told) || ID_NUMBER.test(told)) {
    found.push(
      ought(
        {
          zh: `第${n}项里有手机号或者证件号，别露出他人的信息`,
          en: `Request ${n} holds a telephone or ID number; do not disclose those of others`,
        },
        `items.${at}.finding`,
      ),
    );
  }
  return found;
}

function summary({ items, requests, route, reviewers }: Checked, complete: boolean): readonly DraftCheck[] {
  const count = (verdict: OpinionItem['verdict']) => items.filter((item) => item.verdict === verdict).length;
  const [support, explain, not] = [count('support'), count('explain'), count('not-support')];
  const lines: DraftCheck[] = [];
  if (items.length >= requests) {
    lines.push({
      holds: true,
      weight: 'must',
      said: { zh: `${requests}项请求，逐项有一栏`, en: `${requests} requests, each with its own part` },
    });
  }
  if (complete) {
    lines.push({
      holds: true,
      weight: 'must',
      said: { zh: '每项都有事实、依据、意见', en: 'Facts, basis and opinion for each' },
    });
  }
  lines.push({
    holds: true,
    weight: 'must',
    said: {
      zh: `支持${support}，解释说明${explain}，不支持${not}`,
      en: `${support} supported, ${explain} explained, ${not} not supported`,
    },
  });
  lines.push(remedy(route, reviewers));
  return lines;
}

/** 条例 35: only an opinion of 31(6) can be reviewed; the clause is written by the software and cannot be left out. */
function remedy(route: Route | undefined, reviewers: number): DraftCheck {
  if (route !== '31(6)') {
    return {
      holds: true,
      weight: 'must',
      said: { zh: '救济告知按途径自动写入', en: 'The remedy is written in by route' },
    };
  }
  return {
    holds: reviewers > 0,
    weight: 'must',
    said:
      reviewers > 0
        ? { zh: `复查告知：${reviewers}家机关、30日，自动写入`, en: `Review: ${reviewers} bodies, 30 days, written in` }
        : { zh: '找不到复查机关，请管理员核对机构的上级', en: 'No reviewing body on record; ask the administrator' },
  };
}
