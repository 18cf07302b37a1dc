import type { Actor } from '../../../domain/act.ts';
import type { Note } from '../../../domain/particulars.ts';
import { mayRead, mayReadSubmission, refuseClosed } from '../../../domain/permission.ts';
import { isRefusal, type Refusal, refuseState } from '../../../domain/refusals.ts';
import { type Acted, actOnMatter } from '../../../ledger/act-on-matter.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { findState } from '../../../ledger/read.ts';
import { factsFor, record } from '../../../ledger/record.ts';
import { matterRef, submissionRef } from '../../../ledger/streams.ts';
import { replaceCode, withdraw } from '../intake.rules.ts';
import { NO_SUCH_SUBMISSION } from '../not-there.rules.ts';
import { adoption, newQueryCode, queryHash } from './intake.ts';

/** A new code for a lost one, shown once. */
export async function replaceTheCode(
  ledger: Ledger,
  actor: Actor,
  input: { number: string; key?: string | undefined },
): Promise<{ number: string; code: string } | Refusal> {
  const ref = submissionRef(input.number);
  const code = newQueryCode();
  const done = await record<{ number: string; code: string }>(ledger, {
    actor,
    verb: 'submission.replace-code',
    streams: [ref],
    ...(input.key === undefined
      ? {}
      : { key: { region: ref.region, key: input.key, request: { replace: input.number } } }),
    decide(tools) {
      const state = tools.read(ref);
      if (!mayReadSubmission(state, ref.id, actor, ledger.reference.bodies))
        return refuseClosed(state, actor) ?? NO_SUCH_SUBMISSION;
      const facts = replaceCode(state, queryHash(ledger, code), tools.context(state.pack));
      return isRefusal(facts) ? facts : { facts: [factsFor(ref, facts)], answer: { number: input.number, code } };
    },
  });
  return isRefusal(done) ? done : done.answer;
}

/** T31: the petitioner takes a matter back, saying why if they wish. */
export function withdrawMatter(
  ledger: Ledger,
  actor: Actor,
  input: { matter: string; reason: string; key?: string | undefined },
): Promise<Acted | Refusal> {
  return actOnMatter(ledger, {
    actor,
    verb: 'matter.withdraw',
    matter: input.matter,
    key: input.key === undefined ? undefined : { key: input.key, request: { withdraw: input.reason } },
    decide(tools, state, ref) {
      const note: Note = { text: input.reason };
      return withdraw(state, { content: tools.content(ref, 'note', note) }, tools.context(state.pack));
    },
  });
}

/** The petitioner, or the body for them, adds papers and words to what was filed. Never changes what is there. */
export async function addPapers(
  ledger: Ledger,
  actor: Actor,
  input: { number: string; text: string; files: readonly string[]; key?: string | undefined },
): Promise<{ number: string } | Refusal> {
  const ref = submissionRef(input.number);
  const bodies = ledger.reference.bodies;
  const inHand = await hasInHand(ledger, actor, input.number);
  if (input.text.trim() === '' && input.files.length === 0) {
    return refuseState('empty', 422, '写一句话，或者选一个文件', 'Write a sentence or choose a file', 'text');
  }
  const done = await record<{ number: string }>(ledger, {
    actor,
    verb: 'submission.add-papers',
    streams: [ref],
    ...(input.key === undefined
      ? {}
      : { key: { region: ref.region, key: input.key, request: { text: input.text, files: input.files } } }),
    decide(tools) {
      const state = tools.read(ref);
      const own = actor.kind === 'petitioner' && actor.submission === input.number;
      if (state.phase === 'none' || !(own || inHand || mayReadSubmission(state, ref.id, actor, bodies)))
        return refuseClosed(state, actor) ?? NO_SUCH_SUBMISSION;
      const note: Note = { text: input.text };
      return {
        facts: [
          factsFor(ref, [
            {
              kind: 'PapersAdded',
              body: { by: own ? 'petitioner' : 'body', files: input.files, content: tools.content(ref, 'note', note) },
            },
          ]),
        ],
        outbox: adoption(input.number, input.files),
        answer: { number: input.number },
      };
    },
  });
  return isRefusal(done) ? done : done.answer;
}

/** Has the actor's body one of the submission's matters in hand? It may add to the papers it works with. */
export async function hasInHand(ledger: Ledger, actor: Actor, number: string): Promise<boolean> {
  if (actor.kind !== 'staff') return false;
  const submission = await findState(ledger, submissionRef(number));
  for (const id of submission?.matters ?? []) {
    const matter = await findState(ledger, matterRef(id));
    if (matter && mayRead(matter, id.slice(0, 6), actor, ledger.reference.bodies)) return true;
  }
  return false;
}
