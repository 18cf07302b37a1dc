import { parseDay } from '../domain/days.ts';
import { type Refusal, refuseState } from '../domain/refusals.ts';

const PLACE = /^((\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(?:\.\d{1,6})?Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const BAD_PLACE = refuseState(
  'cursor',
  422,
  '这一页的位置不对，请从头打开这个列表',
  'This place in the list is not valid; open the list from its beginning',
  'before',
);

/** Where a page of a list by time goes on, `INSTANT ID` as `next` wrote it; both empty at its beginning. */
export function readPlace(before: string | undefined): { readonly at: string; readonly id: string } | Refusal {
  if (before === undefined) return { at: '', id: '' };
  const [, at, day, id] = PLACE.exec(before) ?? [];
  if (at === undefined || id === undefined || day === undefined) return BAD_PLACE;
  return parseDay(day) === undefined || Number.isNaN(Date.parse(at)) ? BAD_PLACE : { at, id };
}
