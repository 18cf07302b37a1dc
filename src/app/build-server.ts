import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mountAudit } from '../accountability/audit/server/routes.ts';
import { mountFigures } from '../accountability/figures/server/routes.ts';
import { mountInspections } from '../accountability/inspection/server/routes.ts';
import {
  type Caller,
  createAuthorise,
  hitLimit,
  mountAccounts,
  mountSignOn,
  mountSubstitutes,
} from '../actors/accounts/server/public.ts';
import { mountBodies } from '../actors/bodies/server/public.ts';
import { ASKING } from '../actors/persons/persons.rules.ts';
import { mountPersons } from '../actors/persons/server/routes.ts';
import { mountRulebook } from '../actors/rulebook/server/public.ts';
import { mountArchive } from '../alongside/documents/server/archive.ts';
import { mountHearings } from '../alongside/hearings/server/public.ts';
import { mountMediation } from '../alongside/mediation/server/public.ts';
import { mountOpenings } from '../alongside/openings/server/public.ts';
import { mountOversight } from '../alongside/oversight/server/public.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { mountMatters } from '../petition/1-intake/server/matter-routes.ts';
import { mountIntake } from '../petition/1-intake/server/routes.ts';
import { mountTransfer } from '../petition/2-transfer/server/routes.ts';
import { mountAcceptance } from '../petition/3-acceptance/server/routes.ts';
import { mountHandling } from '../petition/4-handling/server/routes.ts';
import { mountReply } from '../petition/5-reply/server/routes.ts';
import { mountEvaluation } from '../petition/6-evaluation/server/routes.ts';
import { mountReview } from '../petition/7-review/server/routes.ts';
import { buildServer, type Server } from '../platform/http/server.ts';
import { type Log, log } from '../platform/log/log.ts';
import type { ScanFile } from '../platform/uploads/scan.ts';
import { mountFactorPosts } from './accounts-page/factor-posts.ts';
import { mountCalendar } from './calendar/routes.ts';
import { mountDesk } from './desk/mount-desk.ts';
import { mountFiles } from './files.ts';
import { mountFollow } from './follow/routes.ts';
import { originOf } from './origin.ts';
import { mountOutbox } from './outbox-page.ts';
import { mountPetitionPage } from './petition-page/routes.ts';
import { mountPortal, renderError } from './portal/portal.ts';
import { mountPrint } from './print/routes.tsx';
import { mountProof } from './proof/routes.ts';
import { publicFiguresOf } from './public-figures.ts';
import { mountRecounts } from './recount/routes.ts';
import { mountRules } from './rules-page/routes.ts';
import { mountSuccessions } from './succession/routes.ts';
import { mountYearlyReports } from './yearly-report/routes.ts';

/** Where `vite build` leaves the workbench. */
export const WORKBENCH = join(import.meta.dirname, '../../dist/workbench');

/** How one installation is reached and what it is for. */
export interface ServedAs {
  readonly version: string;
  readonly https?: boolean;
  /** The address people use, for receipts and their QR code. */
  readonly publicUrl?: string | undefined;
  /** A demonstration shows the phone codes that no gateway sends. */
  readonly demonstration?: boolean;
  /** Looks into uploaded files. */
  readonly scanFile?: ScanFile | undefined;
  /** Where faults are written; the process's own log where absent. */
  readonly log?: Log;
}

/** The whole product behind one address, not yet listening, so that tests inject. */
export async function buildCityServer(ledger: Ledger, options: ServedAs = { version: '0' }): Promise<Server<Caller>> {
  const built = existsSync(join(WORKBENCH, 'index.html'));
  const server = await buildServer<Caller>({
    title: 'Huiying 回应',
    version: options.version,
    authorise: createAuthorise({ pool: ledger.pool, clock: ledger.clock }),
    https: options.https ?? false,
    scanFile: options.scanFile,
    ...(options.log === undefined ? {} : { log: options.log }),
    renderError,
    assets: built ? [{ folder: join(WORKBENCH, 'assets'), prefix: '/desk/assets/', immutable: true }] : [],
  });
  mountAccounts(server, ledger, (request) => originOf(request, options.publicUrl));
  mountSubstitutes(server, ledger);
  mountFactorPosts(server, ledger);
  mountSignOn(server, ledger, {
    originOf: (request) => originOf(request, options.publicUrl),
    warn: (event, detail) => (options.log ?? log).warn(event, { ...detail }),
  });
  mountRulebook(server, ledger);
  mountBodies(server, ledger);
  mountPersons(server, ledger, (who) => hitLimit(ledger.pool, ledger.keyring, { ...ASKING, who, clock: ledger.clock }));
  mountIntake(server, ledger);
  mountMatters(server, ledger);
  mountTransfer(server, ledger);
  mountAcceptance(server, ledger);
  mountHandling(server, ledger);
  mountReply(server, ledger);
  mountEvaluation(server, ledger);
  mountReview(server, ledger);
  mountHearings(server, ledger);
  mountMediation(server, ledger);
  mountOversight(server, ledger);
  mountArchive(server, ledger);
  mountOpenings(server, ledger);
  mountFollow(server, ledger);
  mountFiles(server, ledger);
  mountPetitionPage(server, ledger);
  mountDesk(server, ledger);
  mountFigures(server, ledger);
  mountInspections(server, ledger);
  mountAudit(server, ledger);
  mountYearlyReports(server, ledger);
  mountCalendar(server, ledger);
  mountRecounts(server, ledger);
  mountSuccessions(server, ledger);
  mountRules(server, ledger);
  mountOutbox(server, ledger);
  mountProof(server, ledger);
  mountPrint(server, ledger, options.publicUrl);
  const readFigures = publicFiguresOf(ledger);
  mountPortal(server, ledger, {
    ...(options.publicUrl === undefined ? {} : { publicUrl: options.publicUrl }),
    showMessages: options.demonstration ?? false,
    readPublicFigures: (language) => readFigures(language === 'zh' ? 'zh-CN' : 'en'),
  });
  if (built) mountWorkbench(server);
  return server;
}

/** Every address of the workbench answers with its one page; the page's script reads the address. */
function mountWorkbench(server: Server<Caller>): void {
  const page = readFileSync(join(WORKBENCH, 'index.html'), 'utf8');
  const answer = (nonce: string): string => page.replace('__CSP_NONCE__', nonce);
  for (const path of ['/desk', '/desk/*']) {
    server.get(path, { schema: { hide: true } }, async (request, reply) =>
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(answer(request.styleNonce)),
    );
  }
}
