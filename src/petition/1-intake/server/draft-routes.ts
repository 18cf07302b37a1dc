import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../../actors/accounts/server/public.ts';
import { loadDivisions } from '../../../actors/bodies/server/public.ts';
import { CODE_GOOD_MINUTES, maskedPhone } from '../../../actors/citizens/citizens.rules.ts';
import { nameOf } from '../../../domain/bodies.ts';
import { dayOf } from '../../../domain/days.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { mount } from '../../../platform/http/mount.ts';
import { isRefused, type Refused } from '../../../platform/http/refused.ts';
import type { Response } from '../../../platform/http/route.contract.ts';
import type { Server } from '../../../platform/http/server.ts';
import * as contracts from '../draft.contract.ts';
import { openDraft, openUnsent, resumeByCode } from '../portal/draft-door.ts';
import { listDraftFiles, removeDraftFile, takeDraftFiles } from '../portal/draft-files.ts';
import {
  findGaps,
  inStep,
  postedOf,
  type StepBodies,
  type WrittenStep,
  writtenOf,
} from '../portal/draft-steps.rules.ts';
import { dropDraft, type OpenDraft } from '../portal/drafts.ts';
import { EMPTY_FILING, type Filing, type FilingDoubt, readStep } from '../portal/filing.rules.ts';
import { withOffered } from '../portal/filing-places.ts';
import { DOOR_CITATIONS } from '../portal/other-door.rules.ts';
import { confirmPhone, sendPhoneCode } from '../portal/phone-codes.ts';
import { doorOf, finishStep, keepFiling } from '../portal/save-step.ts';
import { divisionOf, pressSend } from '../portal/send.ts';
import { officeFor, type Receipt } from './intake.ts';

type DraftView = Response<typeof contracts.readDraftRoute>;

/** What the installation does for drafts that its ledger cannot. */
export interface DraftHelp {
  /** Sends a phone code in the words of the installation and the language of whoever asked. */
  tellCode(request: FastifyRequest, told: { readonly phone: string; readonly code: string }): Promise<void>;
  /** What else is done once a draft was sent; what it said stands in `filing`, for the last time. */
  onSent(request: FastifyRequest, sent: { readonly filing: Filing; readonly receipt: Receipt }): Promise<void>;
}

/** The portal's drafts for programs: every step by the same functions as its pages. */
export function mountDrafts(server: Server<Caller>, ledger: Ledger, help: DraftHelp): void {
  mount(server, contracts.beginDraftRoute, async ({ body }) => {
    const begun = await keepFiling(ledger, undefined, readStep('for', postedOf('for', body), EMPTY_FILING));
    if (isRefused(begun)) return begun;
    const view = await lookAt(ledger, begun.draft, 'for');
    return isRefused(view) ? view : { ...view, secret: begun.cookie ?? '' };
  });
  mount(server, contracts.resumeDraftRoute, async ({ body, request }) => {
    const resumed = await resumeByCode(ledger, { typed: body.code, address: request.ip });
    if (isRefused(resumed)) return resumed;
    return { ...(await viewOf(ledger, resumed.draft)), secret: resumed.cookie };
  });
  mount(server, contracts.readDraftRoute, async ({ params, request }) => {
    const draft = await openDraft(ledger, request, params.draft);
    return isRefused(draft) ? draft : viewOf(ledger, draft);
  });
  mount(server, contracts.dropDraftRoute, async ({ params, request }) => {
    const draft = await openUnsent(ledger, request, params.draft);
    if (isRefused(draft)) return draft;
    await dropDraft(ledger, draft.id);
    return { dropped: true as const };
  });
  mountSteps(server, ledger);
  mountFiles(server, ledger);
  mountPhone(server, ledger, help);
  mount(server, contracts.sendDraftRoute, async ({ params, body, request }) => {
    const draft = await openDraft(ledger, request, params.draft);
    if (isRefused(draft)) return draft;
    const sent = await pressSend(ledger, draft, body);
    if (isRefusal(sent)) return sent;
    await help.onSent(request, { filing: draft.filing, receipt: sent.receipt });
    return sent.receipt;
  });
}

function mountSteps(server: Server<Caller>, ledger: Ledger): void {
  type Step<S extends WrittenStep> = {
    readonly params: { readonly draft: string };
    readonly body: StepBodies[S];
    readonly request: FastifyRequest;
  };
  const save = async <S extends WrittenStep>(step: S, { params, body, request }: Step<S>) => {
    const draft = await openUnsent(ledger, request, params.draft);
    if (isRefused(draft)) return draft;
    const read = readStep(step, postedOf(step, body), draft.filing);
    const filing = step === 'where' ? withOffered(read, await loadDivisions(ledger.pool)) : read;
    const kept = await keepFiling(ledger, draft, filing);
    return isRefused(kept) ? kept : lookAt(ledger, kept.draft, step);
  };
  mount(server, contracts.saveForRoute, (call) => save('for', call));
  mount(server, contracts.saveYouRoute, (call) => save('you', call));
  mount(server, contracts.saveWhereRoute, (call) => save('where', call));
  mount(server, contracts.saveWhatRoute, (call) => save('what', call));
  mount(server, contracts.saveAskRoute, (call) => save('ask', call));
}

function mountFiles(server: Server<Caller>, ledger: Ledger): void {
  mount(server, contracts.uploadToDraftRoute, async ({ params, request }) => {
    const draft = await openUnsent(ledger, request, params.draft);
    if (isRefused(draft)) return draft;
    const form = await takeDraftFiles(ledger, draft, request);
    if (isRefused(form)) return form;
    const files = await listDraftFiles(ledger, draft.id);
    return { files: [...files], refused: form.refused.map(({ name, refused }) => ({ name, said: refused.said })) };
  });
  mount(server, contracts.removeFromDraftRoute, async ({ params, request }) => {
    const draft = await openUnsent(ledger, request, params.draft);
    if (isRefused(draft)) return draft;
    await removeDraftFile(ledger.pool, draft.id, params.file);
    return { files: [...(await listDraftFiles(ledger, draft.id))] };
  });
}

function mountPhone(server: Server<Caller>, ledger: Ledger, help: DraftHelp): void {
  mount(server, contracts.askPhoneCodeRoute, async ({ params, request }) => {
    const draft = await openUnsent(ledger, request, params.draft);
    if (isRefused(draft)) return draft;
    const refused = await sendPhoneCode(ledger, draft, {
      address: request.ip,
      tell: (phone, code) => help.tellCode(request, { phone, code }),
    });
    return refused ?? { sentTo: maskedPhone(draft.filing.phone), goodMinutes: CODE_GOOD_MINUTES };
  });
  mount(server, contracts.confirmPhoneRoute, async ({ params, body, request }) => {
    const draft = await openUnsent(ledger, request, params.draft);
    if (isRefused(draft)) return draft;
    return (await confirmPhone(ledger, draft, body.code)) ?? { phoneConfirmed: true as const };
  });
}

/** Looks at a step just saved, and shows the draft with what was found. */
async function lookAt(ledger: Ledger, draft: OpenDraft, step: WrittenStep): Promise<DraftView | Refused> {
  const finished = await finishStep(ledger, draft, step);
  if (isRefused(finished)) return finished;
  const doubts: readonly FilingDoubt[] = finished.found === 'doubts' ? finished.doubts : [];
  const view = await viewOf(ledger, { ...draft, filing: finished.filing });
  return { ...view, doubts: doubts.map((doubt) => inStep(step, doubt)) };
}

async function viewOf(ledger: Ledger, draft: OpenDraft): Promise<DraftView> {
  const { id, filing, frozen, savedAt, expiresAt, resumeCode } = draft;
  const sent = frozen?.sent;
  const office = sent?.body ?? officeFor(ledger, divisionOf(ledger, filing));
  const today = dayOf(ledger.clock.now().toISOString());
  return {
    draft: id,
    state: sent !== undefined ? 'sent' : frozen !== undefined ? 'sending' : 'open',
    savedAt,
    expiresAt,
    resumeCode,
    written: writtenOf(filing),
    files: sent === undefined ? [...(await listDraftFiles(ledger, id))] : [],
    phoneConfirmed: isConfirmed(filing),
    office: { id: office, name: nameOf(ledger.reference.bodies, office) },
    problems: frozen === undefined ? [...findGaps(filing, today)] : [],
    doubts: [],
    ...doorView(filing),
    ...(sent === undefined ? {} : { receipt: sent.receipt }),
  };
}

function isConfirmed({ confirmed, phone }: Filing): boolean {
  return confirmed !== '' && confirmed === phone;
}

function doorView(filing: Filing): Pick<DraftView, 'door'> {
  const door = doorOf(filing);
  return door === undefined ? {} : { door: { door, basis: [...DOOR_CITATIONS[door]] } };
}
