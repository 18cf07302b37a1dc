import { z } from 'zod';
import type { Permission } from '../../domain/permission.ts';
import { ActedAnswer, Assignment, DayText, FreeText, MatterParams, ShortText } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);
const act = { method: 'POST', permission: 'cases', params: MatterParams, response: ActedAnswer } as const;

export const askSupplementRoute = define({
  ...act,
  path: '/api/matters/:matter/ask-supplement',
  summary: 'Ask the petitioner for papers, one full list; no clock stops',
  audit: 'matter.ask-supplement',
  body: z.object({ assignment: Assignment, list: FreeText, due: DayText }),
});

export const noteSupplementRoute = define({
  ...act,
  path: '/api/matters/:matter/note-supplement',
  summary: 'Note that the papers asked for have come',
  audit: 'matter.note-supplement',
  body: z.object({ assignment: Assignment, text: FreeText.default('') }),
});

export const toOrdinaryRoute = define({
  ...act,
  path: '/api/matters/:matter/to-ordinary',
  summary: 'Back to the ordinary procedure: 60 days from the first acceptance',
  audit: 'matter.to-ordinary',
  body: z.object({ assignment: Assignment, reason: FreeText }),
});

export const askContributionRoute = define({
  ...act,
  path: '/api/matters/:matter/ask-contribution',
  summary: 'Ask another body to contribute by a day; this one leads and answers (art. 24)',
  audit: 'matter.ask-contribution',
  body: z.object({ assignment: Assignment, body: z.string().max(60), ask: FreeText, due: DayText }),
});

export const contributeRoute = define({
  ...act,
  path: '/api/matters/:matter/contribute',
  summary: 'Give the contribution your body was asked for',
  audit: 'matter.contribute',
  body: z.object({ text: FreeText }),
});

export const endForProcedureRoute = define({
  ...act,
  path: '/api/matters/:matter/end-for-procedure',
  summary: 'End handling: the matter is in court, arbitration or reconsideration (art. 28)',
  audit: 'matter.end-for-procedure',
  body: z.object({
    assignment: Assignment,
    route: z.enum(['31(1)', '31(2)', '31(4)']),
    explain: FreeText,
    body: ShortText,
  }),
});

export const declareInterestRoute = define({
  ...act,
  path: '/api/matters/:matter/declare-interest',
  summary: 'Declare an interest of your own in the matter or the petitioner (art. 28)',
  audit: 'matter.declare-interest',
  body: z.object({ assignment: Assignment, text: FreeText }),
});

export const decideRecusalRoute = define({
  ...act,
  path: '/api/matters/:matter/decide-recusal',
  summary: 'Decide whether an officer withdraws; about a head, the body above decides',
  audit: 'matter.decide-recusal',
  body: z.object({ assignment: Assignment, account: z.string().max(60), granted: z.boolean(), reason: FreeText }),
});

export const consentExtensionRoute = define({
  ...act,
  path: '/api/matters/:matter/consent-extension',
  summary: 'Consent to an extension, as the body that assigned the matter',
  audit: 'matter.consent-extension',
  body: z.object({ assignment: Assignment }),
});
