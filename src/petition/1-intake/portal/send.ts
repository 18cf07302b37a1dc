import { isPetitionOffice } from '../../../domain/bodies.ts';
import { dayOf } from '../../../domain/days.ts';
import { isRefusal, type Refusal } from '../../../domain/refusals.ts';
import type { Purpose } from '../../../domain/vocabulary.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { type Arrival, officeFor, regionOf, take } from '../server/intake.ts';
import { listDraftFiles } from './draft-files.ts';
import { findGaps } from './draft-steps.rules.ts';
import { concludeDraft, type Frozen, freezeDraft, type OpenDraft, type Sent, saveDraft } from './drafts.ts';
import { type Filing, identityOf, particularsOf, petitionersOf, secondFactOf, UNSURE } from './filing.rules.ts';

/** The place complained of as a code: street, else district, else what the city's office serves. */
export function divisionOf(ledger: Pick<Ledger, 'reference'>, filing: Filing): string {
  if (filing.district === UNSURE || filing.district === '') {
    const bodies = ledger.reference.bodies.all();
    return bodies.find((body) => isPetitionOffice(body) && body.level === 'city')?.division ?? '000000';
  }
  return filing.street.startsWith(filing.district) ? filing.street : filing.district;
}

/**
 * Send was pressed. Whether it may be published is the writer's last choice; a step that is not whole is named, until the
 * first Send has frozen the draft.
 */
export async function pressSend(
  ledger: Ledger,
  draft: OpenDraft,
  { mayPublish }: { mayPublish: boolean },
): Promise<Sent | Refusal> {
  if (draft.frozen !== undefined) return sendDraft(ledger, draft);
  const filing = { ...draft.filing, mayPublish };
  await saveDraft(ledger, draft, filing);
  const today = dayOf(ledger.clock.now().toISOString());
  const [gap] = findGaps(filing, today);
  if (gap !== undefined) return { refused: true, code: DRAFT_GAP, status: 422, ...gap };
  return sendDraft(ledger, { ...draft, filing });
}

/** The draft is not whole yet; the refusal names the field. */
export const DRAFT_GAP = 'draft-gap';

/**
 * Sends a draft: freezes what it says on the first press, takes it in under the draft's id, and keeps the receipt.
 * Pressing again, at the same time or after a fault in between, ends at the same receipt.
 */
async function sendDraft(ledger: Ledger, draft: OpenDraft): Promise<Sent | Refusal> {
  const frozen = draft.frozen ?? (await freezeDraft(ledger, draft, await arrivalOf(ledger, draft)));
  if (frozen.sent !== undefined) return frozen.sent;
  const { arrival, region } = whole(frozen);
  const receipt = await take(ledger, { kind: 'petitioner', submission: draft.id }, arrival, {
    key: draft.id,
    verb: 'submission.file',
  });
  if (isRefusal(receipt)) return receipt;
  const { particulars } = arrival;
  const sent: Sent = {
    receipt,
    body: arrival.body,
    /* Whoever comes to this machine next reads nothing of a report. */
    name: receipt.sealed ? '' : (particulars.people[0]?.name ?? ''),
    title: receipt.sealed ? '' : particulars.title,
    requests: particulars.requests.length,
    files: particulars.files.length,
    suggestion: arrival.purpose === 'suggestion',
    anonymous: arrival.identity === 'anonymous',
    second: secondFactOf(draft.filing),
  };
  await concludeDraft(ledger, draft, region, sent);
  return sent;
}

function whole(frozen: Frozen): { arrival: Arrival; region: string } {
  if (frozen.arrival === undefined) throw new Error('a frozen draft holds neither what to send nor a receipt');
  return { arrival: frozen.arrival, region: frozen.region };
}

const PURPOSE_OF = {
  '': 'claim',
  complaint: 'claim',
  suggestion: 'suggestion',
  report: 'report',
} as const satisfies Record<Filing['kind'], Purpose>;

async function arrivalOf(ledger: Ledger, { id, filing }: OpenDraft): Promise<{ arrival: Arrival; region: string }> {
  const division = divisionOf(ledger, filing);
  const files = await listDraftFiles(ledger, id);
  const arrival: Arrival = {
    channel: 'web',
    purpose: PURPOSE_OF[filing.kind],
    division,
    body: officeFor(ledger, division),
    receivedOn: dayOf(ledger.clock.now().toISOString()),
    petitioners: petitionersOf(filing),
    identity: identityOf(filing),
    mayPublish: filing.kind !== 'report' && filing.mayPublish,
    particulars: particularsOf(
      filing,
      files.map((file) => file.id),
    ),
  };
  return { arrival, region: regionOf(ledger, arrival) };
}
