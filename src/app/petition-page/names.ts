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

/** Names of the accounts and places a page mentions, read in one go. */
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
  const { rows } = await ledger.pool.query<{ what: string; id: string; zh: string; en: string }>({
    name: 'page_names',
    text: `select 'account' as what, id, name as zh, body as en from account where id = any($1)
           union all select 'division', code, name_zh, name_en from division where code = any($2)
           union all select 'category', code, name_zh, name_en from category where code = any($3)`,
    values: [
      wanted.accounts,
      divisionPath(wanted.division),
      [wanted.category.slice(0, 2).padEnd(6, '0'), wanted.category],
    ],
  });
  const accounts = new Map(rows.filter((row) => row.what === 'account').map((row) => [row.id, row]));
  const path = rows
    .filter((row) => row.what === 'division')
    .sort((a, b) => a.id.length - b.id.length || a.id.localeCompare(b.id));
  const categories = rows.filter((row) => row.what === 'category').sort((a, b) => a.id.localeCompare(b.id));
  return {
    ...directoryNames(ledger.reference.bodies),
    account: (id) => accounts.get(accountOf(id))?.zh ?? id,
    level: (review) => wanted.reviews?.[review]?.level ?? 'review',
    bodyOf: (id) => accounts.get(accountOf(id))?.en,
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
