import { useQueries, useQuery } from '@tanstack/react-query';
import { listAccounts } from '../../../actors/accounts/accounts.contract.ts';
import { useSession } from '../../../actors/accounts/web/session.tsx';
import { listDivisions } from '../../../actors/bodies/bodies.contract.ts';
import { useBodies } from '../../../actors/bodies/web/bodies.ts';
import { useCategories } from '../../../actors/rulebook/web/CategoryPicker.tsx';
import type { Received } from '../../../platform/http/route.contract.ts';
import { call } from '../../../ui/staff/api.ts';
import { useSay } from '../../../ui/staff/words.tsx';

export type Place = Received<typeof listDivisions>['divisions'][number];

/** Places and colleagues hardly ever change within a day's work. */
const lasting = { staleTime: 60 * 60_000, gcTime: Number.POSITIVE_INFINITY } as const;

/** The places within each of `parents`; the empty text stands for the top of the tree. */
export function usePlaces(parents: readonly string[]): readonly Place[] {
  return useQueries({
    queries: [...new Set(parents)].map((parent) => ({
      queryKey: ['divisions', parent],
      queryFn: () => call(listDivisions, { query: parent === '' ? {} : { parent } }),
      ...lasting,
    })),
    combine: (answers) => answers.flatMap((answer) => answer.data?.divisions ?? []),
  });
}

/** Where the place with this code is listed: a district within its city, a street within its district. */
export function parentsOf(code: string): readonly string[] {
  const city = `${code.slice(0, 4)}00`;
  return code.length > 6 ? ['', city, code.slice(0, 6)] : ['', city];
}

/**
 * Names of places: of the district, or of the street where all `codes` lie in one district and its name would tell
 * nothing. Empty while it is being fetched, so that nothing changes its width twice.
 */
export function usePlaceNames(codes: readonly string[]): (code: string) => string {
  const say = useSay();
  const districts = new Set(codes.map((code) => code.slice(0, 6)));
  const depth = districts.size <= 1 ? 9 : 6;
  const places = usePlaces([...new Set(codes.map((code) => code.slice(0, depth)))].flatMap(parentsOf));
  const names = new Map(places.map((place) => [place.code, say(place.name)]));
  return (code) => names.get(code.slice(0, depth)) ?? names.get(code.slice(0, 6)) ?? '';
}

export function useCategoryNames(): (code: string) => string {
  const say = useSay();
  const names = new Map(useCategories().map((one) => [one.code, say(one.name)]));
  return (code) => names.get(code) ?? '';
}

/** Short names of bodies. */
export function useBodyNames(): (id: string) => string {
  const say = useSay();
  const names = new Map(useBodies().map((body) => [body.id, say(body.short)]));
  return (id) => names.get(id) ?? '';
}

/** Names of those who hold a post in one's own body. */
export function useColleagueNames(): (account: string) => string {
  const { body } = useSession();
  const answer = useQuery({
    queryKey: ['accounts', body.id],
    queryFn: () => call(listAccounts, { query: { body: body.id } }),
    ...lasting,
  });
  const names = new Map((answer.data?.accounts ?? []).map((one) => [one.id, one.name]));
  return (account) => names.get(account) ?? '';
}
