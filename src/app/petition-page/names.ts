import { findAccounts } from '../../actors/accounts/server/public.ts';
import { type BodyDirectory, nameOf } from '../../domain/bodies.ts';
import type { MatterState } from '../../domain/matter.ts';
import type { Said } from '../../domain/refusals.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Names } from './story-parts.texts.ts';

export interface PageNames extends Names {
  readonly division: Said;
  readonly category: Said;
  /** The body an account belongs to. */
  bodyOf(account: string): string | undefined;
}

/** Names of the accounts and places a page mentions, read in one go where they are not at hand. */
export async function readNames(
  ledger: Ledger,
  wanted: {
    accounts: readonly string[];
    division: string;
    category: string;
    /** The reviews whose level is told. */
    reviews?: MatterState['reviews'];
  },
): Promise<PageNames> {
  const division = divisionPath(wanted.division);
  const category = [wanted.category.slice(0, 2).padEnd(6, '0'), wanted.category];
  const [accounts, places] = await Promise.all([
    findAccounts(ledger.pool, wanted.accounts),
    lookUp(ledger, [...division.map((code) => `division/${code}`), ...category.map((code) => `category/${code}`)]),
  ]);
  const known = (what: string, ids: readonly string[]) =>
    [...new Set(ids)].flatMap((id) => places.get(`${what}/${id}`) ?? []);
  const path = known('division', division);
  const categories = known('category', category);
  return {
    ...directoryNames(ledger.reference.bodies),
    account: (id) => accounts.get(accountOf(id))?.name ?? id,
    level: (review) => wanted.reviews?.[review]?.level ?? 'review',
    bodyOf: (id) => accounts.get(accountOf(id))?.body,
    division: {
      zh: path.map((row) => row.zh).join(''),
      en: path
        .map((row) => row.en)
        .reverse()
        .join(', '),
    },
    category: { zh: categories.map((row) => row.zh).join(' / '), en: categories.map((row) => row.en).join(' / ') },
  };
}

/** Names of places and categories change with a yearly list, and are on every page: asked for again after this time. */
const KEPT_MS = 60_000;
/** More than there are places and categories in a province. */
const MOST_KEPT = 100_000;
const kept = new WeakMap<Ledger['pool'], { until: number; readonly names: Map<string, Said | undefined> }>();

/** Places and categories by `division/…` and `category/…`; unknown ones are undefined. */
async function lookUp(ledger: Ledger, wanted: readonly string[]): Promise<ReadonlyMap<string, Said | undefined>> {
  const now = performance.now();
  let at = kept.get(ledger.pool);
  if (at === undefined || at.until < now || at.names.size > MOST_KEPT) {
    at = { until: now + KEPT_MS, names: new Map() };
    kept.set(ledger.pool, at);
  }
  const { names } = at;
  const missing = wanted.filter((key) => !names.has(key));
  if (missing.length === 0) return names;
  const codes = (what: string) =>
    missing.filter((key) => key.startsWith(`${what}/`)).map((key) => key.slice(what.length + 1));
  const { rows } = await ledger.pool.query<{ key: string } & Said>({
    name: 'page_names',
    text: `select 'division/' || code as key, name_zh as zh, name_en as en from division where code = any($1)
           union all select 'category/' || code, name_zh, name_en from category where code = any($2)`,
    values: [codes('division'), codes('category')],
  });
  for (const key of missing) names.set(key, undefined);
  for (const { key, zh, en } of rows) names.set(key, { zh, en });
  return names;
}

/** The account inside an actor id. */
export function accountOf(actor: string): string {
  return actor.replace(/^staff:/, '');
}

function directoryNames(bodies: BodyDirectory): Pick<Names, 'body'> {
  return { body: (id) => nameOf(bodies, id) };
}

/** District, street and village of a division code; the city is understood. */
function divisionPath(code: string): readonly string[] {
  return [code.slice(0, 6), code.slice(0, 9), code.slice(0, 12)].filter(
    (one, at, all) => one !== '' && all.indexOf(one) === at,
  );
}

/** Who stands behind an actor id of a fact: a body's officer, the petitioner, or the system. */
export function sayActor(actor: string, names: PageNames): Said {
  if (actor.startsWith('staff:')) {
    const body = names.bodyOf(actor);
    const name = names.account(actor);
    if (body === undefined) return { zh: name, en: name };
    const said = names.body(body);
    return { zh: `${said.zh} ${name}`, en: `${name}, ${said.en}` };
  }
  if (actor.startsWith('petitioner:')) return { zh: '信访人', en: 'The petitioner' };
  return actor === 'import' ? { zh: '历史台账', en: 'Historical ledger' } : { zh: '系统', en: 'The system' };
}
