import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registered, type Staff, staffOf, upTo, well } from '../../test/life/steps.ts';
import { type EmptyCity, openEmptyCity } from '../../test/world/empty-city.ts';
import { readFile } from '../alongside/documents/files.contract.ts';
import { findFile, sealFileNames } from '../alongside/documents/server/files.ts';
import { FILE_KINDS } from '../platform/uploads/kinds.ts';

let city: EmptyCity;
let staff: Staff;
let mine: { number: string; code: string; matter: string };
let theirs: { number: string; code: string; matter: string };

beforeAll(async () => {
  city = await openEmptyCity();
  staff = await staffOf(city);
  mine = await registered(staff, '楼顶漏雨');
  theirs = await registered(staff, '对门的事');
});
afterAll(() => city?.close());

/** The headers of somebody who entered with the code. */
async function passOf(code: string): Promise<Record<string, string>> {
  const entered = await city.server.inject({ method: 'POST', url: '/api/follow', payload: { code, fact: '1101' } });
  const cookie = entered.cookies.find(({ name }) => name === 'hp')?.value ?? '';
  return { cookie: `hp=${cookie}`, 'x-csrf': entered.json<{ csrf: string }>().csrf };
}

function upload(number: string, headers: Record<string, string>, name: string, bytes = Buffer.from(name)) {
  const head = `--cut\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n`;
  return city.server.inject({
    method: 'POST',
    url: `/api/follow/${number}/files`,
    headers: { ...headers, 'content-type': 'multipart/form-data; boundary=cut' },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--cut--\r\n')]),
  });
}

describe('a petitioner’s files', () => {
  it('may have exactly the types that are taken', () => {
    expect([...readFile.types].sort()).toEqual(
      Object.values(FILE_KINDS)
        .map(({ mime }) => mime)
        .sort(),
    );
  });

  it('are uploaded to their own petition, named in an act, and read by whoever may read the case', async () => {
    const pass = await passOf(mine.code);
    const answer = await upload(mine.number, pass, '照片.txt');
    expect(answer.statusCode).toBe(200);
    const { files } = answer.json<{ files: { id: string; name: string }[] }>();
    expect(files.map(({ name }) => name)).toEqual(['照片.txt']);
    const id = files[0]?.id ?? '';
    const url = `/api/files/990101/${id}`;
    /* Named in no act yet, it belongs to no case that anybody could read. */
    expect((await city.server.inject({ url, headers: pass })).statusCode).toBe(404);
    const added = await city.server.inject({
      method: 'POST',
      url: `/api/follow/${mine.number}/papers`,
      headers: pass,
      payload: { text: '雨后拍的', files: [id] },
    });
    expect(added.statusCode).toBe(200);
    await city.settle();
    const read = await city.server.inject({ url, headers: pass });
    expect([read.statusCode, read.body, read.headers['content-type']]).toEqual([
      200,
      '照片.txt',
      'text/plain; charset=utf-8',
    ]);
    expect(read.headers['content-disposition']).toContain('attachment');
    expect((await staff.clerk.get(url)).status).toBe(200);
    for (const hand of [city.stranger, await city.petitioner(theirs.code, '1101'), staff.handler]) {
      const { status, text } = await hand.get(url);
      expect([status, text.includes('照片')]).toEqual([404, false]);
    }
    const { rows } = await city.ledger.pool.query<{ actor: string }>(
      `select actor from read_log where verb = 'file.read' and detail->>'file' = $1`,
      [id],
    );
    expect(rows).toEqual([{ actor: 'staff:d01-petition.clerk' }]);
  });

  it('are not taken for somebody else’s petition, nor by a page of another site, nor by what they are not', async () => {
    const pass = await passOf(mine.code);
    expect((await upload(theirs.number, pass, 'a.txt')).statusCode).toBe(404);
    const { cookie = '' } = pass;
    expect((await upload(mine.number, { cookie }, 'a.txt')).json().error.code).toBe('stale-page');
    expect((await upload(mine.number, {}, 'a.txt')).json().error.code).toBe('pass-first');
    const virus = await upload(mine.number, pass, 'virus.exe', Buffer.from([0x4d, 0x5a, 0x90, 0, 3]));
    expect([virus.json().files, virus.json().refused[0].name]).toEqual([[], 'virus.exe']);
  });

  it('have names that stand sealed: of before, once they were sealed, and since', async () => {
    const { pool } = city.ledger;
    const { rows } = await pool.query<{ id: string }>('select id from file where stream is not null order by id');
    const id = rows[0]?.id;
    const named = async () => (await staff.clerk.get(`/api/files/990101/${id}`)).status;
    await pool.query(`update file set name = '旧名字.txt', sealed_name = null where id = $1`, [id]);
    expect(await named()).toBe(200);
    expect(await sealFileNames(city.ledger)).toBe(1);
    expect(await sealFileNames(city.ledger)).toBe(0);
    expect((await findFile(city.ledger, '990101', String(id)))?.name).toBe('旧名字.txt');
    const { rows: clear } = await pool.query(
      `select 1 from file t where name is not null or strpos(encode(sealed_name, 'escape'), '旧名字') > 0`,
    );
    expect(clear).toEqual([]);
  });

  it('are read by nobody who must first set a password of their own', async () => {
    const { rows } = await city.ledger.pool.query<{ id: string }>('select id from file where stream is not null');
    const url = `/api/files/990101/${rows[0]?.id}`;
    expect((await staff.clerk.get(url)).status).toBe(200);
    await city.ledger.pool.query(`update account set must_change = true where id = 'd01-petition.clerk'`);
    expect((await staff.clerk.get(url)).status).toBe(404);
    await city.ledger.pool.query(`update account set must_change = false where id = 'd01-petition.clerk'`);
  });
});

describe('a paper, word for word', () => {
  it('reaches the petitioner when it is served, and each reading by an officer is logged', async () => {
    await upTo('issued', staff, mine.matter);
    const { json } = await well(staff.handler.get(`/api/matters/${mine.matter}`));
    const listed = json.instruments as { id: string; kind: string; number?: string }[];
    const opinion = listed.find(({ kind }) => kind === 'opinion');
    const petitioner = await city.petitioner(mine.code, '1101');
    const own = `/api/follow/${mine.number}/matters/${mine.matter}/papers/${opinion?.id}`;
    const early = await petitioner.get(own);
    expect([early.status, early.json.error?.code]).toEqual([404, 'no-paper']);
    await well(
      staff.handler.post(`/api/matters/${mine.matter}/serve`, { assignment: 'a1', way: 'in-person', on: '2026-03-02' }),
    );
    const read = await well(petitioner.get(own));
    expect(read.json).toMatchObject({
      matter: mine.matter,
      id: opinion?.id,
      number: opinion?.number,
      unsealed: true,
      paper: { kind: 'opinion', issuer: '临江区住房和城乡建设局', date: '2026-03-02', addressee: '周桂兰' },
    });
    const staffs = await well(staff.handler.get(`/api/matters/${mine.matter}/papers/${opinion?.id}`));
    expect(staffs.json).toEqual(read.json);
    const { rows } = await city.ledger.pool.query(
      `select actor, stream, detail->>'instrument' as instrument from read_log where verb = 'paper.read'`,
    );
    expect(rows).toEqual([{ actor: 'staff:d01-housing.handler', stream: mine.matter, instrument: opinion?.id }]);
  });

  it('is nobody else’s, and a forwarding letter between bodies is not the petitioner’s', async () => {
    const { json } = await well(staff.handler.get(`/api/matters/${mine.matter}`));
    const listed = json.instruments as { id: string; kind: string }[];
    const [opinion, letter] = ['opinion', 'forwarding-letter'].map(
      (kind) => listed.find((one) => one.kind === kind)?.id,
    );
    const petitioner = await city.petitioner(mine.code, '1101');
    const neighbour = await city.petitioner(theirs.code, '1101');
    const own = `/api/follow/${mine.number}/matters/${mine.matter}/papers`;
    const outsider = await city.officer('d02-petition', 'dispatcher');
    for (const answer of [
      await petitioner.get(`${own}/${letter}`),
      await petitioner.get(`/api/follow/${theirs.number}/matters/${mine.matter}/papers/${opinion}`),
      await petitioner.get(`${own}/constructor`),
      await neighbour.get(`${own}/${opinion}`),
      await neighbour.get(`/api/follow/${theirs.number}/matters/${mine.matter}/papers/${opinion}`),
      await outsider.get(`/api/matters/${mine.matter}/papers/${opinion}`),
      await staff.handler.get(`/api/matters/${mine.matter}/papers/constructor`),
      await staff.handler.get(`/api/matters/990101-2026-000999-1/papers/${opinion}`),
    ])
      expect([answer.status, answer.json.error?.code]).toEqual([404, 'no-paper']);
  });
});

describe('a petitioner who leaves', () => {
  it('has no pass any more', async () => {
    const pass = await passOf(mine.code);
    const read = () => city.server.inject({ url: `/api/follow/${mine.number}`, headers: pass });
    expect((await read()).statusCode).toBe(200);
    const { cookie = '' } = pass;
    const forged = await city.server.inject({ method: 'DELETE', url: '/api/follow', headers: { cookie } });
    expect(forged.statusCode).toBe(403);
    const left = await city.server.inject({ method: 'DELETE', url: '/api/follow', headers: pass });
    expect([left.statusCode, left.json()]).toEqual([200, { left: true }]);
    expect((await read()).statusCode).toBe(401);
  });
});
