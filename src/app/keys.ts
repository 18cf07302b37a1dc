import { countCitizenKeys, renewCitizenKeys } from '../actors/citizens/server/public.ts';
import { renewPersonKeys } from '../actors/persons/server/index-persons.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { OperatorError } from '../platform/config/operator-error.ts';
import { inOperatorLanguage } from '../platform/config/operator-words.ts';
import { CIPHER_NAMES } from '../platform/secrets/cipher.ts';
import { addKey, type KeyPlace, keyFile, keySourceOf, removeKey } from '../platform/secrets/key-source.ts';
import { AREAS, type Area, sealOf } from '../platform/secrets/keyring.ts';
import { countSeals, reseal } from '../platform/secrets/reseal.ts';
import type { Command, CommandArgs } from './commands.ts';
import { checkKeys } from './known-keys.ts';
import { type City, openCity } from './open-city.ts';
import { SEALED_COLUMNS } from './sealed-columns.ts';

const WORDS = ['rotate', 'reseal', 'retire'] as const;

/** `keys [rotate|reseal|retire]`: what is sealed under which key, and changing keys while others go on working. */
export const command: Command = {
  options: {
    area: {
      type: 'string',
      help: { zh: 'common（一般）或 sealed（检举件），默认两者', en: 'common, or sealed for reports (both)' },
    },
    cipher: {
      type: 'string',
      help: { zh: '新密钥用于 aes 或 sm4（默认 aes）', en: 'the new key is for aes or sm4 (aes)' },
    },
    version: { type: 'string', help: { zh: '要停用的是第几把', en: 'version of the key to take away' } },
  },
  positionals: '[rotate|reseal|retire]',
  run: runKeys,
};

async function runKeys(args: CommandArgs): Promise<number> {
  const { values, positionals, say } = args;
  const [word, ...more] = positionals;
  const known = WORDS.find((one) => one === word);
  if (more.length > 0 || (word !== undefined && known === undefined)) {
    say(
      inOperatorLanguage({
        zh: '用法：./huiying keys [rotate|reseal|retire] [--area common|sealed] [--cipher aes|sm4] [--version N]',
        en: 'Usage: ./huiying keys [rotate|reseal|retire] [--area common|sealed] [--cipher aes|sm4] [--version N]',
      }),
    );
    return 2;
  }
  const areas = oneOrAll(values.area);
  const city = await openCity({ values, say, max: 3 });
  const place: KeyPlace = { dataDir: city.dataDir, env: process.env };
  try {
    if (known === 'rotate') await rotate(city, place, areas, values.cipher);
    if (known === 'retire') await retire(city, place, areas, values.version);
    if (known === 'rotate' || known === 'reseal') await resealAll(city.ledger, say);
    await show(city.ledger, place, args);
    return 0;
  } finally {
    await city.close();
  }
}

function oneOrAll(named: unknown): readonly Area[] {
  if (named === undefined) return AREAS;
  const area = AREAS.find((one) => one === named);
  if (area !== undefined) return [area];
  throw new OperatorError({ zh: '--area 只能是 common 或 sealed。', en: '--area is common or sealed.' });
}

/** A new key for each area, which every process uses from now on. */
async function rotate(
  { ledger }: City,
  place: KeyPlace,
  areas: readonly Area[],
  cipher: unknown = 'aes',
): Promise<void> {
  const named = CIPHER_NAMES.find((one) => one === cipher);
  if (named === undefined)
    throw new OperatorError({ zh: '--cipher 只能是 aes 或 sm4。', en: '--cipher is aes or sm4.' });
  for (const area of areas) demandFile(place, area);
  for (const area of areas) addKey(place, area, named);
  ledger.keyring.reload();
  await checkKeys(ledger.pool, ledger.keyring);
}

/** Only what is kept in a file of ours can be changed by us. */
function demandFile(place: KeyPlace, area: Area): void {
  if (keySourceOf(place, area) === 'file') return;
  throw new OperatorError({
    zh: `${area} 的密钥不在文件里：请在它的来处末尾加一行新密钥，重启各进程，再运行 ./huiying keys reseal。`,
    en: `The keys of ${area} are not in a file: add a line with the new key where they come from, restart every process, then run ./huiying keys reseal.`,
  });
}

/** Goes through every column until nothing is left under an older key, whatever others write meanwhile. */
export async function resealAll(ledger: Ledger, say: (line: string) => void = () => {}): Promise<number> {
  let total = 0;
  for (;;) {
    let done = 0;
    for (const column of SEALED_COLUMNS) {
      const { table } = column;
      const sayNow = (rows: number) => {
        if (rows % 10_000 === 0)
          say(inOperatorLanguage({ zh: `  ${table} 已换 ${rows} 行`, en: `  ${rows} rows of ${table} so far` }));
      };
      done += await reseal(ledger.pool, ledger.keyring, column, sayNow);
    }
    done += await renewPersonKeys(ledger);
    done += await renewCitizenKeys(ledger);
    total += done;
    if (done === 0) return total;
  }
}

async function retire(city: City, place: KeyPlace, areas: readonly Area[], version: unknown): Promise<void> {
  const [area, ...more] = areas;
  const number = Number(version);
  const { keyring, pool } = city.ledger;
  if (area === undefined || more.length > 0 || !keyring.versions(area).includes(number))
    throw new OperatorError({
      zh: '请用 --area 和 --version 指明停用哪一把；现有的见 ./huiying keys。',
      en: 'Name the key with --area and --version; ./huiying keys lists them.',
    });
  demandFile(place, area);
  if (number === keyring.current(area).version || (area === 'common' && number === 1))
    throw new OperatorError({
      zh: '正在使用的密钥不能停用；common 的第1把还管着查询码、检查点的签名和备份，始终要保留。',
      en: 'The key in use cannot be taken away, nor ever the first of common: query codes, the signatures of checkpoints and backups hang on it.',
    });
  const left = (await countAll(city.ledger)).get(`${area} ${number}`) ?? 0;
  const { rows } = await pool.query<{ n: string }>(
    'select count(*) as n from person_key where key_version = $1 and $2',
    [number, area === 'common'],
  );
  const citizens = area === 'common' ? await countCitizenKeys(pool, number) : 0;
  const rest = left + Number(rows[0]?.n ?? 0) + citizens;
  if (rest > 0)
    throw new OperatorError({
      zh: `还有 ${rest} 行是用它加密的：先运行 ./huiying keys reseal。`,
      en: `${rest} rows are still under it: run ./huiying keys reseal first.`,
    });
  removeKey(place, area, number);
  keyring.reload();
}

/** Rows by area and version. */
async function countAll({ pool }: Ledger): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const column of SEALED_COLUMNS)
    for (const [header, n] of await countSeals(pool, column)) {
      const { area, version } = sealOf(Buffer.from(header, 'hex'));
      const name = `${area} ${version}`;
      counts.set(name, (counts.get(name) ?? 0) + n);
    }
  return counts;
}

async function show(ledger: Ledger, place: KeyPlace, { json, out }: CommandArgs): Promise<void> {
  const { keyring } = ledger;
  const counts = await countAll(ledger);
  const rows = AREAS.flatMap((area) =>
    keyring.versions(area).map((version) => ({
      area,
      version,
      current: version === keyring.current(area).version,
      rows: counts.get(`${area} ${version}`) ?? 0,
      fingerprint: keyring.fingerprint(area, version),
      from: keySourceOf(place, area) === 'file' ? keyFile(place, area) : (keySourceOf(place, area) ?? ''),
    })),
  );
  if (json) {
    out(rows);
    return;
  }
  for (const row of rows)
    out(
      inOperatorLanguage({
        zh: `${row.area} 第${row.version}把${row.current ? '（在用）' : ''}：${row.rows} 行，指纹 ${row.fingerprint}，${row.from}`,
        en: `${row.area} ${row.version}${row.current ? ' (in use)' : ''}: ${row.rows} rows, fingerprint ${row.fingerprint}, ${row.from}`,
      }),
    );
}
