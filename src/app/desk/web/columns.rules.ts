import type { Language } from '../../../domain/days.ts';

/** The columns of a working list, in their order. Number, request and clock always stand. */
export const COLUMNS = [
  'number',
  'title',
  'who',
  'place',
  'category',
  'channel',
  'received',
  'duty',
  'clock',
  'hands',
] as const;
export type Column = (typeof COLUMNS)[number];
export const FIXED_COLUMNS: readonly Column[] = ['number', 'title', 'clock'];

/** Widths in pixels; the request takes what is left. English needs more for the same words. */
const WIDTHS: Readonly<Record<Language, Readonly<Record<Column, number>>>> = {
  'zh-CN': {
    number: 166,
    title: 0,
    who: 88,
    place: 78,
    category: 96,
    channel: 68,
    received: 92,
    duty: 84,
    clock: 170,
    hands: 74,
  },
  en: {
    number: 166,
    title: 0,
    who: 104,
    place: 96,
    category: 116,
    channel: 72,
    received: 96,
    duty: 110,
    clock: 182,
    hands: 104,
  },
};
/** The request is never narrower than this: other columns step back first, in this order. */
const TITLE_LEAST = 210;
const STEP_BACK: readonly Column[] = ['category', 'received', 'channel', 'hands', 'duty', 'place', 'who'];

export function columnWidth(column: Column, language: Language): number | undefined {
  const width = WIDTHS[language][column];
  return width === 0 ? undefined : width;
}

/** Those of the chosen columns for which there is room. */
export function fitColumns(chosen: readonly Column[], room: number, language: Language): readonly Column[] {
  let fitting = chosen;
  for (const column of STEP_BACK) {
    if (fitting.reduce((sum, one) => sum + WIDTHS[language][one], TITLE_LEAST) <= room) break;
    fitting = fitting.filter((one) => one !== column);
  }
  return fitting;
}
