import { CHANNEL_LABELS, CHANNELS } from '../../../domain/vocabulary.ts';
import { useSay, useWords } from '../../../ui/staff/words.tsx';
import type { DeskRow } from '../desk.contract.ts';
import { DUTY_LABELS } from '../desk.texts.ts';
import { DESK_PAGE_TEXTS } from './desk-page.texts.ts';
import { LIST_TEXTS } from './list.texts.ts';
import { useCategoryNames, useColleagueNames, usePlaceNames } from './names.ts';

/** A row in words, the same for the table and for the sheet that is exported. */
export interface Cells {
  readonly number: string;
  readonly title: string;
  readonly who: string;
  readonly place: string;
  readonly category: string;
  readonly channel: string;
  readonly received: string;
  readonly duty: string;
  readonly hands: string;
}

/** Main petitioner and how many others. */
export function useParty(): (row: { readonly who: string; readonly petitioners: number }) => string {
  const w = useWords(DESK_PAGE_TEXTS);
  const l = useWords(LIST_TEXTS);
  return ({ who, petitioners }) => {
    const name = who === '' ? w.anonymous : who;
    return petitioners > 1 ? l.party(name, petitioners) : name;
  };
}

/** A way of arriving in words; imported ledgers do not always state it. */
export function useChannelName(): (channel: string) => string {
  const say = useSay();
  const l = useWords(LIST_TEXTS);
  return (channel) => {
    const known = CHANNELS.find((one) => one === channel);
    return known === undefined ? l.unknown : say(CHANNEL_LABELS[known]);
  };
}

/** The words of desk rows. */
export function useCells(rows: readonly DeskRow[]): (row: DeskRow) => Cells {
  const say = useSay();
  const w = useWords(DESK_PAGE_TEXTS);
  const party = useParty();
  const channel = useChannelName();
  const place = usePlaceNames(rows.map((row) => row.division));
  const category = useCategoryNames();
  const colleague = useColleagueNames();
  return (row) => ({
    number: row.item,
    title: row.title ?? w.erased,
    who: party(row),
    place: place(row.division),
    category: category(row.category),
    channel: channel(row.channel),
    received: row.receivedOn,
    duty: say(DUTY_LABELS[row.duty]),
    hands: row.account === null ? '' : colleague(row.account),
  });
}
