import type { EmptyCity } from '../world/empty-city.ts';
import type { FuzzedCity, Person } from './city.ts';

/** An act that the server says is open: to whom, on which matter, for which of its assignments. */
export interface OpenAct {
  readonly person: Person;
  readonly matter: string;
  readonly assignment: string | undefined;
}

/** By the address of the act. */
export type OpenActs = ReadonlyMap<string, readonly OpenAct[]>;

/**
 * What can be done just now, as each matter tells each officer of the bodies that have cases. Most acts are open to few
 * and in one phase only: requests made without looking would hardly ever get past the first rule.
 */
export async function findOpenActs({ server }: EmptyCity, { people, known }: FuzzedCity): Promise<OpenActs> {
  const open = new Map<string, OpenAct[]>();
  for (const person of people.filter(({ hasCases }) => hasCases)) {
    for (const matter of known.matter ?? []) {
      const { statusCode, body } = await server.inject({ url: `/api/matters/${matter}`, headers: person.headers });
      if (statusCode !== 200) continue;
      // The answer of this address, by its contract.
      const { acts } = JSON.parse(body) as { acts: readonly { id: string; open: boolean; assignment?: string }[] };
      for (const act of acts.filter((one) => one.open)) {
        const path = `/api/matters/:matter/${act.id}`;
        open.set(path, [...(open.get(path) ?? []), { person, matter, assignment: act.assignment }]);
      }
    }
  }
  return open;
}
