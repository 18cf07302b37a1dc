import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renewPersonKeys } from '../../src/actors/persons/server/index-persons.ts';
import { resealAll } from '../../src/app/keys.ts';
import { SEALED_COLUMNS } from '../../src/app/sealed-columns.ts';
import { verify } from '../../src/ledger/verify.ts';
import { type Seal, sealOf } from '../../src/platform/secrets/keyring.ts';
import { letterOf, matterOf, registered, type Staff, staffOf, upTo, well } from '../life/steps.ts';
import { type EmptyCity, type Hand, openEmptyCity } from '../world/empty-city.ts';

let city: EmptyCity;
let staff: Staff;
let keeper: Hand;
let report = '';

beforeAll(async () => {
  city = await openEmptyCity();
  staff = await staffOf(city);
  keeper = await city.officer('city-petition', 'sealed');
  const taken = await well(
    staff.clerk.post('/api/submissions', { ...letterOf('吃拿卡要', { purpose: 'report' }), channel: 'letter' }),
  );
  report = String(taken.json.number);
  await well(
    keeper.post(`/api/submissions/${report}/register`, { matters: [matterOf('吃拿卡要', { purpose: 'report' })] }),
  );
});
afterAll(() => city?.close());

/** Everything that is sealed, and with what. */
async function sealsOf(): Promise<readonly (Seal & { table: string; stream?: string | undefined })[]> {
  const { pool } = city.database;
  const all = await Promise.all(
    SEALED_COLUMNS.map(async ({ table, column }) => {
      const stream = table === 'content' || table === 'file' ? 'stream' : 'null::text as stream';
      const { rows } = await pool.query<{ value: Buffer; stream: string | null }>(
        `select ${column} as value, ${stream} from ${table} where ${column} is not null`,
      );
      return rows.map((row) => ({ table, stream: row.stream ?? undefined, ...sealOf(row.value) }));
    }),
  );
  return all.flat();
}

describe('what is sealed', () => {
  it('stands in columns that a change of keys goes through, every one of them', async () => {
    const { rows } = await city.database.pool.query<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'public' and data_type = 'bytea' order by 1`,
    );
    const known = SEALED_COLUMNS.map(({ table, column }) => `${table}.${column}`);
    const open = [
      /* What a passkey is known by and asked is told to every browser that asks for it; its public key is public. */
      ...['passkey.credential', 'passkey.public_key', 'passkey_challenge.challenge'],
    ];
    const hashes = [
      ...[
        'citizen.phone_key',
        'citizen_session.id',
        'content.salt',
        'draft.resume_hash',
        'draft.secret',
        'fact.hash',
        'fact.prev_hash',
        'file.sha256',
      ],
      ...['idempotency.request_hash', 'log_checkpoint.root', 'log_leaf.hash', 'log_tile.hashes', 'person_key.key'],
      ...[
        'phone_code.code_hash',
        'phone_code.phone_hash',
        'rate_limit.key',
        'session.id',
        'stream.hash',
        'visit_pass.id',
      ],
    ];
    expect(rows.map(({ name }) => name)).toEqual([...known, ...open, ...hashes].sort());
  });

  it('lies under the key of the partition where it is of a report, and nowhere else', async () => {
    const seals = (await sealsOf()).filter(({ table }) => table === 'content');
    const partition = seals.filter(({ area }) => area === 'sealed');
    expect(partition.length).toBeGreaterThan(1);
    expect(partition.every(({ stream }) => stream?.startsWith(report))).toBe(true);
    expect(seals.filter(({ stream }) => stream?.startsWith(report))).toEqual(partition);
  });

  it('goes there with a file too, which nobody knew of when it was uploaded', async () => {
    const sent = await well(staff.clerk.upload('账本.txt', Buffer.from('账本第一页')));
    const [file] = sent.json.files as { id: string }[];
    const letter = letterOf('又一封', { purpose: 'report' });
    const particulars = { ...letter.particulars, files: [file?.id] };
    const { json } = await well(staff.clerk.post('/api/submissions', { ...letter, particulars, channel: 'letter' }));
    expect((await sealsOf()).find(({ table }) => table === 'file')).toMatchObject({ area: 'common' });
    await city.settle();
    const moved = (await sealsOf()).find(({ table }) => table === 'file');
    expect(moved).toMatchObject({ area: 'sealed', stream: json.number });
    const { rows: names } = await city.database.pool.query<{ name: string | null; sealed_name: Buffer }>(
      'select name, sealed_name from file where stream = $1',
      [json.number],
    );
    expect(names.map((one) => [one.name, sealOf(one.sealed_name).area])).toEqual([[null, 'sealed']]);
    await well(keeper.get(`/api/submissions/${json.number}`));
    const read = await keeper.get(`/api/files/990101/${file?.id}`);
    expect([read.status, read.text]).toEqual([200, '账本第一页']);
  });
});

describe('a change of keys', () => {
  it('goes on beside the work: nothing is lost, nothing stays under the old key, everybody is found again', async () => {
    const ours = await registered(staff, '楼顶漏雨');
    await upTo('issued', staff, ours.matter);
    await city.settle();
    const key = 'kept-for-a-repeat';
    const first = await well(staff.clerk.post('/api/submissions', letterByMail('电梯坏了'), key));
    const before = await well(staff.handler.get(`/api/matters/${ours.matter}`));
    const people = async () =>
      (await city.database.pool.query('select distinct key_version as v from person_key order by 1')).rows;
    expect(await people()).toEqual([{ v: 1 }]);
    expect(new Set((await sealsOf()).map(({ version }) => version))).toEqual(new Set([1]));

    /* Another process was given the key first: what it wrote is understood here, and from then on done alike. */
    city.addKeys('sm4');
    city.ledger.keyring.reload();
    const during = await registered(staff, '楼顶又漏雨');
    expect((await sealsOf()).some(({ version, cipher }) => version === 2 && cipher === 'sm4')).toBe(true);
    await city.settle();
    expect(await people()).toEqual([{ v: 1 }, { v: 2 }]);
    /* Found by what was hashed with the older key as well. */
    const { json } = await well(staff.clerk.get(`/api/submissions/${during.number}/earlier`));
    expect((json.earlier as { number: string }[]).map(({ number }) => number)).toContain(ours.number);

    const writing = (async () => {
      for (let nth = 0; nth < 5; nth++) await registered(staff, `轮换时来信${nth}`);
    })();
    expect(await resealAll(city.ledger)).toBeGreaterThan(20);
    await writing;
    await city.settle();
    expect(await resealAll(city.ledger)).toBe(0);
    const after = await sealsOf();
    expect(new Set(after.map(({ version, cipher }) => `${cipher} ${version}`))).toEqual(new Set(['sm4 2']));
    expect(after.filter(({ area }) => area === 'sealed').length).toBeGreaterThan(2);
    expect(await people()).toEqual([{ v: 2 }]);
    expect(await renewPersonKeys(city.ledger)).toBe(0);

    expect((await well(staff.handler.get(`/api/matters/${ours.matter}`))).json).toEqual(before.json);
    expect((await well(staff.clerk.post('/api/submissions', letterByMail('电梯坏了'), key))).json).toEqual(first.json);
    await well((await city.petitioner(ours.code, '1101')).get(`/follow/${ours.number}`));
    const again = await well(staff.clerk.get(`/api/submissions/${during.number}/earlier`));
    expect((again.json.earlier as { number: string }[]).map(({ number }) => number)).toContain(ours.number);
    expect((await verify(city.ledger)).wrong).toEqual([]);
  });
});

const letterByMail = (about: string) => ({ ...letterOf(about), channel: 'letter', matters: [matterOf(about)] });
