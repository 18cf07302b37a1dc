import {
  type Caller,
  findPass,
  findPassCookie,
  findSession,
  findSessionToken,
  getStaff,
  holderOf,
} from '../actors/accounts/server/public.ts';
import { uploadFiles } from '../alongside/documents/files.contract.ts';
import { adoptFiles, findFile, type KeptFileRow, keepFile, STAGING } from '../alongside/documents/server/files.ts';
import type { Actor } from '../domain/act.ts';
import { mayRead, mayReadSubmission } from '../domain/permission.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { findState, logReading } from '../ledger/read.ts';
import { matterRef, submissionRef } from '../ledger/streams.ts';
import { RefusedError, refusedWith } from '../platform/http/errors.ts';
import { mount } from '../platform/http/mount.ts';
import { isRefused } from '../platform/http/refused.ts';
import type { Server } from '../platform/http/server.ts';
import type { JobHandlers } from '../platform/jobs/handler.ts';
import { readForm } from '../platform/uploads/read-form.ts';
import { sendFile } from '../platform/uploads/send-file.ts';

/** Upload for officers, download for whoever may read the case the file belongs to. */
export function mountFiles(server: Server<Caller>, ledger: Ledger): void {
  mount(server, uploadFiles, async ({ request, actor }) => {
    getStaff(actor);
    const kept: KeptFileRow[] = [];
    const form = await readForm(request, async (file) => {
      kept.push(await keepFile(ledger, file));
      return undefined;
    });
    if (isRefused(form)) return form;
    return { files: kept, refused: form.refused.map(({ name, refused }) => ({ name, said: refused.said })) };
  });

  server.get<{ Params: { region: string; id: string } }>(
    '/api/files/:region/:id',
    { schema: { hide: true } },
    async (request, reply) => {
      const { region, id } = request.params;
      if (!/^\d{6}$/.test(region) || !/^[0-9a-f-]{36}$/.test(id)) throw new RefusedError(refusedWith('not-found'));
      const file = (await findFile(ledger, region, id)) ?? (await findFile(ledger, STAGING, id));
      const session = await findSession(ledger.pool, findSessionToken(request)?.token, ledger.clock);
      const pass = await findPass(ledger.pool, findPassCookie(request), ledger.clock);
      const actors: Actor[] = [
        ...(session
          ? [{ kind: 'staff', account: session.account, body: session.body, roles: session.roles } as const]
          : []),
        ...(pass ? [holderOf(pass)] : []),
      ];
      const reader = file?.stream === undefined ? undefined : await findReader(ledger, actors, file.stream);
      if (!file || !reader) throw new RefusedError(refusedWith('not-found'));
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
      return sendFile(reply, { name: file.name, mime: file.type, bytes: file.bytes });
    },
  );
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
  for (const actor of actors) {
    if (
      actor.kind === 'petitioner'
        ? actor.submission === stream && !state.sealed
        : mayReadSubmission(state, region, actor, bodies)
    )
      return actor;
    /* A body that has one of its matters in hand reads the papers that came with it, unless a report is in the letter. */
    const matters = await Promise.all(state.matters.map((id) => findState(ledger, matterRef(id))));
    if (matters.some((matter) => matter?.sealed && !mayRead(matter, region, actor, bodies))) continue;
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
