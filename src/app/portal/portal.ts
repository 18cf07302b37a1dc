import type { Caller } from '../../actors/accounts/server/public.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { mountDrafts } from '../../petition/1-intake/server/draft-routes.ts';
import type { Server } from '../../platform/http/server.ts';
import { mountMine } from '../mine/routes.ts';
import { keepWhenSent } from '../mine/when-sent.ts';
import { mountFiling } from './filing-routes.tsx';
import { mountFollowPages } from './follow-routes.tsx';
import { mountMinePages } from './mine-routes.tsx';
import { mountOwnActs } from './own-act-routes.tsx';
import { mountPhone, tellCode } from './phone-routes.tsx';
import { mountProve } from './prove-routes.tsx';
import { mountReading } from './reading-routes.tsx';
import { mountAskRecusal } from './recusal-routes.tsx';
import { mountSending } from './sending-routes.tsx';
import { siteReader } from './site.ts';
import { mountStyle } from './style.ts';
import { type Portal, type PortalOptions, readerOf } from './visit.tsx';

export { renderError } from './error-page.tsx';
export type { PortalOptions, PublicFigures } from './visit.tsx';

/**
 * The citizens' pages: server-rendered, no script, in Chinese and English; and the same drafts for programs. The process must have loaded
 * platform/jsx/register.ts before it imports this module. Give `renderError` to buildServer for errors in the same look.
 */
export function mountPortal(server: Server<Caller>, ledger: Ledger, options: PortalOptions = {}): void {
  const site = siteReader(ledger);
  const portal: Portal = { ledger, site, options };
  server.decorate('portalSite', () => site.last());
  mountStyle(server);
  mountReading(server, portal);
  mountProve(server, portal);
  mountFiling(server, portal);
  mountPhone(server, portal);
  mountSending(server, portal);
  mountFollowPages(server, portal);
  mountOwnActs(server, portal);
  mountAskRecusal(server, portal);
  mountMinePages(server, portal);
  mountDrafts(server, ledger, {
    tellCode: (request, { phone, code }) => tellCode(portal, readerOf(request).lang)(phone, code),
    onSent: (request, sent) => keepWhenSent(ledger, request, sent),
  });
  mountMine(server, ledger, (request) => tellCode(portal, readerOf(request).lang));
}
