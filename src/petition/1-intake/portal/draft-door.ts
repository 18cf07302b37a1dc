import type { FastifyRequest } from 'fastify';
import { hitLimit } from '../../../actors/accounts/server/public.ts';
import { findForgery } from '../../../platform/http/csrf.ts';
import { isRefused, type Refused } from '../../../platform/http/refused.ts';
import type { Keyring } from '../../../platform/secrets/keyring.ts';
import { refuseDraft } from './draft.texts.ts';
import { findDraft, type OpenDraft, resumeDraft, type Store } from './drafts.ts';
import { findResumeCode } from './filing.rules.ts';

/** What the browser keeps of its draft: the same secret that programs send in the header. */
export const DRAFT_COOKIE = 'hd';
export const DRAFT_HEADER = 'x-draft';
/** Of somebody who has not opened anything yet: ties a form to the browser it was sent to, and holds nothing else. */
export const VISITOR_COOKIE = 'hv';

/** The token of forms sent before anything was opened. */
export function formToken(keyring: Keyring, visitor: string): string {
  return keyring.keyedHash('portal-form', visitor).toString('base64url');
}

/**
 * The draft that a program's header, or else a browser's cookie, opens. A cookie speaks without being asked, so writing
 * with it needs the form token (header `x-csrf`).
 */
export async function openDraft(store: Store, request: FastifyRequest, id: string): Promise<OpenDraft | Refused> {
  const header = request.headers[DRAFT_HEADER];
  const cookie = request.cookies[DRAFT_COOKIE];
  const secret = typeof header === 'string' ? header : cookie;
  if (secret === undefined || !secret.startsWith(`${id}.`)) return refuseDraft('no-draft');
  if (typeof header !== 'string') {
    const visitor = request.cookies[VISITOR_COOKIE] ?? '';
    const forged = findForgery(request, visitor === '' ? '' : formToken(store.keyring, visitor));
    if (forged !== undefined) return forged;
  }
  const draft = await findDraft(store, secret);
  if (draft === 'moved') return refuseDraft('draft-moved');
  return draft ?? refuseDraft('no-draft');
}

/** The same, for changing it: what was sent changes no more. */
export async function openUnsent(store: Store, request: FastifyRequest, id: string): Promise<OpenDraft | Refused> {
  const draft = await openDraft(store, request, id);
  return isRefused(draft) || draft.frozen === undefined ? draft : refuseDraft('sent-already');
}

/** Opens a draft with the code as it was typed: twenty tries in a quarter of an hour for one address. */
export async function resumeByCode(
  store: Store,
  { typed, address }: { typed: string; address: string },
): Promise<{ cookie: string; draft: OpenDraft } | Refused> {
  const { pool, keyring, clock } = store;
  const tries = { purpose: 'draft-resume', who: address, limit: 20, windowSeconds: 900, clock };
  if (!(await hitLimit(pool, keyring, tries))) return refuseDraft('resume-too-many');
  const code = findResumeCode(typed);
  return (code === undefined ? undefined : await resumeDraft(store, code)) ?? refuseDraft('resume-code');
}
