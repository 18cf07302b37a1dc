import type { StaffActor } from '../../actors/accounts/server/public.ts';
import type { Gist } from '../../domain/particulars.ts';
import { mayRead } from '../../domain/permission.ts';
import { isRefusal, type Refusal } from '../../domain/refusals.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { findState, readContents, readFacts } from '../../ledger/read.ts';
import { matterRef, submissionRef } from '../../ledger/streams.ts';
import { accountOf, readNames, sayActor } from '../petition-page/names.ts';
import type { SubmissionPageModel } from '../petition-page/petition-page.contract.ts';
import { readSubmissionPage } from '../petition-page/submission-page.ts';

/** What the registration form (D36, law.md §5.5 A and B) shows beyond the page of the submission. */
export interface Registration {
  readonly page: SubmissionPageModel;
  readonly registeredOn?: string;
  /** Who entered it, and who registered it: two posts may have shared the work. */
  readonly takenInBy: string;
  readonly registeredBy: string;
  readonly matters: readonly RegisteredMatter[];
}

export interface RegisteredMatter {
  readonly number: string;
  readonly title: string;
  readonly purpose: string;
  readonly category: string;
  readonly proposedRoute?: string;
}

/** For whoever may read the submission; `readSubmissionPage` decides and logs the reading. */
export async function readRegistration(
  ledger: Ledger,
  actor: StaffActor,
  number: string,
): Promise<Registration | Refusal> {
  const page = await readSubmissionPage(ledger, actor, number);
  if (isRefusal(page)) return page;
  const ref = submissionRef(number);
  const [facts, matters] = await Promise.all([
    readFacts(ledger, ref),
    Promise.all(page.matters.map((matter) => readMatter(ledger, actor, matter))),
  ]);
  const first = facts[0];
  const registered = facts.find(({ fact }) => fact.kind === 'Registered');
  const names = await readNames(ledger, {
    accounts: [first, registered].flatMap((one) => (one ? [accountOf(one.actor)] : [])),
    division: '',
    category: '',
  });
  const by = (actorOf: string | undefined): string => (actorOf === undefined ? '' : sayActor(actorOf, names).zh);
  const on = registered?.fact.kind === 'Registered' ? registered.fact.body.registeredOn : undefined;
  return {
    page,
    takenInBy: by(first?.actor),
    registeredBy: by(registered?.actor),
    matters: matters.filter((matter) => matter !== undefined),
    ...(on === undefined ? {} : { registeredOn: on }),
  };
}

async function readMatter(ledger: Ledger, actor: StaffActor, matter: string): Promise<RegisteredMatter | undefined> {
  const ref = matterRef(matter);
  const state = await findState(ledger, ref);
  if (!state || !mayRead(state, ref.region, actor, ledger.reference.bodies)) return undefined;
  const [contents, names] = await Promise.all([
    readContents(ledger, ref.region, state.content ? [state.content.id] : []),
    readNames(ledger, { accounts: [], division: '', category: state.category }),
  ]);
  /* The content of a matter is its gist (Opened). */
  const gist = contents.get(state.content?.id ?? '') as Gist | undefined;
  return {
    number: matter,
    title: gist?.title ?? '',
    purpose: state.purpose,
    category: names.category.zh,
    ...(state.proposedRoute ? { proposedRoute: state.proposedRoute } : {}),
  };
}
