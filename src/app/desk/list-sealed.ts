import type { StaffActor } from '../../actors/accounts/server/public.ts';
import { BAD_CURSOR, readParts } from '../../alongside/finding/server/cursor.ts';
import { actorId } from '../../domain/act.ts';
import { type Day, parseDay } from '../../domain/days.ts';
import { isRefusal, type Refusal } from '../../domain/refusals.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { logReading } from '../../ledger/read.ts';
import type { Query, Response } from '../../platform/http/route.contract.ts';
import type { listSealedRoute } from './desk.contract.ts';
import { SEALED_ONLY } from './refusals.ts';
import { isMatter, readTitles } from './titles.ts';

interface Row {
  readonly region: string;
  readonly stream: string;
  readonly received_on: Day;
  readonly phase: string;
  readonly content_id: string | null;
}
type Place = Pick<Row, 'received_on' | 'region' | 'stream'>;

/** The sealed reports this body keeps, newest first, for the one post that may see them (条例 30¶3): what they
 * are about only of those that are opened. Each look is logged. */
export async function listSealed(
  ledger: Ledger,
  actor: StaffActor,
  query: Query<typeof listSealedRoute>,
): Promise<Response<typeof listSealedRoute> | Refusal> {
  if (!actor.roles.includes('sealed')) return SEALED_ONLY;
  const after = query.cursor === undefined ? undefined : readPlace(query.cursor);
  if (isRefusal(after)) return after;
  const { rows } = await ledger.pool.query<Row>({
    text: `select region, stream, received_on, phase, content_id from sealed_case
           where body = $1 and ($2::date is null or received_on < $2 or (received_on = $2 and (region, stream) > ($3, $4)))
           order by received_on desc, region, stream limit $5`,
    values: [actor.body, after?.received_on ?? null, after?.region ?? '', after?.stream ?? '', query.limit + 1],
  });
  const page = rows.slice(0, query.limit);
  const isOpen = (stream: string): boolean => actor.opened?.includes(submissionOf(stream)) === true;
  const titles = await readTitles(
    ledger,
    page.filter(({ stream }) => isOpen(stream)),
  );
  await logReading(ledger, {
    region: ledger.reference.bodies.find(actor.body)?.division.slice(0, 6) ?? '000000',
    actor: actorId(actor),
    body: actor.body,
    verb: 'sealed.list',
    detail: { found: page.length },
  });
  const last = page.at(-1);
  return {
    rows: page.map((row) => ({
      number: row.stream,
      kind: isMatter(row.stream) ? 'matter' : 'submission',
      opened: isOpen(row.stream),
      ...(isOpen(row.stream) ? { title: titles(row).title } : {}),
      receivedOn: row.received_on,
      phase: row.phase,
    })),
    ...(rows.length > query.limit && last ? { next: writePlace(last) } : {}),
  };
}

/** The submission a matter came with, by its number. */
function submissionOf(stream: string): string {
  return isMatter(stream) ? stream.replace(/-\d{1,3}$/, '') : stream;
}

function writePlace({ received_on, region, stream }: Place): string {
  return Buffer.from(JSON.stringify([received_on, region, stream])).toString('base64url');
}

function readPlace(cursor: string): Place | Refusal {
  const [received_on = '', region = '', stream = ''] = readParts(cursor);
  const holds = parseDay(received_on) !== undefined && /^\d{6}$/.test(region) && /^[\d-]{1,40}$/.test(stream);
  return holds ? { received_on, region, stream } : BAD_CURSOR;
}
