import { type Caller, getPetitioner } from '../../actors/accounts/server/public.ts';
import type { Actor } from '../../domain/act.ts';
import { isRefusal, type Refusal, refuseState } from '../../domain/refusals.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { findCheckpoint, findProof, makeProofFile, type ProofFile } from '../../ledger/log/prove.ts';
import { logSigner, tilesOf } from '../../ledger/log/seal.ts';
import { findState } from '../../ledger/read.ts';
import { matterRef, submissionRef } from '../../ledger/streams.ts';
import { refusedWith } from '../../platform/http/errors.ts';
import { mount } from '../../platform/http/mount.ts';
import type { Server } from '../../platform/http/server.ts';
import { readPaperForPetitioner } from '../follow/follow.ts';
import { readCheckpoint, readLogKey, readOwnProof, readProof, readTile } from './proof.contract.ts';

const NOT_IN_LOG = refuseState(
  'not-in-log',
  404,
  '总账里没有这个存证码。刚登记的请过十秒再查；抄错一个字也会查不到',
  'This hash is not in the log. What was recorded just now is there in ten seconds; one wrong character finds nothing',
  'hash',
);

/** What anybody may know of the log, and what a petitioner needs to prove a receipt or a paper elsewhere. */
export function mountProof(server: Server<Caller>, ledger: Ledger): void {
  const signer = logSigner(ledger);
  mount(server, readLogKey, () => ({ origin: signer.origin, verifierKey: signer.verifierKey }));

  mount(server, readCheckpoint, async () => {
    const newest = await findCheckpoint(ledger);
    if (newest === undefined) return NOT_IN_LOG;
    return { name: `checkpoint-${newest.size}.txt`, mime: 'text/plain', bytes: Buffer.from(newest.note) };
  });

  mount(server, readTile, async ({ params }) => {
    const bytes = await tilesOf(ledger.pool)(Number(params.level), Number(params.index));
    if (bytes.length === 0) return refusedWith('not-found');
    return { name: `tile-${params.level}-${params.index}`, mime: 'application/octet-stream', bytes };
  });

  mount(server, readProof, async ({ params, query }) => {
    const proof = await findProof(ledger, Buffer.from(params.hash, 'hex'), query.size);
    return proof === undefined ? NOT_IN_LOG : { ...proof, path: [...proof.path] };
  });

  mount(server, readOwnProof, async ({ params: { number }, query: { matter, paper, size }, actor }) => {
    const petitioner = getPetitioner(actor);
    if (petitioner.submission !== number) return refusedWith('not-found');
    const file =
      matter === undefined || paper === undefined
        ? await proveReceipt(ledger, petitioner, size)
        : await provePaper(ledger, petitioner, { matter, paper, size });
    if (file === undefined) return NOT_IN_LOG;
    if (isRefusal(file)) return file;
    return {
      name: `proof-${paper === undefined ? number : `${matter}-${paper}`}.json`,
      mime: 'application/json',
      bytes: Buffer.from(`${JSON.stringify(file, null, 2)}\n`),
    };
  });
}

type Petitioner = Extract<Actor, { readonly kind: 'petitioner' }>;

/** The receipt: that, and when, it arrived, with what was written. */
async function proveReceipt(
  ledger: Ledger,
  { submission, limited }: Petitioner,
  size: number | undefined,
): Promise<ProofFile | undefined> {
  const ref = submissionRef(submission);
  const state = await findState(ledger, ref);
  /* An agent whose authority was not shown is told nothing of what others wrote (E34). */
  const content = limited ? undefined : state?.content?.id;
  return makeProofFile(ledger, ref, { seq: 1 }, { content, size });
}

/** A paper: as it was issued, word for word, where it has reached the petitioner. */
async function provePaper(
  ledger: Ledger,
  petitioner: Petitioner,
  { matter, paper, size }: { matter: string; paper: string; size: number | undefined },
): Promise<ProofFile | Refusal | undefined> {
  const read = await readPaperForPetitioner(ledger, petitioner, matter, paper);
  if (isRefusal(read)) return read;
  const ref = matterRef(matter);
  const state = await findState(ledger, ref);
  const content = state?.instruments[paper]?.content.id;
  return content === undefined ? undefined : makeProofFile(ledger, ref, { content }, { content, size });
}
