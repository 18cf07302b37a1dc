import { type Caller, getStaff } from '../../../actors/accounts/server/public.ts';
import type { Actor } from '../../../domain/act.ts';
import { openMediation } from '../../../domain/matter.ts';
import type { MediationKind } from '../../../domain/proceedings.ts';
import { type Refusal, refuse, refuseState } from '../../../domain/refusals.ts';
import { type Acted, actWithNote } from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { findState, readContents, readFacts } from '../../../ledger/read.ts';
import { matterRef } from '../../../ledger/streams.ts';
import { mount } from '../../../platform/http/mount.ts';
import type { Server } from '../../../platform/http/server.ts';
import { actWithPaper, addressee } from '../../documents/server/public.ts';
import {
  beginMediationRoute,
  endMediationRoute,
  noteConfirmationRoute,
  notePerformanceRoute,
  settleRoute,
} from '../mediation.contract.ts';
import { agreementText, type Promised } from '../mediation.papers.rules.ts';
import {
  type BeginMediation,
  beginMediation,
  type EndMediation,
  endMediation,
  type NoteConfirmation,
  type NotePerformance,
  noteConfirmation,
  notePerformance,
  type Settle,
  settle,
} from '../mediation.rules.ts';

interface On {
  readonly matter: string;
  readonly key?: string | undefined;
}

/** Content of a mediation's beginning (kind `note`): who takes part. `with` holds the other side. */
function begin(
  ledger: Ledger,
  actor: Actor,
  input: On & {
    assignment: string;
    kind: MediationKind;
    consentPetitioner: boolean;
    consentOther: boolean;
    other: string;
    mediators: string;
  },
): Promise<Acted | Refusal> {
  const { assignment, kind, consentPetitioner, consentOther, other, mediators } = input;
  return actWithNote<BeginMediation>(ledger, actor, input, {
    verb: 'matter.begin-mediation',
    rule: beginMediation,
    note: { text: other.trim() === '' || mediators.trim() === '' ? '' : mediators, with: other },
    missing: refuseState('empty', 422, '写明对方和调解人员', 'Name the other side and the mediators', 'other'),
    act: (content) => ({ assignment, kind, consentPetitioner, consentOther, content }),
  });
}

/** Who takes part in the mediation that goes on, as was written when it began. */
async function readParties(ledger: Ledger, matter: string): Promise<{ other: string; mediators: string }> {
  const none = { other: '', mediators: '' };
  if (!/^\d{6}-\d{4}-\d{6,9}-\d{1,3}$/.test(matter)) return none;
  const ref = matterRef(matter);
  const state = await findState(ledger, ref);
  const open = state && openMediation(state);
  if (!open) return none;
  const begun = (await readFacts(ledger, ref)).findLast(
    ({ fact }) => fact.kind === 'MediationBegun' && fact.body.mediation === open.id,
  );
  if (begun?.fact.kind !== 'MediationBegun') return none;
  const { id } = begun.fact.body.content;
  const contents = await readContents(ledger, ref.region, [id]);
  const note = contents.get(id) as { text: string; with?: string } | undefined;
  return { other: note?.with ?? '', mediators: note?.text ?? '' };
}

async function end(
  ledger: Ledger,
  actor: Actor,
  input: On & { agreed: boolean; promises: readonly Promised[]; text: string },
): Promise<Acted | Refusal> {
  const { agreed, promises, text } = input;
  const parties = await readParties(ledger, input.matter);
  return actWithPaper<EndMediation>(ledger, actor, input, {
    verb: 'matter.end-mediation',
    rule: endMediation,
    kind: 'mediation-agreement',
    tell: 'mediation',
    missing: () =>
      text.trim() === ''
        ? refuseState(
            'empty',
            422,
            '写明事实和争议，或者为什么没有谈成',
            'Write the facts, or why it did not succeed',
            'text',
          )
        : agreed && promises.length === 0
          ? refuse(
              'mediation.both-consent',
              422,
              '写明约定了什么、哪天履行',
              'Give each promise and its day',
              'promises',
            )
          : undefined,
    text: ({ state, number, gist }) => {
      const kind = openMediation(state)?.kind ?? 'people';
      const petitioner = addressee(gist, state.petitioners);
      return agreed ? agreementText({ number, gist, kind, petitioner, ...parties, facts: text, promises }) : undefined;
    },
    act: (instrument, _of, note) => ({
      agreed,
      promises: promises.map(({ due }) => due),
      content: note(
        text.trim(),
        undefined,
        agreed ? { promises: promises.map(({ what, who }) => ({ what, who })) } : {},
      ),
      ...(instrument ? { instrument } : {}),
    }),
  });
}

const NO_TEXT = refuseState('empty', 422, '写明情况', 'Say what it is', 'text');

function noteKept(ledger: Ledger, actor: Actor, input: On & { promise: number; kept: boolean; text: string }) {
  const { promise, kept } = input;
  return actWithNote<NotePerformance>(ledger, actor, input, {
    verb: 'matter.note-performance',
    rule: notePerformance,
    note: { text: input.text },
    missing: NO_TEXT,
    act: (content) => ({ promise, kept, content }),
  });
}

function noteCourt(ledger: Ledger, actor: Actor, input: On & { step: NoteConfirmation['step']; text: string }) {
  return actWithNote<NoteConfirmation>(ledger, actor, input, {
    verb: 'matter.note-confirmation',
    rule: noteConfirmation,
    note: { text: input.text },
    missing: NO_TEXT,
    act: (content) => ({ step: input.step, content }),
  });
}

function settleMatter(ledger: Ledger, actor: Actor, input: On & { assignment: string; text: string }) {
  return actWithNote<Settle>(ledger, actor, input, {
    verb: 'matter.settle',
    rule: settle,
    tell: 'settled',
    note: { text: input.text },
    missing: NO_TEXT,
    act: (content) => ({ assignment: input.assignment, content }),
  });
}

export function mountMediation(server: Server<Caller>, ledger: Ledger): void {
  mount(server, beginMediationRoute, ({ params, body, key, actor }) =>
    begin(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, endMediationRoute, ({ params, body, key, actor }) =>
    end(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, notePerformanceRoute, ({ params, body, key, actor }) =>
    noteKept(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, noteConfirmationRoute, ({ params, body, key, actor }) =>
    noteCourt(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, settleRoute, ({ params, body, key, actor }) =>
    settleMatter(ledger, getStaff(actor), { ...params, ...body, key }),
  );
}
