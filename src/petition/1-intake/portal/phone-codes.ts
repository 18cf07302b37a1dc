import { type Asking, checkCodeOf, sendCodeTo, type TellCode } from '../../../actors/citizens/server/public.ts';
import type { Refused } from '../../../platform/http/refused.ts';
import { refuseDraft } from './draft.texts.ts';
import { type OpenDraft, type Store, saveDraft } from './drafts.ts';

function askingOf({ id, filing: { phone } }: OpenDraft): Asking {
  return { holder: id, phone };
}

/** Sends a new code to the draft's phone, unless that phone or this address has had enough of them for an hour. */
export async function sendPhoneCode(
  store: Store,
  draft: OpenDraft,
  how: { address: string; tell: TellCode },
): Promise<Refused | undefined> {
  if (draft.filing.kind === 'report') return refuseDraft('report-no-message');
  const told = await sendCodeTo(store, askingOf(draft), how);
  return told === 'sent' ? undefined : refuseDraft(told === 'not-mobile' ? 'phone-not-mobile' : 'phone-too-many');
}

/** Takes the code as it was typed; the draft's phone counts as confirmed from then on. */
export async function confirmPhone(store: Store, draft: OpenDraft, typed: string): Promise<Refused | undefined> {
  const told = await checkCodeOf(store, askingOf(draft), typed);
  if (told !== 'right') return refuseDraft(told === 'wrong' ? 'phone-wrong' : 'phone-over');
  const { filing } = draft;
  await saveDraft(store, draft, { ...filing, confirmed: filing.phone });
  return undefined;
}
