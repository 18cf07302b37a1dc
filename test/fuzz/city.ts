import { hashPassword } from '../../src/actors/accounts/server/passwords.ts';
import { openSession } from '../../src/actors/accounts/server/public.ts';
import { ROLES, type Role } from '../../src/domain/vocabulary.ts';
import { DRAFT_COOKIE, formToken, VISITOR_COOKIE } from '../../src/petition/1-intake/portal/draft-door.ts';
import { letterOf, matterOf, registered, STEPS, type Staff, staffOf, upTo, well } from '../life/steps.ts';
import { png } from '../platform-http/sample-files.ts';
import type { EmptyCity, Hand } from '../world/empty-city.ts';
import type { Known } from './plausible.ts';

/** Somebody who sends requests: what they are known by, and what is theirs. */
export interface Person {
  readonly name: string;
  readonly kind: 'nobody' | 'petitioner' | 'staff';
  readonly roles: readonly Role[];
  readonly headers: Readonly<Record<string, string>>;
  /** The hidden token of the forms that this person was shown. */
  readonly token: string;
  /** What this person's own requests are about, before what anybody knows. */
  readonly own: Known;
  /** Has cases in hand, of those that stand here. */
  readonly hasCases?: boolean;
}

/** People of every post, and everything that requests can be about. */
export interface FuzzedCity {
  readonly people: readonly Person[];
  /** Those whose session, pass or draft may end in the course of things. */
  readonly spare: readonly Person[];
  readonly known: Known;
}

const PASSWORD = 'only-for-this-city-2026';
const SPARES = 6;
const DRAFTS = 4;
/** Accounts that administrators may change and end. */
const ENDING: readonly Role[] = ['handler', 'head', 'reviewer'];
const CASE_ROLES: readonly Role[] = ['clerk', 'dispatcher', 'handler', 'head', 'supervisor', 'leader', 'reviewer'];
/** One person with every post of a body gets further than one with the right post. */
const HOUSES = ['d01-petition', 'd01-housing', 'city-housing', 'city-gov', 'd02-petition'];
/** Those with every post, and who checks what another wrote. */
const HAVE_CASES = /^(d01-petition|d01-housing|city-housing|city-gov)\.(clerk\+.+|handler|head|supervisor)$|sealed$/;
const BODIES = [...HOUSES, 'd01-land', 'd01-gov', 'city-petition', 'city-court'];

/** Petitions in every phase, and people to ask for them. */
export async function peopled(city: EmptyCity): Promise<FuzzedCity> {
  const lives = await livesOf(city);
  const officers = await Promise.all([
    ...ROLES.map((role) => officerOf(city, 'd01-petition', role)),
    officerOf(city, 'city-petition', 'sealed'),
    officerOf(city, 'd01-housing', 'handler'),
    officerOf(city, 'd01-housing', 'head'),
    officerOf(city, 'city-housing', 'head'),
    ...HOUSES.map((body) => officerOf(city, body, ...CASE_ROLES)),
  ]);
  const drafts: Person[] = [await senderOf(city)];
  for (let nth = 0; nth < DRAFTS; nth += 1) {
    drafts.push(await drafterOf(city, 'program', nth), await drafterOf(city, 'browser', nth));
  }
  const known: Known = {
    ...lives.known,
    ...namedBy(BODIES, 'to', 'body', 'reviewer', 'suggests', 'competent', 'accused', 'inspected', 'office', 'parent'),
    article: ['22', '36', '31(6)', '999'],
    account: officers.map(({ name }) => name),
    ending: (await Promise.all(ENDING.map((role) => officerOf(city, 'd02-land', role)))).map(({ name }) => name),
    ...namedBy([PASSWORD, 'wrong'], 'password', 'current'),
    login: officers.map(({ name }) => name),
    category: ['030400', '010000'],
    division: ['990101001', '990101', '990102001'],
    district: ['990101', '990102'],
    street: ['990101001'],
    region: ['990101', '990102'],
    draft: drafts.flatMap(({ own }) => own.draft ?? []),
    fact: ['1101', '周桂兰'],
    phone: ['13900001101', '025-12345678'],
    run: await runsOf(city),
    about: ['2026', '2027', 'linjiang@1', 'nanjiang@2'],
    effectiveFrom: ['2026-03-02', '2026-04-01'],
    ...placesIn(lives.known.matter ?? []),
    streams: lives.known.matter ?? [],
    stream: lives.known.matter ?? [],
    report: ['u1', 'u2', 'r1'],
  };
  const spare = await sparesOf(city, lives.first);
  await city.database.pool.query('update account set password = $1', [await hashPassword(PASSWORD)]);
  return {
    people: [...strangers(), ...drafts, ...lives.petitioners, ...officers],
    spare,
    known,
  };
}

async function sparesOf(city: EmptyCity, one: Life): Promise<readonly Person[]> {
  const spares = Array.from({ length: SPARES }, async () => [
    await officerOf(city, 'd02-land', 'clerk'),
    await petitionerOf(city, one),
    await drafterOf(city, 'browser'),
  ]);
  return [...strangers(), ...(await Promise.all(spares)).flat()];
}

function namedBy(values: readonly string[], ...names: readonly string[]): Known {
  return Object.fromEntries(names.map((name) => [name, values]));
}

/** Where lists are said to go on: in the form that the server writes, of matters, days and instants good and bad. */
function placesIn(matters: readonly string[]): Known {
  const written = (...parts: readonly unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
  const [matter = ''] = matters;
  const days = ['2026-03-02', '2026-02-30', '0000-01-01', '9999-12-31', 'infinity', '\u0000'];
  const instants = days.map((day) => `${day}T00:00:00.000Z`);
  return {
    cursor: [
      ...instants.map((at) => written(at, '990101', matter)),
      ...days.flatMap((day) => [
        written(day, '990101', matter, 'a1', 'to-sign'),
        written(day, '990101', matter, 'handle:a1'),
        written(day, '990101', matter),
      ]),
      ...[written(1, null), written({}, []), written(instants[0], '\ud800', '\u0000', '\u0000'), `${matter} handle:a1`],
    ],
    before: instants.flatMap((at) => [`${at} 0f8fad5b-d9cb-469f-a165-70867728950e`, `${at} `, at]),
  };
}

function strangers(): readonly Person[] {
  const nobody = { kind: 'nobody', roles: [], token: '', own: {} } as const;
  return [
    { ...nobody, name: 'nobody', headers: {} },
    { ...nobody, name: 'a liar', headers: { authorization: `Bearer ${'a'.repeat(43)}`, cookie: 'hp=x; hd=y.z; hs=q' } },
  ];
}

async function officerOf(city: EmptyCity, body: string, ...roles: readonly Role[]): Promise<Person> {
  await city.officer(body, ...roles);
  const name = `${body}.${roles.join('+')}`;
  /* With a second factor, so that one who is told to demand it of a post does not shut everybody else out. */
  await city.database.pool.query(
    `insert into account_factor (account, secret, made_at, confirmed_at) values ($1, $2, now(), now()) on conflict do nothing`,
    [name, city.ledger.keyring.seal(Buffer.alloc(20, 1), `second-factor/${name}`)],
  );
  const { token } = await openSession(city.database.pool, name, city.clock);
  return {
    name,
    kind: 'staff',
    roles,
    headers: { authorization: `Bearer ${token}` },
    token: '',
    own: {},
    hasCases: HAVE_CASES.test(name),
  };
}

/** Whoever has a draft open: by a program's header, or by the cookies of a browser. */
async function drafterOf(city: EmptyCity, by: 'program' | 'browser', nth = 9): Promise<Person> {
  const visitor = String(nth).repeat(43);
  const token = formToken(city.ledger.keyring, visitor);
  const { json } = await well(city.stranger.post('/api/drafts', { kind: 'complaint', form: 'self' }));
  const headers =
    by === 'program'
      ? { 'x-draft': String(json.secret) }
      : { cookie: `${VISITOR_COOKIE}=${visitor}; ${DRAFT_COOKIE}=${json.secret}`, 'x-csrf': token };
  return {
    name: `a ${by} with a draft`,
    kind: 'nobody',
    roles: [],
    headers,
    token,
    own: { draft: [String(json.draft)] },
  };
}

/** Whoever has sent what they wrote, and is shown their receipt. */
async function senderOf(city: EmptyCity): Promise<Person> {
  const begun = await drafterOf(city, 'browser', 8);
  const [draft = ''] = begun.own.draft ?? [];
  const { headers } = begun;
  const steps = [
    ['PUT', 'you', { name: '周桂兰', address: '柳荫里3号楼' }],
    ['PUT', 'where', { district: '990101', street: '990101001', place: '柳荫里' }],
    ['PUT', 'what', { text: '井往外冒脏水。' }],
    ['PUT', 'ask', { requests: ['把井修好'] }],
    ['POST', 'send', {}],
  ] as const;
  for (const [method, step, payload] of steps) {
    const { statusCode, body } = await city.server.inject({
      method,
      url: `/api/drafts/${draft}/${step}`,
      headers,
      payload,
    });
    if (statusCode >= 300) throw new Error(`${step}: ${statusCode} ${body}`);
  }
  return { ...begun, name: 'whoever has sent a draft' };
}

interface Life {
  readonly number: string;
  readonly matter: string;
  readonly code: string;
}

interface Lives {
  readonly first: Life;
  readonly known: Known;
  readonly petitioners: readonly Person[];
}

async function livesOf(city: EmptyCity): Promise<Lives> {
  const staff = await staffOf(city);
  const first = await registered(staff, '第一件');
  const all: Life[] = [first];
  for (const step of ['registered', ...Object.keys(STEPS)]) {
    for (const nth of [1, 2]) {
      const one = await registered(staff, `${step} ${nth}`);
      // The keys of STEPS are its steps.
      if (step !== 'registered') await upTo(step as keyof typeof STEPS, staff, one.matter);
      all.push(one);
    }
  }
  all.push(await servedOf(staff, '楼道灯不亮'), await reviewedOf(city, staff), await mediatedOf(staff));
  const suggestion = await registered(staff, '建议种树', { purpose: 'suggestion' });
  const filed = await well(city.stranger.post('/api/petitions', letterOf('网上来的')));
  const sealed = await sealedOf(city);
  const numbers = [...all.map(({ number }) => number), suggestion.number, String(filed.json.number), ...sealed];
  const matters = [...all.map(({ matter }) => matter), suggestion.matter, ...sealed.map((number) => `${number}-1`)];
  const petitioners = await Promise.all(
    all.slice(-5).map(({ number, matter, code }) => petitionerOf(city, { number, matter, code })),
  );
  const papers = await papersOf(staff.handler, all.slice(-8));
  const files = await filesOf(city, staff.clerk, first.number);
  return {
    first,
    petitioners,
    known: {
      number: numbers,
      unread: numbers.slice(1, 8),
      ...namedBy(matters, 'matter', 'same', 'cites', 'other', 'into', 'q', 'm'),
      code: all.map(({ code }) => code),
      assignment: ['a1', 'a1', 'a1', 'a2'],
      ...namedBy(papers, 'paper', 'instrument', 'renewed'),
      id: [...papers, ...files],
      ...namedBy(files, 'file'),
      uuid: [...papers, ...files],
      title: [first.number, '漏水'],
    },
  };
}

async function servedOf(staff: Staff, about: string) {
  const one = await registered(staff, about);
  await upTo('issued', staff, one.matter);
  const served = { assignment: 'a1', way: 'in-person', on: '2026-03-02' };
  await well(staff.handler.post(`/api/matters/${one.matter}/serve`, served));
  return one;
}

/** Review was asked for, accepted and drafted. */
async function reviewedOf(city: EmptyCity, staff: Staff) {
  const one = await servedOf(staff, '查得不对');
  const petitioner = await city.petitioner(one.code, '1101');
  const asked = { reviewer: 'city-housing', reason: '漏的是管子' };
  await well(petitioner.post(`/api/follow/matters/${one.matter}/ask-review`, asked));
  const reviewer = await city.officer('city-housing', 'reviewer');
  await well(reviewer.post(`/api/matters/${one.matter}/accept-review`));
  const draft = { outcome: 'uphold', facts: '开井看过。', opinion: '予以维持。' };
  await well(reviewer.post(`/api/matters/${one.matter}/draft-review`, draft));
  return one;
}

async function mediatedOf(staff: Staff) {
  const one = await registered(staff, '押金不退');
  await upTo('accepted', staff, one.matter);
  const begun = { assignment: 'a1', kind: 'people', consentPetitioner: true, consentOther: true };
  const between = { other: '河湾物业公司', mediators: '街道调解委员会' };
  await well(staff.handler.post(`/api/matters/${one.matter}/begin-mediation`, { ...begun, ...between }));
  return one;
}

/** A report of wrongdoing, which only its keeper sees. */
async function sealedOf(city: EmptyCity): Promise<readonly string[]> {
  const keeper = await city.officer('city-petition', 'sealed');
  const letter = letterOf('收钱办事', { purpose: 'report' });
  const matters = [matterOf('收钱办事', { purpose: 'report', accused: ['d01-housing'] })];
  const { json } = await well(keeper.post('/api/submissions', { ...letter, channel: 'letter', matters }));
  return [String(json.number)];
}

let entered = 0;

async function petitionerOf(city: EmptyCity, { number, matter, code }: Life): Promise<Person> {
  const payload = { code, fact: '1101' };
  // Of an address of its own: one address has only so many tries.
  const remoteAddress = `10.0.0.${Math.floor(++entered / 10)}`;
  const response = await city.server.inject({ method: 'POST', url: '/api/follow', payload, remoteAddress });
  const cookie = response.cookies.find(({ name }) => name === 'hp')?.value ?? '';
  const { csrf } = response.json<{ csrf: string }>();
  return {
    name: `petitioner of ${number}`,
    kind: 'petitioner',
    roles: [],
    headers: { cookie: `hp=${cookie}`, 'x-csrf': csrf },
    token: csrf,
    own: { number: [number], ...namedBy([matter], 'matter', 'm') },
  };
}

async function papersOf(handler: Hand, all: readonly { readonly matter: string }[]): Promise<readonly string[]> {
  const pages = await Promise.all(all.map(({ matter }) => handler.get(`/api/matters/${matter}`)));
  return pages.flatMap(({ json }) =>
    Array.isArray(json.instruments) ? json.instruments.map((one) => String(one.id)) : [],
  );
}

/** One that belongs to a case, and one that nothing has named yet. */
async function filesOf(city: EmptyCity, clerk: Hand, number: string): Promise<readonly string[]> {
  const uploaded = [await well(clerk.upload('信.png', png())), await well(clerk.upload('照片.png', png()))];
  const files = uploaded.flatMap(({ json }) =>
    Array.isArray(json.files) ? json.files.map((one) => String(one.id)) : [],
  );
  await well(clerk.post(`/api/submissions/${number}/papers`, { text: '补充', files: files.slice(0, 1) }));
  await city.settle();
  return files;
}

/** A list of dates to be approved, and a body to be merged. */
async function runsOf(city: EmptyCity): Promise<readonly string[]> {
  const admin = await city.officer('city-petition', 'admin');
  const merged = { kind: 'merged', from: 'd02-land', to: 'd02-housing', officers: 'd02-housing' };
  const runs = [
    await admin.post('/api/successions', { ...merged, endsOn: '2026-03-02', basis: '机构改革方案' }),
    await admin.post('/api/recounts', { kind: 'calendar', about: '2026' }),
  ];
  return runs.flatMap(({ json }) => (typeof json.run === 'string' ? [json.run] : []));
}
