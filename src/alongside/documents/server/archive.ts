import { type Caller, getStaff } from '../../../actors/accounts/server/public.ts';
import { refuseState } from '../../../domain/refusals.ts';
import { actOnMatter, actWithNote } from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { findState } from '../../../ledger/read.ts';
import { factsFor, type Tools } from '../../../ledger/record.ts';
import { matterRef, type StreamRef, submissionRef } from '../../../ledger/streams.ts';
import { mount } from '../../../platform/http/mount.ts';
import type { Server } from '../../../platform/http/server.ts';
import { archiveRoute, eraseRoute, keepLongerRoute, proposeErasureRoute } from '../archive.contract.ts';
import { archive, erase, type KeepLonger, keepLonger, proposeErasure } from '../archive.rules.ts';
import { eraseTopic } from './erase.ts';

export function mountArchive(server: Server<Caller>, ledger: Ledger): void {
  mount(server, archiveRoute, ({ params, body, key, actor }) =>
    actOnMatter(ledger, {
      actor: getStaff(actor),
      verb: 'matter.archive',
      matter: params.matter,
      ...keyed(key, { archive: params.matter, ...body }),
      decide: (tools, state) => archive.decide(state, body, tools.context(state.pack)),
    }),
  );

  mount(server, proposeErasureRoute, ({ params, key, actor }) =>
    actOnMatter(ledger, {
      actor: getStaff(actor),
      verb: 'matter.propose-erasure',
      matter: params.matter,
      ...keyed(key, { proposeErasure: params.matter }),
      decide: (tools, state) => proposeErasure.decide(state, {}, tools.context(state.pack)),
    }),
  );

  mount(server, keepLongerRoute, ({ params, body, key, actor }) =>
    actWithNote<KeepLonger>(
      ledger,
      getStaff(actor),
      { matter: params.matter, key, ...body },
      {
        verb: 'matter.keep-longer',
        rule: keepLonger,
        note: { text: body.text },
        missing: refuseState('empty', 422, '请写明为什么继续保管', 'Say why it is kept longer', 'text'),
        act: (content) => ({ term: body.term, content }),
      },
    ),
  );

  mount(server, eraseRoute, async ({ params, key, actor }) => {
    const matter = params.matter;
    const around = await findAround(ledger, matter);
    return actOnMatter(ledger, {
      actor: getStaff(actor),
      verb: 'matter.erase',
      matter,
      ...keyed(key, { erase: matter }),
      decide: (tools, state) =>
        erase.decide(state, { submissions: lastOf(tools, around, matter) }, tools.context(state.pack)),
      beside: {
        streams: [...around.submissions, ...around.matters],
        facts: (tools) =>
          lastOf(tools, around, matter).map((id) =>
            factsFor(submissionRef(id), [{ kind: 'SubmissionErased', body: { on: tools.context().today, matter } }]),
          ),
      },
      also: (tools) => {
        const streams = [matter, ...lastOf(tools, around, matter)];
        const at = streams.map((stream) => ({ region: stream.slice(0, 6), stream }));
        return {
          outbox: [
            { region: matter.slice(0, 6), topic: eraseTopic, payload: { streams } },
            /* Nobody finds it any more, by its words or by its people. */
            ...at.map(({ region, stream }) =>
              stream === matter
                ? { region, topic: 'index-matter', payload: { region, matter } }
                : { region, topic: 'index-person', payload: { region, submission: stream } },
            ),
          ],
        };
      },
    });
  });
}

function keyed(key: string | undefined, request: object): { key?: { key: string; request: object } } {
  return key === undefined ? {} : { key: { key, request } };
}

interface Around {
  readonly submissions: readonly StreamRef<'submission'>[];
  readonly matters: readonly StreamRef<'matter'>[];
}

/** The submissions of a matter, and the other matters of each. */
async function findAround(ledger: Ledger, matter: string): Promise<Around> {
  const state = await findState(ledger, matterRef(matter));
  const submissions = (state?.submissions ?? []).map(submissionRef);
  const states = await Promise.all(submissions.map((ref) => findState(ledger, ref)));
  const others = new Set(states.flatMap((one) => one?.matters ?? []).filter((id) => id !== matter));
  return { submissions, matters: [...others].map(matterRef) };
}

/** Submissions of which no other matter is kept any more. */
function lastOf(tools: Tools, { submissions, matters }: Around, matter: string): readonly string[] {
  const erased = new Set(matters.filter((ref) => tools.read(ref).erasedOn !== undefined).map(({ id }) => id));
  return submissions
    .filter((ref) => {
      const state = tools.read(ref);
      return (
        state.seq > 0 && state.erasedOn === undefined && state.matters.every((id) => id === matter || erased.has(id))
      );
    })
    .map(({ id }) => id);
}
