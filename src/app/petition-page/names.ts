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
  const named = await lookUp(ledger, [
    ...wanted.accounts.map((id) => `account/${id}`),
    ...division.map((code) => `division/${code}`),
    ...category.map((code) => `category/${code}`),
  ]);
  const known = (what: string, ids: readonly string[]) =>
    [...new Set(ids)].flatMap((id) => named.get(`${what}/${id}`) ?? []);
  const path = known('division', division);
  const categories = known('category', category);
  return {
    ...directoryNames(ledger.reference.bodies),
    account: (id) => named.get(`account/${accountOf(id)}`)?.zh ?? id,
    level: (review) => wanted.reviews?.[review]?.level ?? 'review',
    bodyOf: (id) => named.get(`account/${accountOf(id)}`)?.en,
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

interface NameRow {
  readonly zh: string;
  /** Of an account, the body it belongs to. */
  readonly en: string;
}

/** Names change rarely, and are on every page: a process asks for one again after this time. */
const KEPT_MS = 30_000;
/** More than any page of a day mentions. */
const MOST_KEPT = 20_000;
const kept = new WeakMap<Ledger['pool'], { until: number; readonly rows: Map<string, NameRow | undefined> }>();

/** Accounts, places and categories by `account/…`, `division/…`, `category/…`; unknown ones are undefined. */
async function lookUp(ledger: Ledger, wanted: readonly string[]): Promise<ReadonlyMap<string, NameRow | undefined>> {
  const now = performance.now();
  let names = kept.get(ledger.pool);
  if (names === undefined || names.until < now || names.rows.size > MOST_KEPT) {
    names = { until: now + KEPT_MS, rows: new Map() };
    kept.set(ledger.pool, names);
  }
  const { rows: known } = names;
  const missing = wanted.filter((key) => !known.has(key));
  if (missing.length === 0) return known;
  const ids = (what: string) =>
    missing.filter((key) => key.startsWith(`${what}/`)).map((key) => key.slice(what.length + 1));
  const { rows } = await ledger.pool.query<{ key: string } & NameRow>({
    name: 'page_names',
    text: `select 'account/' || id as key, name as zh, body as en from account where id = any($1)
           union all select 'division/' || code, name_zh, name_en from division where code = any($2)
           union all select 'category/' || code, name_zh, name_en from category where code = any($3)`,
    values: [ids('account'), ids('division'), ids('category')],
  });
  for (const key of missing) known.set(key, undefined);
  for (const { key, ...row } of rows) known.set(key, row);
  return known;
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
