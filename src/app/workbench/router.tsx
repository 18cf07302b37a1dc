import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import { readFigureListSearch, readFiguresSearch } from '../../accountability/figures/web/figures-search.ts';
import { Waiting } from '../../ui/staff/Page.tsx';
import { readDeskSearch } from '../desk/web/desk-search.ts';
import { readMattersSearch } from '../desk/web/matters-search.ts';
import { readRulesSearch } from '../rules-page/web/rules-search.ts';
import { Faulty } from './Faulty.tsx';
import { Home } from './Home.tsx';
import { NowhereFound } from './NowhereFound.tsx';
import { Shell } from './Shell.tsx';

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NowhereFound, errorComponent: Faulty });
const under = { getParentRoute: () => rootRoute } as const;

const homeRoute = createRoute({ ...under, path: '/', component: Home, validateSearch: readDeskSearch });

const mattersRoute = createRoute({
  ...under,
  path: '/matters',
  validateSearch: readMattersSearch,
  component: lazyRouteComponent(() => import('../desk/web/MattersPage.tsx'), 'MattersPage'),
});

const sealedRoute = createRoute({
  ...under,
  path: '/sealed',
  component: lazyRouteComponent(() => import('../desk/web/SealedPage.tsx'), 'SealedPage'),
});

const figuresRoute = createRoute({
  ...under,
  path: '/figures',
  validateSearch: readFiguresSearch,
  component: lazyRouteComponent(() => import('../../accountability/figures/web/FiguresPage.tsx'), 'FiguresPage'),
});

const figureListRoute = createRoute({
  ...under,
  path: '/figures/$indicator',
  validateSearch: readFigureListSearch,
  component: lazyRouteComponent(() => import('../../accountability/figures/web/FigureListPage.tsx'), 'FigureListPage'),
});

const registerRoute = createRoute({
  ...under,
  path: '/register',
  component: lazyRouteComponent(() => import('../petition-page/web/RegisterPage.tsx'), 'RegisterPage'),
});

const submissionRoute = createRoute({
  ...under,
  path: '/submission/$number',
  component: lazyRouteComponent(() => import('../petition-page/web/SubmissionPage.tsx'), 'SubmissionPage'),
});

const matterRoute = createRoute({
  ...under,
  path: '/matter/$matter',
  component: lazyRouteComponent(() => import('../petition-page/web/PetitionPage.tsx'), 'PetitionPage'),
});

const draftRoute = createRoute({
  ...under,
  path: '/matter/$matter/draft',
  component: lazyRouteComponent(() => import('../petition-page/web/DraftPage.tsx'), 'DraftPage'),
});

const rulesRoute = createRoute({
  ...under,
  path: '/rules',
  component: lazyRouteComponent(() => import('../rules-page/web/RulesPage.tsx'), 'RulesPage'),
});

const newRulesRoute = createRoute({
  ...under,
  path: '/rules/new',
  validateSearch: readRulesSearch,
  component: lazyRouteComponent(() => import('../rules-page/web/RuleFormPage.tsx'), 'RuleFormPage'),
});

const calendarRoute = createRoute({
  ...under,
  path: '/calendar',
  component: lazyRouteComponent(() => import('../rules-page/web/CalendarPage.tsx'), 'CalendarPage'),
});

const recountRoute = createRoute({
  ...under,
  path: '/recount/$run',
  component: lazyRouteComponent(() => import('../rules-page/web/RunPage.tsx'), 'RunPage'),
});

const inspectionsRoute = createRoute({
  ...under,
  path: '/inspections',
  component: lazyRouteComponent(
    () => import('../../accountability/inspection/web/InspectionsPage.tsx'),
    'InspectionsPage',
  ),
});

const yearlyReportsRoute = createRoute({
  ...under,
  path: '/yearly-reports',
  component: lazyRouteComponent(() => import('../yearly-report/web/YearlyReportsPage.tsx'), 'YearlyReportsPage'),
});

const yearlyReportRoute = createRoute({
  ...under,
  path: '/yearly-reports/$office/$year',
  component: lazyRouteComponent(() => import('../yearly-report/web/YearlyReportPage.tsx'), 'YearlyReportPage'),
});

const auditRoute = createRoute({
  ...under,
  path: '/audit',
  component: lazyRouteComponent(() => import('../../accountability/audit/web/AuditPage.tsx'), 'AuditPage'),
});

const accountsRoute = createRoute({
  ...under,
  path: '/accounts',
  component: lazyRouteComponent(() => import('../accounts-page/web/AccountsPage.tsx'), 'AccountsPage'),
});

const bodiesRoute = createRoute({
  ...under,
  path: '/bodies',
  component: lazyRouteComponent(() => import('../succession/web/SuccessionsPage.tsx'), 'SuccessionsPage'),
});

const successionRoute = createRoute({
  ...under,
  path: '/bodies/$run',
  component: lazyRouteComponent(() => import('../succession/web/SuccessionPage.tsx'), 'SuccessionPage'),
});

/** Every address of the workbench, below /desk/. */
export const router = createRouter({
  basepath: '/desk',
  routeTree: rootRoute.addChildren([
    homeRoute,
    mattersRoute,
    sealedRoute,
    figuresRoute,
    figureListRoute,
    registerRoute,
    submissionRoute,
    matterRoute,
    draftRoute,
    rulesRoute,
    newRulesRoute,
    calendarRoute,
    recountRoute,
    inspectionsRoute,
    yearlyReportsRoute,
    yearlyReportRoute,
    auditRoute,
    accountsRoute,
    bodiesRoute,
    successionRoute,
  ]),
  defaultPendingComponent: Waiting,
  defaultPendingMs: 200,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
