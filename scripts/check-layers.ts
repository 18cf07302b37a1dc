/** Keeps the house in order: who may import whom, what stays pure, who writes which table. Run: node scripts/check-layers.ts */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { importsOf, lineAt, readSource, type Source } from './read-source.ts';

export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly said: string;
}

/** Each floor of the house and the floors it may import, beside itself. Downwards only. */
const MAY_IMPORT = {
  domain: [],
  text: [],
  platform: [],
  ui: ['domain', 'text', 'platform'],
  db: ['platform'],
  ledger: ['domain', 'text', 'db', 'platform'],
  actors: ['domain', 'text', 'ui', 'ledger', 'db', 'platform'],
  alongside: ['domain', 'text', 'ui', 'actors', 'ledger', 'db', 'platform'],
  petition: ['domain', 'text', 'ui', 'alongside', 'actors', 'ledger', 'db', 'platform'],
  accountability: ['domain', 'text', 'ui', 'alongside', 'actors', 'ledger', 'db', 'platform'],
  app: ['domain', 'text', 'ui', 'accountability', 'petition', 'alongside', 'actors', 'ledger', 'db', 'platform'],
} as const satisfies Record<string, readonly string[]>;
type Floor = keyof typeof MAY_IMPORT;

/** What to do instead, where somebody reaches upwards. */
const INSTEAD: Readonly<Record<Floor, string>> = {
  domain: 'domain is what is true of petitions whoever asks: hand it what it needs as an argument',
  text: 'text knows no petition: hand it strings',
  platform: 'platform has never heard of a petition: let src/app hand it a function or a value',
  ui: 'ui has no subject: let the page hand it labels and values',
  db: 'db knows tables, not meanings',
  ledger: 'the ledger records what rules decide: let the caller pass `decide` or rows',
  actors: 'bodies, accounts and calendars know no case: let src/app put the two together',
  alongside: 'what stands alongside a petition is used by its stages: turn the call round, or meet in src/app',
  petition: 'a stage is used by src/app and by nobody else',
  accountability: 'accountability reads what the ledger projected: read those rows instead',
  app: '',
};

/** Floors whose folders are slices; in the second kind slices may meet at their doors, acyclically. */
const SLICED: readonly Floor[] = ['actors', 'alongside', 'petition', 'accountability'];
const WITH_DOORS: readonly Floor[] = ['actors', 'alongside'];
const DOOR = /\.contract\.ts$|\/server\/public\.ts$/;

const FORBIDDEN_FOLDERS = ['utils', 'common', 'shared', 'services'];
const MOST_LINES = 400;
/** Written by a program. */
const GENERATED = ['src/db/tables.ts'];

/** Projected by the ledger from facts (src/ledger/projections/rows.ts); nobody else may write them. */
export const LEDGER_TABLES = [
  'stream',
  'fact',
  'content',
  'audit',
  'idempotency',
  'submission',
  'matter',
  'matter_body',
  'clock',
  'rating',
  'desk',
  'sealed_case',
];

/** Tables that more than one place writes, each with its reason. Everything else has one writer. */
const SHARED_TABLES: Readonly<Record<string, { readonly writers: readonly string[]; readonly why: string }>> = {
  outbox: { writers: ['ledger', 'platform/jobs'], why: 'an act writes it, the relayer empties it' },
  desk_delta: { writers: ['ledger', 'app/desk'], why: 'an act appends changes, a job folds them together' },
  draft: {
    writers: ['petition/1-intake', 'platform/jobs'],
    why: 'whoever writes one, and the daily sweep of what expired',
  },
  file: {
    writers: ['alongside/documents', 'petition/1-intake', 'platform/jobs'],
    why: 'files that were never sent go when their draft goes',
  },
};

const PURE = /^src\/(domain|text)\/|\.(rules|contract|texts)\.ts$/;
const IMPURE: readonly { readonly found: RegExp; readonly said: string }[] = [
  { found: /\bDate\s*\.\s*now\b/, said: 'Date.now reads the clock; time is an argument (context.now, context.today)' },
  { found: /\bnew\s+Date\b/, said: 'new Date reads or parses time; use the days of src/domain/days.ts, or Date.UTC' },
  { found: /\bMath\s*\.\s*random\b/, said: 'Math.random makes a rule answer differently each time; hand the value in' },
  { found: /\basync\b/, said: 'async waits for something; a pure file decides on what it is handed' },
  { found: /\bawait\b/, said: 'await waits for something; a pure file decides on what it is handed' },
];

interface Read extends Source {
  readonly path: string;
  readonly text: string;
}

interface Edge {
  readonly from: Read;
  readonly to: string;
  readonly at: number;
  readonly dynamic: boolean;
}

/** Everything wrong with these files; `files` maps a path from the root (`src/...`) to its text, .ts, .tsx and .sql. */
export function checkLayers(files: ReadonlyMap<string, string>): Problem[] {
  const sources = [...files]
    .filter(([path]) => /^src\/.*\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path) && !path.endsWith('.d.ts'))
    .map(([path, text]): Read => ({ path, text, ...readSource(text) }));
  const edges = sources.flatMap(edgesOf);
  return [
    ...sources.flatMap(checkPlace),
    ...sources.filter(({ path }) => PURE.test(path)).flatMap(checkPure),
    ...edges.flatMap(checkEdge),
    ...checkDoors(edges),
    ...checkCycles(sources, edges),
    ...checkTables(sources, tablesIn(files)),
  ];
}

function problem({ path, text }: Pick<Read, 'path' | 'text'>, at: number, said: string): Problem {
  return { file: path, line: lineAt(text, at), said };
}

function floorOf(path: string): Floor | undefined {
  const floor = path.split('/')[1] ?? '';
  return Object.hasOwn(MAY_IMPORT, floor) ? (floor as Floor) : undefined;
}

/** The slice or stage a file belongs to, such as `petition/3-acceptance`; elsewhere its floor. */
function sliceOf(path: string): string {
  const [, floor = '', folder = ''] = path.split('/');
  const isFolder = path.split('/').length > 3;
  return SLICED.some((one) => one === floor) && isFolder ? `${floor}/${folder}` : floor;
}

function edgesOf(from: Read): Edge[] {
  return importsOf(from)
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ specifier, at, dynamic }) => ({ from, at, dynamic, to: posix.join(posix.dirname(from.path), specifier) }));
}

function checkPlace(file: Read): Problem[] {
  const { path, text } = file;
  const problems: Problem[] = [];
  const folders = path.split('/').slice(1, -1);
  const lines = text.split('\n').length - 1;
  if (floorOf(path) === undefined)
    problems.push(
      problem(
        file,
        0,
        `src/${folders[0] ?? ''} is no floor of the house (design: ${Object.keys(MAY_IMPORT).join(', ')})`,
      ),
    );
  if (/\/index\.tsx?$/.test(path))
    problems.push(problem(file, 0, 'an index file makes import cycles; import the file that holds what you need'));
  for (const folder of folders.filter((one) => FORBIDDEN_FOLDERS.includes(one)))
    problems.push(problem(file, 0, `"${folder}" says nothing about what is inside; name the folder after its subject`));
  if (lines > MOST_LINES && !GENERATED.includes(path))
    problems.push(
      problem(file, text.length, `${lines} lines; a file stops at ${MOST_LINES}. Cut it where a reader would pause`),
    );
  return problems;
}

function checkPure(file: Read): Problem[] {
  const problems = IMPURE.flatMap(({ found, said }) => {
    const at = found.exec(file.code)?.index;
    return at === undefined ? [] : [problem(file, at, `${said} (this is a pure file)`)];
  });
  for (const { specifier, at } of importsOf(file)) {
    if (specifier.startsWith('node:'))
      problems.push(problem(file, at, `a pure file also runs in the browser, where there is no ${specifier}`));
    else if (!specifier.startsWith('.') && file.path.startsWith('src/domain/'))
      problems.push(problem(file, at, `domain uses no package ("${specifier}"): the law does not depend on npm`));
    else if (specifier.startsWith('.') && !PURE.test(posix.join(posix.dirname(file.path), specifier)))
      problems.push(problem(file, at, `a pure file imports pure files only; "${specifier}" is not one`));
  }
  return problems;
}

function checkEdge({ from, to, at }: Edge): Problem[] {
  const [here, there] = [floorOf(from.path), floorOf(to)];
  if (here === undefined) return [];
  if (!/\.(tsx?|css)$/.test(to)) return [problem(from, at, `write the ending of the file: ${to}.ts`)];
  if (there === undefined) return [problem(from, at, `${to} lies outside src; the product imports nothing from there`)];
  if (here === there) return checkSideways(from, to, at);
  if (MAY_IMPORT[here].some((floor) => floor === there)) return [];
  return [problem(from, at, `${here} must not import ${there}: ${INSTEAD[here]} (${to})`)];
}

function checkSideways(from: Read, to: string, at: number): Problem[] {
  const [here, there] = [sliceOf(from.path), sliceOf(to)];
  const floor = floorOf(from.path);
  if (here === there || floor === undefined || !SLICED.includes(floor)) return [];
  if (floor === 'petition')
    return [
      problem(
        from,
        at,
        `a stage never imports a stage (${here} > ${there}): they meet in the facts of src/domain, and on the page that src/app composes`,
      ),
    ];
  if (!WITH_DOORS.includes(floor))
    return [problem(from, at, `${here} must not import its neighbour ${there}: src/app puts them together`)];
  if (DOOR.test(to)) return [];
  return [problem(from, at, `${here} may use ${there} only through its contract or its server/public.ts, not ${to}`)];
}

/** Slices that meet at their doors must not do so in a ring. */
function checkDoors(edges: readonly Edge[]): Problem[] {
  const graph = new Map<string, Set<string>>();
  const first = new Map<string, Edge>();
  for (const edge of edges) {
    const [here, there] = [sliceOf(edge.from.path), sliceOf(edge.to)];
    if (here === there || !here.includes('/') || !there.includes('/')) continue;
    graph.set(here, (graph.get(here) ?? new Set()).add(there));
    if (!first.has(`${here}>${there}`)) first.set(`${here}>${there}`, edge);
  }
  return ringsIn(graph).flatMap((ring) => {
    const edge = first.get(`${ring[0]}>${ring[1]}`);
    return edge ? [problem(edge.from, edge.at, `slices in a ring: ${ring.join(' > ')}`)] : [];
  });
}

function checkCycles(sources: readonly Read[], edges: readonly Edge[]): Problem[] {
  const graph = new Map<string, Set<string>>();
  for (const { from, to, dynamic } of edges)
    if (!dynamic) graph.set(from.path, (graph.get(from.path) ?? new Set()).add(to));
  const byPath = new Map(sources.map((file) => [file.path, file]));
  return ringsIn(graph).flatMap((ring) => {
    const file = byPath.get(ring[0] ?? '');
    return file ? [problem(file, 0, `files in a ring: ${ring.join(' > ')}. Move what both need into a third`)] : [];
  });
}

/** One ring for each knot, from its first member back to it. */
function ringsIn(graph: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const rings: string[][] = [];
  const state = new Map<string, 'open' | 'done'>();
  const path: string[] = [];
  const visit = (node: string): void => {
    state.set(node, 'open');
    path.push(node);
    for (const next of graph.get(node) ?? []) {
      if (state.get(next) === 'open') rings.push([...path.slice(path.indexOf(next)), next]);
      else if (!state.has(next)) visit(next);
    }
    path.pop();
    state.set(node, 'done');
  };
  for (const node of graph.keys()) if (!state.has(node)) visit(node);
  return rings;
}

function tablesIn(files: ReadonlyMap<string, string>): ReadonlySet<string> {
  const migrations = [...files].filter(([path]) => path.endsWith('.sql')).map(([, text]) => text);
  const names = migrations.flatMap((text) => [...text.matchAll(/create table (?:if not exists )?(\w+)/gi)]);
  return new Set(names.map(([, name = '']) => name));
}

interface Writing {
  readonly writer: string;
  readonly file: Read;
  readonly at: number;
}

function checkTables(sources: readonly Read[], tables: ReadonlySet<string>): Problem[] {
  const writings = new Map<string, Writing[]>();
  for (const file of sources) {
    for (const { at, text } of file.quoted) {
      for (const [, name = ''] of text.matchAll(/\b(?:insert\s+into|update|delete\s+from|truncate)\s+(\w+)/gi)) {
        if (!tables.has(name)) continue;
        writings.set(name, [...(writings.get(name) ?? []), { writer: writerOf(file.path), file, at }]);
      }
    }
  }
  return [...writings].flatMap(([table, all]) => {
    const shared = SHARED_TABLES[table]?.writers;
    const owner = LEDGER_TABLES.includes(table) ? 'ledger' : all[0]?.writer;
    const allowed = shared ?? (owner === undefined ? [] : [owner]);
    return all
      .filter(({ writer }) => !allowed.includes(writer))
      .map(({ writer, file, at }) =>
        problem(
          file,
          at,
          `${writer} writes table "${table}", which ${allowed.join(' and ')} writes: call that slice instead`,
        ),
      );
  });
}

/** The slice, stage, or folder of platform and app that a writing file belongs to. */
function writerOf(path: string): string {
  const [, floor = '', folder = ''] = path.split('/');
  const isFolder = path.split('/').length > 3;
  return isFolder && floor !== 'ledger' && floor !== 'db' ? `${floor}/${folder}` : floor;
}

/** The files of this project as `checkLayers` takes them. */
export function readTree(root: string): Map<string, string> {
  const names = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(tsx?|sql)$/.test(name))
    .sort();
  return new Map(names.map((name) => [`src/${name}`, readFileSync(join(root, 'src', name), 'utf8')]));
}

if (import.meta.main) {
  const files = readTree(dirname(import.meta.dirname));
  const problems = checkLayers(files);
  for (const { file, line, said } of problems) process.stdout.write(`${file}:${line} ${said}\n`);
  process.stdout.write(`layers: ${files.size} files, ${problems.length} problems\n`);
  if (problems.length > 0) process.exitCode = 1;
}
