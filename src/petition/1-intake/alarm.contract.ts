import { z } from 'zod';
import { DANGER_KINDS } from '../../domain/facts.ts';
import type { Permission } from '../../domain/permission.ts';
import { FreeText, ShortText, SubmissionParams } from '../../ledger/acted.contract.ts';
import { defineRoute, type RouteContract } from '../../platform/http/route.contract.ts';
import { PersonShape } from './intake.contract.ts';

const define = <const C extends RouteContract<Permission>>(contract: C): C => defineRoute(contract);
const act = {
  method: 'POST',
  permission: 'intake',
  params: SubmissionParams,
  response: z.object({ number: z.string() }),
} as const;

export const flagDangerRoute = define({
  ...act,
  permission: 'cases',
  path: '/api/submissions/:number/danger',
  summary: 'Flag danger to life by hand: the officer on duty is alerted; nothing else changes (art. 25)',
  audit: 'submission.flag-danger',
  body: z.object({ kinds: z.array(z.enum(DANGER_KINDS)).min(1).max(3) }),
});

export const acknowledgeRoute = define({
  ...act,
  permission: 'cases',
  path: '/api/submissions/:number/acknowledge-alarm',
  summary: 'Say that somebody acts on the alarm, and what was done',
  audit: 'submission.acknowledge-alarm',
  body: z.object({ text: FreeText }),
});

export const liftDangerRoute = define({
  ...act,
  permission: 'cases',
  path: '/api/submissions/:number/lift-danger',
  summary: 'Lift the flag of danger, with the reason',
  audit: 'submission.lift-danger',
  body: z.object({ text: FreeText }),
});

export const reportUrgentlyRoute = define({
  ...act,
  permission: 'cases',
  path: '/api/submissions/:number/report-urgently',
  summary:
    'Send the urgent report at once to Party and government, the competent body, the joint meeting, the office above and the national one (art. 25); the head decides',
  audit: 'submission.report-urgently',
  body: z.object({
    competent: z.array(z.string().max(60)).max(10).default([]).describe('Competent bodies, beside those the law names'),
    what: FreeText.describe('What, who, how many, where'),
    risk: FreeText,
    measures: FreeText,
  }),
});

export const receiveUrgentlyRoute = define({
  ...act,
  permission: 'cases',
  path: '/api/submissions/:number/receive-urgent',
  summary: 'Confirm receipt of an urgent report',
  audit: 'submission.receive-urgent',
  body: z.object({ report: z.string().regex(/^u\d{1,3}$/), body: z.string().max(60) }),
});

export const showAuthorityRoute = define({
  ...act,
  permission: 'cases',
  path: '/api/submissions/:number/authority',
  summary: 'Note that an agent’s written authority was seen; until then nothing is disclosed to them',
  audit: 'submission.show-authority',
  body: z.object({ text: ShortText.describe('What was seen') }),
});

export const addPeopleRoute = define({
  ...act,
  permission: 'cases',
  path: '/api/submissions/:number/people',
  summary: 'Add people of a group who wish to follow and to rate',
  audit: 'submission.add-people',
  body: z.object({ people: z.array(PersonShape).min(1).max(200) }),
});
