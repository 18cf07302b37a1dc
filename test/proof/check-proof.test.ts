import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seal } from '../../src/ledger/log/seal.ts';
import { registered, type Staff, staffOf, upTo, well } from '../life/steps.ts';
import { type EmptyCity, type Hand, openEmptyCity } from '../world/empty-city.ts';

const SCRIPT = join(import.meta.dirname, '../../scripts/check-proof.mjs');

interface File {
  hash: string;
  fact: { recordedAt: string; body: Record<string, unknown> };
  content: { value: { text?: string; title?: string; paragraphs?: { text: string }[] } };
  proof: { index: number; size: number; path: string[]; checkpoint: string };
}

let city: EmptyCity;
let staff: Staff;
let petitioner: Hand;
let number = '';
let matter = '';
/** What somebody outside has: the key, and a checkpoint taken from the public address. */
let key = '';
let checkpoint = '';
const folder = mkdtempSync(join(tmpdir(), 'huiying-proof-'));

beforeAll(async () => {
  city = await openEmptyCity();
  staff = await staffOf(city);
  const one = await registered(staff, '楼顶漏水');
  ({ number, matter } = one);
  await upTo('issued', staff, matter);
  await well(
    staff.reception.post(`/api/matters/${matter}/serve`, {
      assignment: 'a1',
      way: 'in-person',
      on: '2026-03-02',
      signed: true,
    }),
  );
  petitioner = await city.petitioner(one.code, '1101');
  await seal(city.ledger);
  ({ text: checkpoint } = await city.stranger.get('/api/log/checkpoint'));
  key = String((await city.stranger.get('/api/log/key')).json.verifierKey);
  /* Life goes on: the newest checkpoint is another. */
  await registered(staff, '路灯不亮');
  await seal(city.ledger);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await city?.close();
});

const size = (): number => Number(checkpoint.split('\n')[1]);

async function proofOf(query: string): Promise<File> {
  const answer = await petitioner.get(`/api/follow/${number}/proof?${query}`);
  expect([answer.status, answer.text.slice(0, 0)]).toEqual([200, '']);
  return JSON.parse(answer.text) as File;
}

/** The script as somebody outside would run it. */
function run(file: unknown, ...more: readonly string[]): { code: number | null; said: string } {
  const path = join(folder, 'proof.json');
  writeFileSync(path, JSON.stringify(file));
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, path, ...more], { encoding: 'utf8' });
  return { code: status, said: stdout + stderr };
}

function kept(text = checkpoint): readonly string[] {
  const path = join(folder, 'checkpoint.txt');
  writeFileSync(path, text);
  return ['--checkpoint', path];
}

describe('whoever is outside checks a receipt or a paper with the script alone', () => {
  it('a receipt, against a checkpoint kept from the public address and the published key', async () => {
    const file = await proofOf(`size=${size()}`);
    const { code, said } = run(file, ...kept(), '--key', key);
    expect([code, said.split('\n')[0]]).toEqual([0, expect.stringContaining(`HOLDS: Received of ${number}`)]);
    expect(said).toContain('word for word');
    expect(file.content.value.title).toBe('楼顶漏水');
  });

  it('a paper, word for word as it was issued', async () => {
    const { json } = await well(staff.head.get(`/api/matters/${matter}`));
    const paper = (json.instruments as { id: string; kind: string }[]).find(({ kind }) => kind === 'opinion')?.id;
    const file = await proofOf(`matter=${matter}&paper=${paper}`);
    expect(run(file, '--key', key)).toMatchObject({ code: 0 });
    const changed = structuredClone(file);
    const [first] = changed.content.value.paragraphs ?? [];
    if (first) first.text = `${first.text}。`;
    expect(run(changed, '--key', key)).toMatchObject({ code: 1, said: expect.stringContaining('the text is not') });
  });

  it.each<[string, (file: File) => void, string]>([
    ['a date', (file) => (file.fact.recordedAt = '2026-03-01T02:00:00.000Z'), 'the fact is not'],
    ['a day in the fact', (file) => (file.fact.body.receivedOn = '2026-02-20'), 'the fact is not'],
    ['what was written', (file) => (file.content.value.text = '别的话'), 'the text is not'],
    ['the place in the log', (file) => (file.proof.index += 1), 'does not hold this fact'],
    ['a step of the path', (file) => file.proof.path.reverse(), 'does not hold this fact'],
    ['a step less', (file) => file.proof.path.pop(), 'path is too short'],
    [
      'the size',
      (file) => (file.proof.checkpoint = file.proof.checkpoint.replace(`\n${size()}\n`, '\n7\n')),
      'signature',
    ],
  ])('finds %s that is another', async (_what, change, why) => {
    const file = await proofOf(`size=${size()}`);
    change(file);
    expect(run(file, '--key', key)).toMatchObject({ code: 1, said: expect.stringContaining(why) });
  });

  it('takes no other log’s checkpoint or key, and says which size is to be asked for', async () => {
    const file = await proofOf(`size=${size()}`);
    const another = key.replace(/^huiying/, 'huiyang');
    expect(run(file, '--key', another)).toMatchObject({ code: 1 });
    const newest = await proofOf('');
    expect(run(newest, ...kept())).toMatchObject({ code: 1, said: expect.stringContaining(`size=${size()}`) });
    expect(run({ ...file, format: 'other/1' })).toMatchObject({ code: 1 });
  });
});

describe('the public side of the log', () => {
  it('says by a hash that a fact is in it, and nothing else of the fact', async () => {
    const file = await proofOf('');
    const { json, text } = await well(city.stranger.get(`/api/log/proof/${file.hash}`));
    expect(json).toMatchObject({ index: file.proof.index, size: file.proof.size });
    for (const word of [number, matter, '漏水', 'Received']) expect(text).not.toContain(word);
    const none = await city.stranger.get(`/api/log/proof/${'0'.repeat(64)}`);
    expect([none.status, none.json.error?.field]).toEqual([404, 'hash']);
    expect((await city.stranger.get('/api/log/proof/abc')).status).toBe(400);
  });

  it('gives the proof of one’s own alone', async () => {
    const other = await registered(staff, '井盖松动');
    expect((await petitioner.get(`/api/follow/${other.number}/proof`)).status).toBeGreaterThanOrEqual(400);
    expect((await city.stranger.get(`/api/follow/${number}/proof`)).status).toBe(401);
    /* Recorded a moment ago, and not in the log yet. */
    const own = await city.petitioner(other.code, '1101');
    expect((await own.get(`/api/follow/${other.number}/proof`)).status).toBe(404);
  });

  it('gives tiles, from which the whole tree can be made again', async () => {
    const tile = await city.stranger.get('/api/log/tile/0/0');
    expect(tile.status).toBe(200);
    expect((await city.stranger.get('/api/log/tile/5/0')).status).toBe(404);
  });
});
