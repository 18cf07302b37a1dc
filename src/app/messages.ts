import { randomUUID } from 'node:crypto';
import type { Particulars } from '../domain/particulars.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { findState, readContents } from '../ledger/read.ts';
import { matterRef, submissionRef } from '../ledger/streams.ts';
import type { JobHandlers } from '../platform/jobs/handler.ts';

/** A message that leaves the house. The development adapter keeps it to be shown; no gateway is connected. */
export interface Message {
  readonly to: string;
  readonly text: string;
}

export interface KeptMessage extends Message {
  readonly id: string;
  readonly at: string;
}

/** Keeps a message, encrypted. `id` makes repeating harmless. */
export async function keepMessage(ledger: Ledger, message: Message, id: string = randomUUID()): Promise<void> {
  const sealed = ledger.keyring.seal(Buffer.from(JSON.stringify(message)), `message/${id}`);
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
    ...(JSON.parse(ledger.keyring.open(row.sealed, `message/${row.id}`).toString()) as Message),
    id: row.id,
    at: row.created_at,
  }));
}

/** Tells the petitioner by text message that something awaits them. Says nothing of the matter itself. */
export function messageJobs(ledger: Ledger): JobHandlers {
  return {
    'tell-petitioner': async (payload, { job }) => {
      const { matter } = payload as { matter: string };
      const state = await findState(ledger, matterRef(matter));
      if (!state || state.sealed) return;
      const submission = await findState(ledger, submissionRef(state.submissions[0] ?? ''));
      if (!submission?.content) return;
      const contents = await readContents(ledger, matter.slice(0, 6), [submission.content.id]);
      const particulars = contents.get(submission.content.id) as Particulars | undefined;
      const phone = particulars?.people[0]?.phone;
      if (!phone) return;
      const text = `您反映的事项（${state.submissions[0]}）有了书面答复。请凭查询码查看、评价；不同意的，可以在规定的日子以前申请复查。`;
      await keepMessage(ledger, { to: phone, text }, job.id);
    },
  };
}
