import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { endCodeOf } from '../../../actors/citizens/server/public.ts';
import type { Clock } from '../../../platform/clock/clock.ts';
import { isSame } from '../../../platform/http/csrf.ts';
import { type Keyring, sha256 } from '../../../platform/secrets/keyring.ts';
import type { SealedColumn } from '../../../platform/secrets/reseal.ts';
import type { Arrival, Receipt } from '../server/intake.ts';
import { EMPTY_FILING, type Filing, RESUME_SIGNS } from './filing.rules.ts';

/** Days a draft is kept, and its receipt after sending. */
export const DRAFT_DAYS = 14;

/** A petition being written, opened with its cookie. */
export interface OpenDraft {
  readonly id: string;
  readonly filing: Filing;
  readonly resumeCode: string;
  readonly savedAt: string;
  readonly expiresAt: string;
  /** There once Send was pressed; what was sent then is sent again, whatever came after. */
  readonly frozen?: Frozen;
}

export interface Frozen {
  readonly region: string;
  readonly arrival?: Arrival;
  readonly sent?: Sent;
}

/** What the receipt page shows; the rest of what was written is deleted once it is sent. */
export interface Sent {
  readonly receipt: Receipt;
  readonly body: string;
  readonly name: string;
  readonly title: string;
  readonly requests: number;
  readonly files: number;
  readonly suggestion: boolean;
  readonly anonymous: boolean;
  readonly second: 'phone' | 'name' | 'none';
}

interface Kept {
  readonly filing: Filing;
  readonly resumeCode: string;
}

/** What drafts are kept in. */
export interface Store {
  readonly pool: Pool;
  readonly keyring: Keyring;
  readonly clock: Clock;
}

function newResumeCode(): string {
  return Array.from({ length: 8 }, () => RESUME_SIGNS.charAt(randomInt(RESUME_SIGNS.length))).join('');
}

function contextOf(id: string): string {
  return `draft/${id}`;
}

/** What may become a sealed report (条例 30) lies under the key of the partition from the first word on. */
function seal(keyring: Keyring, id: string, value: unknown, kind: string): Buffer {
  return keyring.seal(Buffer.from(JSON.stringify(value)), contextOf(id), kind === 'report' ? 'sealed' : 'common');
}

/** The columns of a draft that are sealed; each row stays in the area it was written in. */
export const DRAFT_COLUMNS: readonly SealedColumn[] = ['sealed', 'arrival', 'sent'].map((column) => ({
  table: 'draft',
  key: ['id'],
  column,
  context: ([id = '']) => contextOf(id),
  partition: `(get_byte(t.${column}, 0) & 16) <> 0`,
}));

/** Opens what `seal` sealed. The shapes are our own: nothing else writes these rows. */
function unseal<T>(keyring: Keyring, id: string, sealed: Buffer): T {
  return JSON.parse(keyring.open(sealed, contextOf(id)).toString()) as T;
}

/** Begins a draft. `cookie` goes into the browser: its id and 256 random bits, of which only the hash is kept. */
export async function beginDraft(store: Store, filing: Filing): Promise<{ cookie: string; draft: OpenDraft }> {
  const id = randomUUID();
  const secret = randomBytes(32).toString('base64url');
  const resumeCode = newResumeCode();
  const now = store.clock.now();
  const savedAt = now.toISOString();
  const expiresAt = new Date(now.getTime() + DRAFT_DAYS * 86_400_000).toISOString();
  await store.pool.query(
    `insert into draft (id, secret, resume_hash, sealed, created_at, saved_at, expires_at)
     values ($1, $2, $3, $4, $5, $5, $6)`,
    [
      id,
      sha256(secret),
      store.keyring.keyedHash('draft-resume', resumeCode),
      seal(store.keyring, id, { filing, resumeCode } satisfies Kept, filing.kind),
      savedAt,
      expiresAt,
    ],
  );
  return { cookie: `${id}.${secret}`, draft: { id, filing, resumeCode, savedAt, expiresAt } };
}

interface DraftRow {
  readonly id: string;
  readonly secret: Buffer;
  readonly sealed: Buffer;
  readonly frozen_region: string | null;
  readonly arrival: Buffer | null;
  readonly sent: Buffer | null;
  readonly saved_at: string;
  readonly expires_at: string;
}

/** The draft a cookie opens. `moved` when it was opened elsewhere since, which changes its secret. */
export async function findDraft(store: Store, cookie: string | undefined): Promise<OpenDraft | 'moved' | undefined> {
  const [, id, secret] = /^([0-9a-f-]{36})\.([A-Za-z0-9_-]{43})$/.exec(cookie ?? '') ?? [];
  if (id === undefined || secret === undefined) return undefined;
  const { rows } = await store.pool.query<DraftRow>({
    name: 'find_draft',
    text: 'select id, secret, sealed, frozen_region, arrival, sent, saved_at, expires_at from draft where id = $1 and expires_at > $2',
    values: [id, store.clock.now().toISOString()],
  });
  const [row] = rows;
  if (row === undefined) return undefined;
  return isSame(sha256(secret).toString('hex'), row.secret.toString('hex')) ? openRow(store.keyring, row) : 'moved';
}

function openRow(keyring: Keyring, row: DraftRow): OpenDraft {
  const kept = unseal<Kept>(keyring, row.id, row.sealed);
  const base = {
    id: row.id,
    filing: { ...EMPTY_FILING, ...kept.filing },
    resumeCode: kept.resumeCode,
    savedAt: row.saved_at,
    expiresAt: row.expires_at,
  };
  const { frozen_region: region, arrival, sent } = row;
  if (region === null) return base;
  return {
    ...base,
    frozen: {
      region,
      ...(arrival === null ? {} : { arrival: unseal<Arrival>(keyring, row.id, arrival) }),
      ...(sent === null ? {} : { sent: unseal<Sent>(keyring, row.id, sent) }),
    },
  };
}

/** Saves what was typed. False when it was sent meanwhile: then nothing may change any more. */
export async function saveDraft(store: Store, draft: OpenDraft, filing: Filing): Promise<boolean> {
  const { rowCount } = await store.pool.query(
    'update draft set sealed = $2, saved_at = $3 where id = $1 and frozen_region is null',
    [
      draft.id,
      seal(store.keyring, draft.id, { filing, resumeCode: draft.resumeCode } satisfies Kept, filing.kind),
      store.clock.now().toISOString(),
    ],
  );
  return rowCount === 1;
}

/** Opens a draft with its resume code on another device; the cookie of the first one ends with that. */
export async function resumeDraft(
  store: Store,
  resumeCode: string,
): Promise<{ cookie: string; draft: OpenDraft } | undefined> {
  const secret = randomBytes(32).toString('base64url');
  const { rows } = await store.pool.query<DraftRow>(
    `update draft set secret = $2 where resume_hash = $1 and expires_at > $3 and frozen_region is null
     returning id, secret, sealed, frozen_region, arrival, sent, saved_at, expires_at`,
    [store.keyring.keyedHash('draft-resume', resumeCode), sha256(secret), store.clock.now().toISOString()],
  );
  const [row] = rows;
  return row && { cookie: `${row.id}.${secret}`, draft: openRow(store.keyring, row) };
}

/** Deletes a draft with its files: the writer's right until it is sent. */
export async function dropDraft(store: Store, id: string): Promise<void> {
  const { rowCount } = await store.pool.query('delete from draft where id = $1 and frozen_region is null', [id]);
  if (rowCount !== 1) return;
  await store.pool.query('delete from file where draft = $1 and stream is null', [id]);
  await endCodeOf(store.pool, id);
}

/** The first Send wins: what it froze is what every later Send repeats. */
export async function freezeDraft(
  store: Store,
  draft: OpenDraft,
  { region, arrival }: { region: string; arrival: Arrival },
): Promise<Frozen> {
  const sealed = seal(store.keyring, draft.id, arrival, draft.filing.kind);
  const { rows } = await store.pool.query<DraftRow>(
    `update draft set arrival = case when frozen_region is null then $3 else arrival end,
       frozen_region = coalesce(frozen_region, $2) where id = $1
     returning id, secret, sealed, frozen_region, arrival, sent, saved_at, expires_at`,
    [draft.id, region, sealed],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('the draft was deleted while it was being sent');
  const { frozen } = openRow(store.keyring, row);
  if (frozen === undefined) throw new Error('a draft did not freeze');
  return frozen;
}

/** After it was taken in: keeps the receipt and empties everything else. The files have gone to the submission. */
export async function concludeDraft(store: Store, draft: OpenDraft, region: string, sent: Sent): Promise<void> {
  const { kind } = draft.filing;
  const empty: Kept = { filing: EMPTY_FILING, resumeCode: '' };
  await store.pool.query('update draft set frozen_region = $2, arrival = null, sent = $3, sealed = $4 where id = $1', [
    draft.id,
    region,
    seal(store.keyring, draft.id, sent, kind),
    seal(store.keyring, draft.id, empty, kind),
  ]);
  await endCodeOf(store.pool, draft.id);
}
