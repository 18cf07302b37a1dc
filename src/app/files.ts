import type { FastifyRequest } from 'fastify';
import {
  actorOf,
  type Caller,
  findPass,
  findPassCookie,
  findSession,
  findSessionToken,
  getPetitioner,
  getStaff,
  holderOf,
} from '../actors/accounts/server/public.ts';
import { readFile, uploadFiles, uploadOwnFiles } from '../alongside/documents/files.contract.ts';
import { adoptFiles, findFile, type KeptFileRow, keepFile, STAGING } from '../alongside/documents/server/files.ts';
import type { Actor } from '../domain/act.ts';
import { holds, mayRead, mayReadSubmission } from '../domain/permission.ts';
import { isRefusal } from '../domain/refusals.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { findState, logReading } from '../ledger/read.ts';
import { matterRef, submissionRef } from '../ledger/streams.ts';
import { refusedWith } from '../platform/http/errors.ts';
import { mount } from '../platform/http/mount.ts';
import { isRefused, type Refused } from '../platform/http/refused.ts';
import type { Server } from '../platform/http/server.ts';
import type { JobHandlers } from '../platform/jobs/handler.ts';
import { type FormFields, readForm, type UploadedForm } from '../platform/uploads/read-form.ts';
import { readFollow } from './follow/follow.ts';

/** Upload for officers and petitioners, download for whoever may read the case the file belongs to. */
export function mountFiles(server: Server<Caller>, ledger: Ledger): void {
  mount(server, uploadFiles, ({ request, actor }) => {
    getStaff(actor);
    return upload(ledger, request);
  });

  mount(server, uploadOwnFiles, async ({ params, request, actor }) => {
    const own = await readFollow(ledger, getPetitioner(actor), params.number);
    return isRefusal(own) ? own : upload(ledger, request);
  });

  mount(server, readFile, async ({ params: { region, id }, request }) => {
    const file = (await findFile(ledger, region, id)) ?? (await findFile(ledger, STAGING, id));
    const actors = await callersOf(ledger, request);
    const reader = file?.stream === undefined ? undefined : await findReader(ledger, actors, file.stream);
    if (!file || !reader) return refusedWith('not-found');
    if (reader.kind === 'staff') {
      await logReading(ledger, {
        region,
        actor: `staff:${reader.account}`,
        body: reader.body,
        verb: 'file.read',
        stream: file.stream,
        detail: { file: id },
      });
    }
    return { name: file.name, mime: file.type, bytes: file.bytes };
  });
}

/** Keeps the files of a form until an act names them. `guard` sees the fields sent before them. */
export async function takeUploads(
  ledger: Ledger,
  request: FastifyRequest,
  guard: (fields: FormFields) => Refused | undefined = () => undefined,
): Promise<(UploadedForm & { readonly files: KeptFileRow[] }) | Refused> {
  const files: KeptFileRow[] = [];
  const form = await readForm(request, async (file, fields) => {
    const no = guard(fields);
    if (no === undefined) files.push(await keepFile(ledger, file));
    return no;
  });
  return isRefused(form) ? form : { ...form, files };
}

async function upload(ledger: Ledger, request: FastifyRequest) {
  const form = await takeUploads(ledger, request);
  if (isRefused(form)) return form;
  return { files: form.files, refused: form.refused.map(({ name, refused }) => ({ name, said: refused.said })) };
}

/** Everybody this request may speak for: a browser may hold a session and a pass. */
async function callersOf(ledger: Ledger, request: FastifyRequest): Promise<readonly Actor[]> {
  const session = await findSession(ledger.pool, findSessionToken(request)?.token, ledger.clock);
  const pass = await findPass(ledger.pool, findPassCookie(request), ledger.clock);
  const actors: readonly Actor[] = [
    ...(session && !session.mustChange && !session.mustAddFactor ? [actorOf(session)] : []),
    ...(pass ? [holderOf(pass)] : []),
  ];
  /* Posts that count cases open none, nor what came with them. */
  return actors.filter((actor) => holds(actor, 'cases') || holds(actor, 'petitioner'));
}

/** Which of the callers may read the stream, if any. */
async function findReader(ledger: Ledger, actors: readonly Actor[], stream: string): Promise<Actor | undefined> {
  const { bodies } = ledger.reference;
  const region = stream.slice(0, 6);
  if (/-\d{1,3}$/.test(stream) && stream.split('-').length === 4) {
    const state = await findState(ledger, matterRef(stream));
    return state && actors.find((actor) => mayRead(state, region, actor, bodies));
  }
  const state = await findState(ledger, submissionRef(stream));
  if (!state) return undefined;
  const matters = await Promise.all(state.matters.map((id) => findState(ledger, matterRef(id))));
  for (const actor of actors) {
    /* What came with a letter may belong to the report in it: nobody but its keeper gets it (条例 30¶3, E28). */
    const isOwn = actor.kind === 'petitioner' && actor.submission === stream;
    if (!isOwn && matters.some((matter) => matter?.sealed && !mayRead(matter, region, actor, bodies))) continue;
    if (actor.kind === 'petitioner' ? isOwn && !state.sealed : mayReadSubmission(state, stream, actor, bodies))
      return actor;
    /* A body that has one of its matters in hand reads the papers that came with it. */
    if (matters.some((matter) => matter && mayRead(matter, region, actor, bodies))) return actor;
  }
  return undefined;
}

/** What follows an act that named files. */
export function fileJobs(ledger: Ledger): JobHandlers {
  return {
    'adopt-files': async (payload) => {
      const { region, stream, files } = payload as { region: string; stream: string; files: readonly string[] };
      await adoptFiles(ledger, files, region, stream);
    },
  };
}
