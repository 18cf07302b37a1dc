import { randomBytes } from 'node:crypto';
import { saveAccounts } from '../../actors/accounts/server/public.ts';
import { saveBodies, saveDivisions } from '../../actors/bodies/server/public.ts';
import { saveCalendar, saveCategories } from '../../actors/rulebook/server/public.ts';
import { nationalCalendar } from '../../domain/national-calendar.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { settableClock } from '../../platform/clock/clock.ts';
import { readReference } from '../open-city.ts';
import { bodies } from './bodies.ts';
import { categories } from './categories.ts';
import { divisions } from './divisions.ts';
import { liveStories, type SampleCode } from './live.ts';
import { SEED_ROLES, seedAccount } from './live-people.ts';
import { reviewersIn } from './live-review.ts';
import { people } from './people.ts';
import { plantRules } from './rules.ts';
import { stories } from './stories-all.ts';

/** What a first start tells the person at the terminal. */
export interface Planted {
  readonly password: string;
  readonly people: readonly {
    readonly login: string;
    readonly name: string;
    readonly title: string;
    readonly body: string;
  }[];
  readonly codes: readonly SampleCode[];
}

/** A first password nobody else has: readable aloud, 60 bits. */
export function firstPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const part = () => [...randomBytes(4)].map((byte) => letters[byte % letters.length]).join('');
  return `${part()}-${part()}-${part()}`;
}

/** Reference data every installation needs: calendar and categories. */
export async function plantReference(ledger: Ledger): Promise<void> {
  await saveCalendar(ledger.pool, nationalCalendar);
  await saveCategories(ledger.pool, categories);
  ledger.reference = await readReference(ledger.pool);
}

/**
 * The demonstration city: places, bodies, named people, and 200 petitions lived through by the same acts that officers
 * and citizens use, on a clock that runs from the first arrival to now.
 */
export async function plantCity(
  ledger: Ledger,
  options: { password?: string; say: (line: string) => void; now: Date; only?: number },
): Promise<Planted> {
  const password = options.password ?? firstPassword();
  await plantReference(ledger);
  await saveDivisions(
    ledger.pool,
    divisions.map((division) => ({ ...division })),
  );
  await saveBodies(
    ledger.pool,
    bodies.map((body) => ({ ...body, superiors: body.superiors ?? [] })),
  );
  ledger.reference = await readReference(ledger.pool);
  await plantRules(ledger, options.now);
  ledger.reference = await readReference(ledger.pool);
  await saveAccounts(
    ledger.pool,
    people.map((one) => ({ ...one, id: one.login, password })),
  );
  await saveAccounts(ledger.pool, unnamedAccounts());
  const clock = settableClock(options.now);
  const codes = await liveStories(
    { ...ledger, clock },
    options.only ? stories.slice(0, options.only) : stories,
    clock,
    options,
  );
  return {
    password,
    people: people.map(({ login, name, title, body }) => ({
      login,
      name,
      title: title.zh,
      body: bodies.find((one) => one.id === body)?.name.zh ?? body,
    })),
    codes,
  };
}

/** Bodies of the stories without a named officer get posts that nobody can sign in to. */
function unnamedAccounts() {
  const reviewing = new Set(stories.flatMap((story) => reviewersIn({ story })));
  const used = new Set([...stories.map((story) => story.target), ...reviewing]);
  const offices = bodies.filter((body) => body.kind === 'petition' || used.has(body.id));
  return offices.flatMap((body) =>
    SEED_ROLES.filter(({ role }) => role !== 'reviewer' || reviewing.has(body.id))
      .filter(({ role }) => !people.some((one) => one.body === body.id && one.roles.includes(role)))
      .map(({ role, title }) => ({
        id: seedAccount(body.id, role),
        login: seedAccount(body.id, role),
        body: body.id,
        name: title.zh,
        title,
        phone: body.phone,
        roles: [role],
        password: randomBytes(18).toString('base64url'),
      })),
  );
}
