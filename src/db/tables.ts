// Written by `./huiying generate-types` from a migrated database. Change a migration instead.
import type { Generated } from 'kysely';

/** Whatever was stored; check it before use. Write it as JSON text: pg would send an array as an SQL array. */
export type JsonValue = unknown;

/** A post in a body held by a person. Rights come from body and roles; `password` is argon2id. */
export interface AccountTable {
  id: string;
  login: string;
  body: string;
  name: string;
  title_zh: string;
  title_en: string;
  phone: string;
  roles: string[];
  password: string;
  must_change: Generated<boolean>;
  failures: Generated<number>;
  locked_until: string | null;
  ended_on: string | null;
}

/** Second factors; `secret` is encrypted, `last_step` the newest interval whose code was taken, so that none is taken twice. Local to the coordinator. */
export interface AccountFactorTable {
  account: string;
  secret: Buffer;
  made_at: string;
  confirmed_at: string | null;
  last_step: Generated<string>;
}

/** What an administrator asked for and a second one decides: a new first password, or a post that administers. Local to the coordinator. */
export interface AccountOrderTable {
  id: string;
  account: string;
  kind: string;
  roles: string[] | null;
  asked_by: string;
  asked_at: string;
  decided_by: string | null;
  decided_at: string | null;
  decision: string | null;
}

/** Which person of the provider an account is, from the first sign-on on: a name that is given to somebody else there opens nothing here. */
export interface AccountSignOnTable {
  account: string;
  issuer: string;
  subject: string;
  linked_at: string;
}

/** Absences: `substitute` holds the posts of `account` beside their own from `from_day` to `to_day`, both included, unless ended earlier. Posts that administer and the one that keeps sealed reports never pass. */
export interface AccountSubstituteTable {
  id: string;
  account: string;
  substitute: string;
  from_day: string;
  to_day: string;
  made_by: string;
  made_at: string;
  ended_at: string | null;
}

/** Who did what: one row an act, in the act's own statement. */
export interface AuditTable {
  region: string;
  id: string;
  at: string;
  actor: string;
  body: string | null;
  verb: string;
  stream: string | null;
  detail: Generated<JsonValue>;
}

/** Organs of every kind (条例 2), a tree. `profile` holds names, 机关代字, remit, superiors, address and hours. */
export interface BodyTable {
  id: string;
  parent: string | null;
  kind: string;
  level: string;
  division: string;
  profile: JsonValue;
  ended_on: string | null;
}

/** Published holidays and make-up workdays of a year. A year without a row is not yet published. */
export interface CalendarYearTable {
  year: number;
  body: JsonValue;
  version: Generated<number>;
}

/** Content categories as data: first and second level (law.md §5.3). */
export interface CategoryTable {
  code: string;
  parent: string | null;
  name_zh: string;
  name_en: string;
}

/** Somebody who signs in with a code sent to their phone: the number sealed, and hashed with a key and purpose of its own, which joins it to no petition. */
export interface CitizenTable {
  id: string;
  phone_key: Buffer;
  key_version: number;
  phone: Buffer;
  created_at: string;
  seen_at: string;
}

/** A petition that a citizen added. `entry` is what let them in, sealed: it is checked again at every reading. */
export interface CitizenPetitionTable {
  citizen: string;
  submission: string;
  entry: Buffer;
  added_at: string;
}

/** Where a citizen is signed in; `id` is the SHA-256 of the cookie. */
export interface CitizenSessionTable {
  id: Buffer;
  citizen: string;
  csrf: string;
  created_at: string;
  seen_at: string;
  expires_at: string;
}

/** Projected: every clock of every case, running or ended. Rates select by due date in the window (law.md §4.1). */
export interface ClockTable {
  region: string;
  stream: string;
  id: string;
  kind: string;
  holder: string;
  assignment: string | null;
  body: string | null;
  division: string;
  started_on: string;
  raw_end: string;
  due: string;
  assessment_due: string;
  ended_on: string | null;
  outcome: string;
  statutory: boolean;
  calendar: string;
}

/** Encrypted personal data and free text; a fact points here by id and SHA-256(salt || canonical content). Erasable. */
export interface ContentTable {
  region: string;
  id: string;
  stream: string;
  kind: string;
  salt: Buffer;
  sealed: Buffer;
}

/** Serials: submissions draw blocks (gaps allowed), instruments draw one at a time within the act (no gaps). */
export interface CounterTable {
  region: string;
  name: string;
  value: string;
}

/** Projected: what each body owes now, one row a duty. The working lists. */
export interface DeskTable {
  region: string;
  item: string;
  assignment: string;
  duty: string;
  body: string;
  account: string | null;
  due: string | null;
  sort_day: string;
  soon_from: string | null;
  started_on: string | null;
  clock_kind: string | null;
  received_at: string;
  channel: string;
  division: string;
  category: string;
  purpose: string;
  petitioners: number;
  content_id: string | null;
}

/** Signed changes of the desk counters; summed on reading, folded together by a job. */
export interface DeskDeltaTable {
  region: string;
  id: string;
  body: string;
  duty: string;
  delta: number;
}

/** Places: 6, 9 or 12 digits, a tree. */
export interface DivisionTable {
  code: string;
  parent: string | null;
  level: string;
  name_zh: string;
  name_en: string;
}

/** A petition being written, encrypted, 14 days. `secret` is the SHA-256 of its cookie. The first Send freezes it. */
export interface DraftTable {
  id: string;
  secret: Buffer;
  resume_hash: Buffer;
  sealed: Buffer;
  created_at: string;
  saved_at: string;
  expires_at: string;
  frozen_region: string | null;
  arrival: Buffer | null;
  sent: Buffer | null;
}

/** Append-only. Holds ids, codes, days and hashes only; personal data and free text stand in content. */
export interface FactTable {
  region: string;
  stream: string;
  seq: number;
  kind: string;
  actor: string;
  occurred_at: string;
  recorded_at: string;
  body: JsonValue;
  prev_hash: Buffer | null;
  hash: Buffer;
}

/** Papers and photographs, encrypted, with the hash of what was given. */
export interface FileTable {
  region: string;
  id: string;
  stream: string | null;
  draft: string | null;
  name: string | null;
  type: string;
  size: number;
  sha256: Buffer;
  sealed: Buffer;
  created_at: string;
  sealed_name: Buffer | null;
}

/** Which version of the folding code made the stored states: one row. Another version folds all of them again. */
export interface FoldTable {
  id: Generated<boolean>;
  version: string;
}

/** One answer a key, encrypted, kept 30 days: a repeated request gets the same answer and writes nothing. */
export interface IdempotencyTable {
  region: string;
  actor: string;
  key: string;
  request_hash: Buffer;
  answer: Buffer;
  created_at: string;
}

/** The permanent natural key of every imported row: a second run registers nothing twice. */
export interface ImportSourceTable {
  region: string;
  source: string;
  source_id: string;
  submission: string;
}

/** Append-only register of what was exported for inspection teams; the rows themselves are not kept, their hash is. */
export interface InspectionExportTable {
  region: string;
  id: string;
  at: string;
  actor: string;
  body: string;
  inspected: string;
  from_day: string;
  to_day: string;
  team: string;
  basis: string;
  rows: number;
  sha256: string;
}

/** Outbox ids whose work is done, so that a job handed over twice acts once. */
export interface JobDoneTable {
  id: string;
  done_at: string;
}

/** Append-only. What was signed and published: the root over the first entries of the log (C2SP tlog-checkpoint). */
export interface LogCheckpointTable {
  size: string;
  at: string;
  root: Buffer;
  note: string;
}

/** Append-only. Place of each fact in the log; hash is the fact's own. Local to the coordinator. */
export interface LogLeafTable {
  index: string;
  region: string;
  stream: string;
  seq: number;
  hash: Buffer;
}

/** The tree over the log (RFC 6962) in tiles of 256 hashes (C2SP tlog-tiles). Only the last of a level still grows. */
export interface LogTileTable {
  level: number;
  index: string;
  hashes: Buffer;
}

/** Projected: one row a matter that may be listed. Sealed reports are not here (E27). */
export interface MatterTable {
  region: string;
  number: string;
  submission: string;
  office: string;
  holder: string;
  purpose: string;
  category: string;
  division: string;
  channel: string;
  phase: string;
  task_phase: string | null;
  route: string | null;
  origin: string;
  pack: string;
  petitioners: number;
  received_on: string;
  received_at: string;
  registered_on: string | null;
  answered_on: string | null;
  closed_on: string | null;
  transfers: number | null;
  content_id: string | null;
}

/** Projected: the bodies a matter has been with; what a body may list and search. */
export interface MatterBodyTable {
  region: string;
  matter: string;
  body: string;
  received_at: string;
}

/** Outgoing text messages and mail, encrypted. The development adapter shows them instead of sending. */
export interface MessageTable {
  id: string;
  channel: string;
  sealed: Buffer;
  created_at: string;
  sent_at: string | null;
}

/** Work that follows an act, written with it; one relayer hands it to the jobs and deletes it. */
export interface OutboxTable {
  region: string;
  id: string;
  topic: string;
  payload: JsonValue;
  created_at: string;
}

/** Passkeys of staff: `host` is the name they were made at and the only one they work at, `credential` the handle their device knows them by, `counter` how often the device says it signed. Local to the coordinator. */
export interface PasskeyTable {
  id: string;
  account: string;
  host: string;
  credential: Buffer;
  public_key: Buffer;
  counter: string;
  transports: string[];
  label: string;
  made_at: string;
  last_used_at: string | null;
}

/** What a passkey is asked to sign, deleted by the first answer: one of an account at a time for each purpose. Local to the coordinator. */
export interface PasskeyChallengeTable {
  account: string;
  purpose: string;
  challenge: Buffer;
  expires_at: string;
}

/** Keyed hashes of what the people of a submission are known by, for the repeat test alone; filled by the outbox. Never sealed, anonymous or imported ones. Hashes under an older key than the newest are made anew by the daily work. */
export interface PersonKeyTable {
  key: Buffer;
  key_version: number;
  region: string;
  submission: string;
  kind: string;
  role: string;
  received_at: string;
}

/** The code sent to a phone to confirm it; five tries, ten minutes. `holder` is the draft or the visit that asked. */
export interface PhoneCodeTable {
  holder: string;
  code_hash: Buffer;
  phone_hash: Buffer;
  tries: Generated<number>;
  expires_at: string;
}

/** Tries of a purpose (query code, sign-in), by keyed hash; cleared when over. */
export interface RateLimitTable {
  key: Buffer;
  hits: number;
  until: string;
}

/** Projected: one row a side that may be or was rated. */
export interface RatingTable {
  region: string;
  matter: string;
  side: string;
  body: string;
  state: string;
  level: string | null;
  rated_on: string | null;
  window_end: string | null;
  division: string;
}

/** Who saw, searched, printed or exported what. */
export interface ReadLogTable {
  region: string;
  id: string;
  at: string;
  actor: string;
  body: string | null;
  verb: string;
  stream: string | null;
  detail: Generated<JsonValue>;
}

/** What a recount would change: one clock of one case before and after, and when it became a fact. An empty clock: only what the case keeps. Rows of sealed cases are never shown. */
export interface RecountRowTable {
  run: string;
  stream: string;
  clock: string;
  kind: string | null;
  sealed: Generated<boolean>;
  before: JsonValue;
  after: JsonValue;
  applied_at: string | null;
  applied: JsonValue | null;
}

/** Where the listing of a recount stands: kind of case, last case looked at, how many were looked at, and dates kept although the length changed. */
export interface RecountRunTable {
  run: string;
  stage: Generated<number>;
  after: Generated<string>;
  looked: Generated<number>;
  spared: Generated<number>;
}

/** The steps of the schema applied to this database, with the hash of the file each came from. */
export interface SchemaMigrationTable {
  name: string;
  sha256: string;
  applied_at: Generated<string>;
}

/** Projected: reports of wrongdoing (条例 30), listed to the one post that keeps them and to nobody else. */
export interface SealedCaseTable {
  region: string;
  stream: string;
  body: string;
  received_on: string;
  phase: string;
  content_id: string | null;
}

/** Who asked to open which sealed report and why, and who confirmed it. It counts from `opened_at` to `until_at` unless ended earlier; `note` is encrypted under the key of sealed reports. Rows are never deleted. */
export interface SealedOpeningTable {
  region: string;
  id: string;
  submission: string;
  account: string;
  body: string;
  purpose: string;
  note: Buffer;
  days: number;
  urgent: boolean;
  asked_at: string;
  opened_at: string | null;
  until_at: string | null;
  second: string | null;
  decided_at: string | null;
  refused: Generated<boolean>;
  ended_at: string | null;
  ended_by: string | null;
}

/** Searchable text, filled by the outbox within seconds; never holds sealed reports. Names only as keyed hashes. */
export interface SearchTextTable {
  region: string;
  matter: string;
  received_at: string;
  words: string;
  bigrams: number[];
  name_grams: number[];
}

/** Staff sessions; `id` is the SHA-256 of the cookie. Local to the coordinator. */
export interface SessionTable {
  id: Buffer;
  account: string;
  csrf: string;
  created_at: string;
  seen_at: string;
  expires_at: string;
}

/** What the installation says of itself: its name, reception address, hours, languages. */
export interface SettingTable {
  name: string;
  value: JsonValue;
}

/** OpenID Connect providers: proposed by an administrator, in use once the security officer confirmed one, until it ended. `secret` is encrypted. Rows are never deleted. */
export interface SignOnProviderTable {
  id: string;
  issuer: string;
  client_id: string;
  secret: Buffer;
  claim: string;
  label_zh: string;
  label_en: string;
  proposed_by: string;
  proposed_at: string;
  confirmed_by: string | null;
  confirmed_at: string | null;
  ended_by: string | null;
  ended_at: string | null;
}

/** Head of one history: its last seq and hash, and the folded state, which a test folds again from the facts. */
export interface StreamTable {
  region: string;
  stream: string;
  kind: string;
  seq: number;
  hash: Buffer;
  state: JsonValue;
}

/** Projected: one row a submission that may be counted. Sealed reports are not here (E27). */
export interface SubmissionTable {
  region: string;
  number: string;
  body: string;
  division: string;
  channel: string;
  channel_group: string;
  purpose: string;
  petitioners: number;
  identity: string;
  phase: string;
  origin: string;
  source: string | null;
  received_on: string;
  received_at: string;
  registered_on: string | null;
  matters: number;
  content_id: string | null;
  query_hash: string | null;
}

/** A case that a succession carries over, to whom, or why nobody follows from the plan, and when it became a fact. Rows of sealed cases are never shown. */
export interface SuccessionRowTable {
  run: string;
  stream: string;
  kind: string;
  sealed: Generated<boolean>;
  open: boolean;
  category: string | null;
  division: string;
  successor: string | null;
  unclear: string | null;
  designated: Generated<boolean>;
  applied_at: string | null;
}

/** Where the listing of a succession stands: kind of case, last case looked at, and how many were looked at. */
export interface SuccessionRunTable {
  run: string;
  stage: Generated<number>;
  after: Generated<string>;
  looked: Generated<number>;
}

/** Facts that wait for their place in the log: one row an act and history, written with it, gone once they are in. */
export interface UnsealedTable {
  region: string;
  stream: string;
  first_seq: number;
  last_seq: number;
}

/** A petitioner who gave the query code and a second fact follows one submission; `id` is the SHA-256 of the cookie. */
export interface VisitPassTable {
  id: Buffer;
  region: string;
  submission: string;
  csrf: string;
  created_at: string;
  expires_at: string;
  limited: Generated<boolean>;
  entry: Buffer | null;
}

export interface Tables {
  account: AccountTable;
  account_factor: AccountFactorTable;
  account_order: AccountOrderTable;
  account_sign_on: AccountSignOnTable;
  account_substitute: AccountSubstituteTable;
  audit: AuditTable;
  body: BodyTable;
  calendar_year: CalendarYearTable;
  category: CategoryTable;
  citizen: CitizenTable;
  citizen_petition: CitizenPetitionTable;
  citizen_session: CitizenSessionTable;
  clock: ClockTable;
  content: ContentTable;
  counter: CounterTable;
  desk: DeskTable;
  desk_delta: DeskDeltaTable;
  division: DivisionTable;
  draft: DraftTable;
  fact: FactTable;
  file: FileTable;
  fold: FoldTable;
  idempotency: IdempotencyTable;
  import_source: ImportSourceTable;
  inspection_export: InspectionExportTable;
  job_done: JobDoneTable;
  log_checkpoint: LogCheckpointTable;
  log_leaf: LogLeafTable;
  log_tile: LogTileTable;
  matter: MatterTable;
  matter_body: MatterBodyTable;
  message: MessageTable;
  outbox: OutboxTable;
  passkey: PasskeyTable;
  passkey_challenge: PasskeyChallengeTable;
  person_key: PersonKeyTable;
  phone_code: PhoneCodeTable;
  rate_limit: RateLimitTable;
  rating: RatingTable;
  read_log: ReadLogTable;
  recount_row: RecountRowTable;
  recount_run: RecountRunTable;
  schema_migration: SchemaMigrationTable;
  sealed_case: SealedCaseTable;
  sealed_opening: SealedOpeningTable;
  search_text: SearchTextTable;
  session: SessionTable;
  setting: SettingTable;
  sign_on_provider: SignOnProviderTable;
  stream: StreamTable;
  submission: SubmissionTable;
  succession_row: SuccessionRowTable;
  succession_run: SuccessionRunTable;
  unsealed: UnsealedTable;
  visit_pass: VisitPassTable;
}
