import type { ActContext, Actor } from '../../src/domain/act.ts';
import type { MatterActId } from '../../src/domain/acts.ts';
import { addDays as laterBy } from '../../src/domain/days.ts';
import { currentAssignment, type MatterState, numbered, openHearing, openReview } from '../../src/domain/matter.ts';
import { isRefusal } from '../../src/domain/refusals.ts';
import { destinationIsOwed } from '../../src/petition/2-transfer/transfer.rules.ts';
import { reviewWindow } from '../../src/petition/7-review/window.rules.ts';
import { by, petitionerOf, usualRole } from './people.ts';
import { answered, content, paper, SUBMISSION } from './things.ts';

/** Who would do the act: the usual post at the body whose turn it is. */
export function usualActor(act: MatterActId, state: MatterState): Actor {
  const role = usualRole(act);
  if (role === 'petitioner') return petitionerOf(state.submissions[0] ?? SUBMISSION);
  if (role === 'system') return { kind: 'system' };
  /* The petition office declines by its dispatcher, a body by its head. */
  const declining = act === 'not-accept' && currentAssignment(state) !== undefined;
  return by(usualBody(act, state), declining ? 'head' : role);
}

const BY_SENDER: readonly MatterActId[] = [
  'agree-return',
  'refuse-return',
  'consent-extension',
  'accept-report',
  'return-report',
];
const BY_REVIEWER: readonly MatterActId[] = [
  'ask-review-papers',
  'accept-review',
  'refuse-review',
  'note-review',
  'draft-review',
  'return-review-draft',
  'decide-review',
  'serve-review',
];
const BY_OVERSEER: readonly MatterActId[] = ['supervise', 'propose', 'reopen-rating', 'revisit', 'file-termination'];

function usualBody(act: MatterActId, state: MatterState): string {
  const task = currentAssignment(state);
  const held = task?.body ?? state.office;
  if (BY_SENDER.includes(act)) return task?.from ?? state.office;
  if (BY_REVIEWER.includes(act)) return openReview(state)?.reviewer ?? held;
  if (BY_OVERSEER.includes(act)) return 'd01-petition';
  switch (act) {
    case 'decide-competence':
      return task?.dispute?.arbiter ?? held;
    case 'open-hearing':
      return openReview(state)?.reviewer ?? held;
    case 'hold-hearing':
    case 'conclude-hearing':
      return openHearing(state)?.by ?? held;
    case 'contribute':
      return Object.keys(task?.contributors ?? {}).find((id) => !task?.contributors?.[id]?.givenOn) ?? held;
    case 'answer-order':
      return numbered(state.orders).findLast((one) => one.phase === 'open')?.to ?? held;
    case 'close-order':
    case 'return-order':
      return numbered(state.orders).findLast((one) => one.phase === 'answered')?.by ?? 'd01-petition';
    case 'answer-proposal':
      return numbered(state.proposals).findLast((one) => one.adoption === undefined)?.to ?? held;
    case 'pass-report':
    case 'note-report':
    case 'conclude-report':
      return state.keeper ?? state.office;
    default:
      return held;
  }
}

/** An act as it is usually done. */
export function usualAct(act: MatterActId, state: MatterState, { today }: ActContext): object {
  const current = currentAssignment(state);
  const assignment = current?.id;
  const task = assignment === undefined ? {} : { assignment };
  const text = content(`text-${state.seq}`);
  const sheet = paper(`paper-${state.seq}`);
  /* Whoever holds it sends it to somebody else. */
  const to = (current?.body ?? state.office) === 'd01-housing' ? 'd01-land' : 'd01-housing';
  const notice = destinationIsOwed(state) ? { notice: paper(`notice-${state.seq}`, 'destination-notice') } : {};
  const soon = laterBy(today, 15);
  switch (act) {
    case 'propose-route':
      return { route: '31(6)' };
    case 'forward':
      return { to, instrument: sheet, ...notice };
    case 'assign':
      return { to, feedbackDue: laterBy(today, 40), instrument: sheet, ...notice };
    case 'split':
      return {
        into: [
          {
            id: `${SUBMISSION}-${2 + (state.splitInto?.length ?? 0)}`,
            purpose: 'claim',
            category: '030400',
            requests: 1,
            accused: [],
            content: text,
          },
        ],
        requests: 1,
        content: content(`gist-${state.seq}`),
      };
    case 'merge':
      return { into: `${SUBMISSION}-9`, receiver: { ...state, phase: 'open' }, confirmedSame: true, content: text };
    case 'unmerge':
      return { receiver: { ...state, phase: 'open' }, content: text };
    case 'relate':
      return { other: `${SUBMISSION}-8`, content: text };
    case 'object':
    case 'approve-extension':
    case 'correct-remedy':
    case 'report-result':
      return { ...task, instrument: sheet };
    case 'raise-dispute':
      return { ...task, suggests: to, content: text };
    case 'decide-competence':
      return { ...task, to: current?.dispute?.suggests ?? to, instrument: sheet };
    case 'accept':
      return { ...task, route: '31(6)', instrument: sheet };
    case 'not-accept':
      return {
        ...task,
        reason: 'pending-elsewhere',
        cites: { matter: `${SUBMISSION}-7`, state: { ...state, phase: 'open', clocks: {} } },
        confirmedSame: true,
        instrument: sheet,
      };
    case 'route-out':
      return { ...task, route: '31(1)', instrument: sheet };
    case 'answer-directly':
      return { ...task, reason: 'consultation', instrument: sheet };
    case 'ask-supplement':
      return { ...task, due: soon, instrument: sheet };
    case 'name-handler':
      return { ...task, account: `${current?.body ?? 'd01-housing'}.handler`, interested: false };
    case 'decide-recusal':
      return { ...task, account: current?.interests?.[0]?.account ?? '', granted: true, instrument: sheet };
    case 'note-work':
      return { ...task, on: today, kind: 'talk', content: text };
    case 'ask-contribution':
      return { ...task, body: to, due: soon, instrument: sheet };
    case 'open-hearing':
      return { ...task, heldOn: laterBy(today, 10), members: 5, instrument: sheet };
    case 'hold-hearing':
      return { on: today, attended: true, content: text };
    case 'conclude-hearing':
      return { held: openHearing(state)?.heldOn !== undefined, content: text, instrument: sheet };
    case 'begin-mediation':
      return { ...task, kind: 'people', consentPetitioner: true, consentOther: true, content: text };
    case 'end-mediation':
      return { agreed: true, promises: [soon], content: text, instrument: sheet };
    case 'note-performance':
      return { promise: 0, kept: true, content: text };
    case 'note-confirmation':
      return { step: 'applied', content: text };
    case 'ask-extension':
      return { ...task, days: 20, content: text };
    case 'end-for-procedure':
      return { ...task, route: '31(1)', instrument: sheet };
    case 'draft':
      return { ...task, items: Array.from({ length: state.requests }, () => answered()), content: text };
    case 'issue':
      return {
        ...task,
        verdicts: Array.from({ length: state.requests }, () => 'support' as const),
        executeBy: laterBy(today, 20),
        instrument: sheet,
        ...(current?.redo ? { renewed: content(`renewed-${state.seq}`) } : {}),
      };
    case 'serve':
      return { ...task, way: 'in-person', on: today, signed: true, view: 'none', note: '' };
    case 'report-execution':
      return { ...task, done: true, content: text };
    case 'store-scan':
      return { instrument: Object.keys(state.instruments)[0] ?? '', file: 'scan' };
    case 'rate':
      return { side: 'body', level: 'satisfied', reason: '办得快' };
    case 'reopen-rating':
      return { side: state.ratings.body ? 'body' : 'office', content: text };
    case 'revisit':
      return { on: today, way: 'phone', reached: true, carriedOut: 'yes', content: text };
    case 'ask-review':
    case 'record-review-request': {
      const window = reviewWindow(state);
      return { reviewer: isRefusal(window) ? '' : (window.reviewers[0] ?? ''), content: text };
    }
    case 'ask-review-papers':
      return { due: soon, instrument: sheet };
    case 'refuse-review':
      return { reason: 'not-a-party', instrument: sheet };
    case 'note-review':
      return { step: 'inquiry', content: text };
    case 'draft-review':
      return { outcome: 'uphold', grounds: [], facts: '事实清楚。', opinion: '予以维持。', content: text };
    case 'decide-review':
      return { grounds: ['facts'], instrument: sheet, redo: paper(`redo-${state.seq}`, 'redo-notice') };
    case 'serve-review':
      return { way: 'in-person', on: today, signed: true, note: '' };
    case 'supervise':
      return { way: 'writing', defect: 'delay', due: soon, instrument: sheet };
    case 'return-order':
      return { due: soon, content: text };
    case 'propose':
      return { to, kind: 'improve', instrument: sheet };
    case 'answer-proposal':
      return { adoption: 'adopted', content: text };
    case 'keep-longer':
      return { term: 'permanent', content: text };
    case 'erase':
      return { submissions: [...state.submissions] };
    case 'continue-ex-officio':
      return { reason: 'safety', content: text };
    case 'pass-report':
      return { to: state.keeper === 'city-discipline' ? 'city-party' : 'city-discipline', instrument: sheet };
    case 'accept-review':
    case 'file-termination':
      return { instrument: sheet };
    case 'sign':
    case 'agree-return':
    case 'refuse-return':
    case 'note-supplement':
    case 'to-ordinary':
    case 'declare-interest':
    case 'ask-recusal':
    case 'contribute':
    case 'settle':
    case 'consent-extension':
    case 'refuse-extension':
    case 'return-draft':
    case 'accept-report':
    case 'return-report':
    case 'rehandle':
    case 'return-review-draft':
    case 'lapse':
    case 'answer-order':
    case 'close-order':
    case 'withdraw':
    case 'take-back-withdrawal':
    case 'note-death':
    case 'name-successor':
    case 'end-without-successor':
    case 'note-report':
    case 'conclude-report':
    case 'archive':
    case 'propose-erasure':
      return { ...task, content: text };
  }
}
