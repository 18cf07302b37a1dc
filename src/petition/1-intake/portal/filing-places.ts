import type { Division } from '../../../actors/bodies/server/public.ts';
import type { Lang } from '../../../ui/plain/language.ts';
import { type Filing, UNSURE } from './filing.rules.ts';
import type { Place } from './steps-what.tsx';

function placeOf({ code, name }: Division, lang: Lang): Place {
  return { code, name: name[lang] };
}

/** The districts and counties to choose from: those within the place at the top of the tree. */
export function districtsOf(divisions: readonly Division[], lang: Lang): readonly Place[] {
  const top = divisions.find((division) => division.parent === undefined);
  return divisions
    .filter((division) => division.parent !== undefined && division.parent === top?.code && division.code.length === 6)
    .map((division) => placeOf(division, lang));
}

/** The streets and towns of a district. */
export function streetsOf(divisions: readonly Division[], district: string, lang: Lang): readonly Place[] {
  return divisions
    .filter((division) => division.parent === district && division.code.length === 9)
    .map((division) => placeOf(division, lang));
}

/** The place complained of in words, as far as it was said. */
export function placeWords(
  divisions: readonly Division[],
  filing: Filing,
  { lang, unsure }: { lang: Lang; unsure: string },
): string {
  const nameOf = (code: string): string => divisions.find((division) => division.code === code)?.name[lang] ?? '';
  const named =
    filing.district === UNSURE
      ? unsure
      : [nameOf(filing.district), filing.street === '' ? '' : nameOf(filing.street)]
          .filter((part) => part !== '')
          .join(lang === 'zh' ? '' : ', ');
  return [named, filing.place].filter((part) => part !== '').join('\n');
}

/** The place as it was chosen; what was never offered counts as not chosen. */
export function withOffered(filing: Filing, divisions: readonly Division[]): Filing {
  const district = filing.district === UNSURE ? UNSURE : offered(filing.district, districtsOf(divisions, 'zh'));
  return { ...filing, district, street: offered(filing.street, streetsOf(divisions, district, 'zh')) };
}

function offered(code: string, places: readonly Place[]): string {
  return places.some((place) => place.code === code) ? code : '';
}
