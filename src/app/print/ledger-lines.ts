import type { StaffActor } from '../../actors/accounts/server/public.ts';
import { bindings, filterConditions, openedSince, scopeRows } from '../../alongside/finding/server/matter-where.ts';
import { nameOf } from '../../domain/bodies.ts';
import type { Day } from '../../domain/days.ts';
import { maskName } from '../../domain/ids.ts';
import type { MatterState } from '../../domain/matter.ts';
import type { Gist } from '../../domain/particulars.ts';
import { mayRead, scopeOf } from '../../domain/permission.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { readContentsAcross } from '../../ledger/read.ts';
import { type LedgerLine, ledgerLine } from './ledger-line.rules.ts';
import type { Period } from './print.rules.ts';
import { MOST_ROWS, NOT_YOUR_PAPER, TOO_MANY_ROWS } from './print.texts.ts';

interface Key {
  readonly region: string;
  readonly number: string;
}

export interface NamedLine extends LedgerLine {
  readonly number: string;
  readonly receivedOn: Day;
  readonly who: string;
  readonly people: number;
  readonly place: string;
  readonly title: string;
  readonly category: string;
  readonly sentToName: string;
}

/** Lines are read so many at a time, so that a year of a city is never in memory at once. */
const CHUNK = 250;

/**
 * The matters of the ledger in the order they were received: their numbers only, of one moment, so that lines read
 * afterwards neither repeat nor go missing while work goes on.
 */
export async function findLedgerKeys(
  ledger: Ledger,
  actor: StaffActor,
  period: Period,
): Promise<readonly Key[] | Refusal> {
  const scope = scopeOf(actor, ledger.reference.bodies);
  if (scope.none) return NOT_YOUR_PAPER;
  const at = bindings();
  const rows = scopeRows(scope, { since: openedSince(period) }, at);
  const conditions = filterConditions(period, at);
  const { rows: keys } = await ledger.pool.query<Key>(
    `select m.region, m.number from (${rows}) k
     join matter m on m.region = k.region and m.number = k.matter
     where ${conditions.join(' and ')}
     order by m.received_on, m.region, m.number limit ${MOST_ROWS + 1}`,
    at.values,
  );
  return keys.length > MOST_ROWS ? TOO_MANY_ROWS : keys;
}

/** The lines of these matters, in order, a chunk at a time. */
export async function* readLedgerLines(
  ledger: Ledger,
  actor: StaffActor,
  keys: readonly Key[],
  today: Day,
): AsyncGenerator<readonly NamedLine[]> {
  for (let at = 0; at < keys.length; at += CHUNK) {
    const chunk = keys.slice(at, at + CHUNK);
    const states = await readStates(ledger, chunk);
    const readable = chunk.flatMap((key) => {
      const state = states.get(key.number);
      return state && mayRead(state, key.region, actor, ledger.reference.bodies) ? [{ ...key, state }] : [];
    });
    const [gists, places, categories] = await Promise.all([
      readGists(ledger, readable),
      readPlaces(
        ledger,
        readable.map(({ state }) => state.division),
      ),
      readCategories(
        ledger,
        readable.map(({ state }) => state.category),
      ),
    ]);
    yield readable.map(({ region, number, state }) => {
      const line = ledgerLine(state, today);
      const gist = gists(region, state);
      return {
        ...line,
        number,
        receivedOn: state.receivedOn,
        who: maskName(gist?.who ?? ''),
        people: state.petitioners,
        place: places.get(state.division) ?? state.division,
        title: gist?.title ?? '（内容已依法清除）',
        category: categories.get(state.category) ?? '',
        sentToName: line.sentTo === undefined ? '' : nameOf(ledger.reference.bodies, line.sentTo).zh,
      };
    });
  }
}

async function readStates(ledger: Ledger, keys: readonly Key[]): Promise<ReadonlyMap<string, MatterState>> {
  const { rows } = await ledger.pool.query<{ stream: string; state: MatterState }>({
    name: 'print_states',
    text: `select s.stream, s.state from unnest($1::text[], $2::text[]) as k(region, stream)
           join stream s on s.region = k.region and s.stream = k.stream and s.kind = 'matter'`,
    values: [keys.map((key) => key.region), keys.map((key) => key.number)],
  });
  return new Map(rows.map((row) => [row.stream, row.state]));
}

async function readGists(ledger: Ledger, rows: readonly { readonly region: string; readonly state: MatterState }[]) {
  const refs = rows.flatMap(({ region, state }) => (state.content ? [{ region, id: state.content.id }] : []));
  const contents = await readContentsAcross(ledger, refs);
  /* The content of a matter is its gist (Opened). */
  return (region: string, state: MatterState) =>
    contents.get(`${region}/${state.content?.id ?? ''}`) as Gist | undefined;
}

/** District and street or village of each code, which is as near as a ledger tells. */
async function readPlaces(ledger: Ledger, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const pathOf = (code: string) => [...new Set([code.slice(0, 6), code.slice(0, 9), code.slice(0, 12)])];
  const { rows } = await ledger.pool.query<{ code: string; name_zh: string }>({
    name: 'print_places',
    text: 'select code, name_zh from division where code = any($1)',
    values: [[...new Set(codes.flatMap(pathOf))]],
  });
  const names = new Map(rows.map((row) => [row.code, row.name_zh]));
  return new Map(
    codes.map((code) => [
      code,
      pathOf(code)
        .map((part) => names.get(part) ?? '')
        .join(''),
    ]),
  );
}

async function readCategories(ledger: Ledger, codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await ledger.pool.query<{ code: string; name_zh: string }>({
    name: 'print_categories',
    text: 'select code, name_zh from category where code = any($1)',
    values: [[...new Set(codes)]],
  });
  return new Map(rows.map((row) => [row.code, row.name_zh]));
}
