import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { SentBody } from '../../../platform/http/route.contract.ts';
import { call } from '../../../ui/staff/api.ts';
import { useSettled } from '../../../ui/staff/settled.ts';
import { type EarlierAnswer, findEarlier, findEarlierOfTyped } from '../persons.contract.ts';
import { keysOf } from '../persons.rules.ts';

/** What is being typed, as far as it is compared. */
export type TypedLetter = Omit<SentBody<typeof findEarlierOfTyped>, 'same'>;

/** An open submission, or one that is being typed and has no number. */
export type Open = { readonly number: string } | { readonly typed: TypedLetter };

/** A person is looked up soon after the hands rest; the words of a letter are compared when nothing more comes. */
const PERSON_MS = 700;
const WORDS_MS = 2_500;

/** Whether enough is known of somebody to be compared: the same rule that the server asks. */
export function mayCompare(open: Open): boolean {
  if ('number' in open) return true;
  const { people, form = 'self', agentFor } = open.typed;
  const known = (person: TypedLetter['people'][number]) => ({
    ...defined(person),
    name: person.name ?? '',
  });
  return keysOf({ form, people: people.map(known), ...(agentFor ? { agentFor: known(agentFor) } : {}) }).length > 0;
}

type Defined<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Defined<T>;
}

/** Who the open one is about, by the names in it: what was found of others is never shown beside them. */
export function namesIn(open: Open): string {
  if ('number' in open) return open.number;
  const { people, agentFor } = open.typed;
  return JSON.stringify([...people, ...(agentFor ? [agentFor] : [])].map(({ name = '' }) => name.trim()));
}

/** Earlier submissions of the same person; asks the server, and is logged, only where somebody can be compared. */
export function useEarlier(
  open: Open,
  { same, ask }: { readonly same: string | undefined; readonly ask: boolean },
): UseQueryResult<EarlierAnswer> {
  const isOpen = 'number' in open;
  const { title = '', text = '', ...person } = isOpen ? { people: [] } : open.typed;
  const names = namesIn(open);
  /* As texts, so that an equal value drawn anew does not count as a change. */
  const settledPerson = useSettled(JSON.stringify(person), PERSON_MS);
  const settledWords = useSettled(JSON.stringify({ title, text }), WORDS_MS);
  const isSettled = isOpen || settledPerson === JSON.stringify(person);
  return useQuery({
    queryKey: ['earlier', names, settledPerson, settledWords, same ?? ''],
    queryFn: ({ signal }) => {
      if (isOpen) return call(findEarlier, { params: { number: open.number }, query: { same }, signal });
      /* Both were written as JSON from these types above. */
      const body = { ...JSON.parse(settledPerson), ...JSON.parse(settledWords) } as TypedLetter;
      return call(findEarlierOfTyped, { body: { ...body, same }, signal });
    },
    enabled: ask && isSettled && mayCompare(open),
    staleTime: 60_000,
    placeholderData: (before, query) => (query?.queryKey[1] === names ? before : undefined),
  });
}
