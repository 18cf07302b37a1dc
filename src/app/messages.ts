import { randomUUID } from 'node:crypto';
import { currentAssignment, type MatterState, numbered } from '../domain/matter.ts';
import type { Particulars } from '../domain/particulars.ts';
import { REVIEW_LEVEL_LABELS } from '../domain/proceedings.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { findState, readContents } from '../ledger/read.ts';
import { matterRef, submissionRef } from '../ledger/streams.ts';
import type { JobHandlers } from '../platform/jobs/handler.ts';
import type { SealedColumn } from '../platform/secrets/reseal.ts';

/** A message that leaves the house. The development adapter keeps it to be shown; no gateway is connected. */
export interface Message {
  readonly to: string;
  readonly text: string;
}

export interface KeptMessage extends Message {
  readonly id: string;
  readonly at: string;
}

function contextOf(id: string): string {
  return `message/${id}`;
}

export const MESSAGE_COLUMN: SealedColumn = {
  table: 'message',
  key: ['id'],
  column: 'sealed',
  context: ([id = '']) => contextOf(id),
};

/** Keeps a message, encrypted. `id` makes repeating harmless. */
export async function keepMessage(ledger: Ledger, message: Message, id: string = randomUUID()): Promise<void> {
  const sealed = ledger.keyring.seal(Buffer.from(JSON.stringify(message)), contextOf(id));
  await ledger.pool.query(
    `insert into message (id, channel, sealed, created_at) values ($1, 'sms', $2, $3) on conflict (id) do nothing`,
    [id, sealed, ledger.clock.now().toISOString()],
  );
}

/** The newest messages, for the development adapter's page. */
export async function listMessages(ledger: Ledger, limit = 50): Promise<readonly KeptMessage[]> {
  const { rows } = await ledger.pool.query<{ id: string; sealed: Buffer; created_at: string }>(
    'select id, sealed, created_at from message order by created_at desc limit $1',
    [limit],
  );
  return rows.map((row) => ({
    ...(JSON.parse(ledger.keyring.open(row.sealed, contextOf(row.id)).toString()) as Message),
    id: row.id,
    at: row.created_at,
  }));
}

/** Who is called at a body: the officers set for duty, else its supervisors, heads and dispatchers. */
async function onDuty(ledger: Ledger, body: string, sealed: boolean): Promise<readonly string[]> {
  const { rows } = await ledger.pool.query<{ phone: string; set: boolean }>(
    `select a.phone, coalesce(s.value ? a.id, false) as set from account a
     left join setting s on s.name = 'duty:' || a.body
     where a.body = $1 and a.ended_on is null and a.phone <> '' and a.roles && $2::text[]
     order by set desc, a.id limit 3`,
    [body, sealed ? ['sealed'] : ['supervisor', 'head', 'dispatcher']],
  );
  const set = rows.filter((row) => row.set);
  return (set.length > 0 ? set : rows).map((row) => row.phone);
}

/** Alarms and urgent reports to officers. A sealed report's message names no kind of matter. */
function officerJobs(ledger: Ledger): JobHandlers {
  return {
    'raise-alarm': async (payload, { job }) => {
      const { number } = payload as { number: string };
      const state = await findState(ledger, submissionRef(number));
      if (!state?.danger || state.danger.acknowledgedAt !== undefined) return;
      const body = state.sealed ? (state.keeper ?? state.body) : state.body;
      const text = state.danger.kinds.some((kind) => kind !== 'grave')
        ? `信件${number}里有可能危及人身安全的话，请马上联系本人，并在工作台记下情况。`
        : `信件${number}反映的事重大、紧急，请马上到工作台处理；要不要上报由负责人决定。`;
      for (const [at, to] of (await onDuty(ledger, body, state.sealed)).entries())
        await keepMessage(ledger, { to, text }, nthOf(job.id, at));
    },
    'tell-urgent': async (payload, { job }) => {
      const { number } = payload as { number: string };
      const state = await findState(ledger, submissionRef(number));
      const report = Object.values(state?.reports ?? {}).at(-1);
      if (!state || !report) return;
      const text = `有一份紧急信访信息专报（${number}），请马上到工作台查看并确认收到。`;
      let nth = 0;
      for (const body of report.to)
        for (const to of await onDuty(ledger, body, state.sealed))
          await keepMessage(ledger, { to, text }, nthOf(job.id, nth++));
    },
  };
}

/** An id for the nth message of a job: the same each time the job is handed over. */
function nthOf(job: string, nth: number): string {
  return nth === 0
    ? job
    : `${job.slice(0, -4)}${(Number.parseInt(job.slice(-4), 16) ^ nth).toString(16).padStart(4, '0')}`;
}

/** What comes before the answer and cannot wait for the next look. */
const MEANWHILE: Readonly<Record<string, string>> = {
  'to-ordinary': '不适合简易办理，转为普通程序，最晚哪天答复，请凭查询码查看。',
  supplement: '要请您补一些材料，要补什么、最晚哪天，请凭查询码查看通知。',
  recusal: '关于请承办人回避，已经有了决定，请凭查询码查看决定书。',
  ended: '已经进入法定程序，信访这边不再办。找谁、要留意哪些期限，请凭查询码查看告知书。',
  remedy: '有一份更正：申请复查的30日重新起算，请凭查询码查看。',
  hearing: '要开听证会，哪天、在哪里、您有什么权利，请凭查询码查看听证通知书。',
  'hearing-ended': '听证有了结果，请凭查询码查看。',
  mediation: '调解有了结果，请凭查询码查看。',
  settled: '约定的事都履行了，已经和解办结。您的权利一样不少，请凭查询码查看。',
  successor: '因机构调整换了单位接着办，期限不变。由哪家接着办，请凭查询码查看。',
  'rate-again': '评价以后单位又办了一次。愿意的话，可以凭查询码再评；不评，上次的照样算数。',
};

/** What a message to a petitioner may tell of. */
export const TOLD_OF: readonly string[] = ['served', 'review-served', ...Object.keys(MEANWHILE)];

/** What has reached the petitioner, and what may be done about it; the codes of the acts, by the state they left. */
function textOf(state: MatterState, what: string | undefined): string {
  const about = `您反映的事项（${state.submissions[0]}）`;
  const meanwhile = what !== undefined && Object.hasOwn(MEANWHILE, what) ? MEANWHILE[what] : undefined;
  if (meanwhile !== undefined) return about + meanwhile;
  const served = numbered(state.reviews).findLast((one) => one.phase === 'served');
  if (what !== 'review-served' || !served)
    return currentAssignment(state)?.route === '31(6)'
      ? `${about}有了书面答复。请凭查询码查看、评价；不同意的，可以在规定的日子以前申请复查。`
      : `${about}有了书面答复。请凭查询码查看、评价；不同意的，答复里写明了找谁。`;
  const came = `${about}有了书面${REVIEW_LEVEL_LABELS[served.level].zh}意见。请凭查询码查看。`;
  if (served.decision?.outcome === 'revoke') return `${came}原来的答复撤销了，单位要重新办理、再答复您。`;
  return served.decision?.reviewers.length === 0
    ? `${came}信访程序到此为止；有新的事实、证据或者理由，可以重新提出。`
    : `${came}不同意的，可以在规定的日子以前申请复核。`;
}

/** Tells the petitioner by text message that something awaits them. Says nothing of the matter itself. */
export function messageJobs(ledger: Ledger): JobHandlers {
  return {
    ...officerJobs(ledger),
    'tell-petitioner': async (payload, { job }) => {
      const { matter, what } = payload as { matter: string; what?: string };
      const state = await findState(ledger, matterRef(matter));
      if (!state || state.sealed) return;
      const submission = await findState(ledger, submissionRef(state.submissions[0] ?? ''));
      if (!submission?.content) return;
      const contents = await readContents(ledger, matter.slice(0, 6), [submission.content.id]);
      const particulars = contents.get(submission.content.id) as Particulars | undefined;
      const phone = particulars?.people[0]?.phone;
      if (!phone) return;
      await keepMessage(ledger, { to: phone, text: textOf(state, what) }, job.id);
    },
  };
}
