import { type Day, sayDay } from '../../domain/days.ts';
import type { ContentRef } from '../../domain/facts.ts';
import type { ReviewLevel } from '../../domain/proceedings.ts';
import type { Said } from '../../domain/refusals.ts';

/** One fact, told. `note` is the free text to show under it, `instrument` the paper that went with it. */
export interface Told {
  readonly group: 'fact' | 'paper' | 'talk' | 'internal';
  readonly title: Said;
  readonly detail?: Said;
  readonly note?: ContentRef;
  readonly instrument?: string;
  readonly files?: readonly string[];
}

/** Names of bodies and accounts as people know them. */
export interface Names {
  body(id: string): Said;
  account(id: string): string;
  /** 复查 or 复核: which of them a review of this name is. */
  level(review: string): ReviewLevel;
}

/** A day, and “by” a day, in both languages. */
export const day = (text: Day): Said => ({ zh: sayDay(text, 'zh-CN'), en: sayDay(text, 'en') });
export const by = (text: Day): Said => ({ zh: `${sayDay(text, 'zh-CN')}前`, en: `by ${sayDay(text, 'en')}` });

export function told(group: Told['group'], zh: string, en: string, more: Partial<Told> = {}): Told {
  return { group, title: { zh, en }, ...more };
}

export function numbered(number: string | undefined, detail: Said | undefined): { detail?: Said } {
  if (!number) return detail ? { detail } : {};
  return {
    detail: detail ? { zh: `${detail.zh}，${number}`, en: `${detail.en}, ${number}` } : { zh: number, en: number },
  };
}

/** The paper a fact came with, its number told after `detail`. */
export function withSheet(ref: { id: string; number?: string } | undefined, detail?: Said): Partial<Told> {
  if (!ref) return detail ? { detail } : {};
  return { instrument: ref.id, ...numbered(ref.number, detail) };
}

/** What the petitioner reads of their own request; what officers declare is internal. */
export const ASKED_RECUSAL: Said = {
  zh: '您申请承办人回避，等决定；决定以前他不再经手。',
  en: 'You asked that the handler withdraw; until it is decided they do nothing in it.',
};
