import { type Caller, getPetitioner, getStaff } from '../../../actors/accounts/server/public.ts';
import { findFirst, findFirstOfTyped } from '../../../actors/persons/server/public.ts';
import type { FirstFlags } from '../../../domain/facts.ts';
import type { Particulars, Person } from '../../../domain/particulars.ts';
import { isRefusal } from '../../../domain/refusals.ts';
import type { Ledger } from '../../../ledger/ledger.ts';
import { contextFor } from '../../../ledger/ledger.ts';
import { mount } from '../../../platform/http/mount.ts';
import type { Body } from '../../../platform/http/route.contract.ts';
import type { Server } from '../../../platform/http/server.ts';
import {
  acknowledgeRoute,
  addPeopleRoute,
  flagDangerRoute,
  liftDangerRoute,
  receiveUrgentlyRoute,
  reportUrgentlyRoute,
  showAuthorityRoute,
} from '../alarm.contract.ts';
import {
  addPapersByBody,
  addPapersByPetitioner,
  filePetition,
  registerArrival,
  registerFiled,
  replaceQueryCode,
  withdrawByPetitioner,
} from '../intake.contract.ts';
import { addPapers, replaceTheCode, withdrawMatter } from './added.ts';
import {
  acknowledgeAlarm,
  addThePeople,
  flagByHand,
  liftTheDanger,
  receiveUrgentReport,
  sendUrgentReport,
  showTheAuthority,
} from './alarm.ts';
import { type Again, type Arrival, officeFor, registerSubmission, take } from './intake.ts';

function againOf(same: string | undefined, first: FirstFlags | undefined): Again | undefined {
  return same === undefined || first === undefined ? undefined : { same, first };
}

type Given = Body<typeof filePetition>['particulars'];

/** Drops what was not given, so that a particular is absent rather than undefined. */
function particularsOf(given: Given): Particulars {
  const person = (one: Given['people'][number]): Person => defined(one);
  const { people, agentFor, ...rest } = given;
  return { ...defined(rest), people: people.map(person), ...(agentFor ? { agentFor: person(agentFor) } : {}) };
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Defined<T>;
}

export function mountIntake(server: Server<Caller>, ledger: Ledger): void {
  mount(server, filePetition, ({ body, key }) => {
    const arrival: Arrival = {
      channel: 'web',
      purpose: body.purpose,
      division: body.division,
      body: officeFor(ledger, body.division),
      receivedOn: contextFor(ledger, { kind: 'system' }).today,
      petitioners: Math.max(body.petitioners, body.particulars.people.length),
      identity: body.particulars.people[0]?.name.trim() ? 'claimed' : 'anonymous',
      mayPublish: body.mayPublish,
      particulars: particularsOf(body.particulars),
    };
    return take(ledger, { kind: 'petitioner', submission: key }, arrival, { key, verb: filePetition.audit });
  });

  mount(server, registerArrival, async ({ body, key, actor }) => {
    const staff = getStaff(actor);
    const own = ledger.reference.bodies.find(staff.body);
    const { particulars, matters, same, division, receivedOn, ...rest } = body;
    const arrival: Arrival = {
      ...rest,
      division: division ?? own?.division ?? '',
      body: staff.body,
      receivedOn: receivedOn ?? contextFor(ledger, staff).today,
      petitioners: Math.max(body.petitioners, particulars.people.length),
      particulars: particularsOf(particulars),
    };
    const { form, people, agentFor, title, text, addressee } = arrival.particulars;
    const typed = { form, people, ...(agentFor ? { agentFor } : {}), ...(addressee ? { addressee } : {}), title, text };
    const verb = registerArrival.audit;
    const first =
      same === undefined || matters === undefined
        ? undefined
        : await findFirstOfTyped(ledger, staff, { ...typed, channel: body.channel, verb, same });
    if (isRefusal(first)) return first;
    return take(ledger, staff, arrival, { key, matters, again: againOf(same, first), verb });
  });

  mount(server, registerFiled, async ({ params, body, key, actor }) => {
    const { matters, same } = body;
    const staff = getStaff(actor);
    const asked = { verb: registerFiled.audit, number: params.number };
    const first = same === undefined ? undefined : await findFirst(ledger, staff, { ...asked, same });
    return isRefusal(first)
      ? first
      : registerSubmission(ledger, staff, { number: params.number, matters, again: againOf(same, first), key });
  });
  mount(server, replaceQueryCode, ({ params, key, actor }) =>
    replaceTheCode(ledger, getStaff(actor), { ...params, key }),
  );
  mount(server, addPapersByBody, ({ params, body, key, actor }) =>
    addPapers(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, addPapersByPetitioner, ({ params, body, key, actor }) =>
    addPapers(ledger, getPetitioner(actor), { ...params, ...body, key }),
  );
  mount(server, withdrawByPetitioner, ({ params, body, key, actor }) =>
    withdrawMatter(ledger, getPetitioner(actor), { matter: params.matter, reason: body.reason, key }),
  );
  mount(server, flagDangerRoute, ({ params, body, key, actor }) =>
    flagByHand(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, acknowledgeRoute, ({ params, body, key, actor }) =>
    acknowledgeAlarm(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, liftDangerRoute, ({ params, body, key, actor }) =>
    liftTheDanger(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, reportUrgentlyRoute, ({ params, body, key, actor }) =>
    sendUrgentReport(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, receiveUrgentlyRoute, ({ params, body, key, actor }) =>
    receiveUrgentReport(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, showAuthorityRoute, ({ params, body, key, actor }) =>
    showTheAuthority(ledger, getStaff(actor), { ...params, ...body, key }),
  );
  mount(server, addPeopleRoute, ({ params, body, key, actor }) =>
    addThePeople(ledger, getStaff(actor), { ...params, people: body.people.map((one) => defined(one)), key }),
  );
}
