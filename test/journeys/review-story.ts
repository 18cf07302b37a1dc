import { randomUUID } from 'node:crypto';
import { openSession } from '../../src/actors/accounts/server/public.ts';
import type { Hall } from './hall.ts';

/** What Mrs. Yu writes; both times the same, but for the second the re-review is known. */
export const YU = { name: '俞静娴', phone: '19000000569', address: '南江市临江区河湾街道河湾里2号楼501' } as const;
export const TITLE = '外墙渗水发霉，要求返修赔偿';
export const LETTER =
  '我住河湾里2号楼501，照顾瘫痪的老伴。前年外墙做了保温，第二年起北墙渗水，床头的墙长了黑霉，老伴咳了一冬天。物业说是我家自己不通风。请查清楚，把外墙修好。';
export const REQUESTS = ['查清渗水的原因', '返修外墙'] as const;

/** Somebody at the interface, for the parts that other journeys walk on the page. */
export interface Desk {
  post(url: string, body: object): Promise<Record<string, unknown>>;
  get(url: string): Promise<Record<string, unknown>>;
}

/** An officer at the interface; throws where the city says no. */
export function deskOf(hall: Hall, login: string): Desk {
  const { server, ledger } = hall.city;
  const call = async (method: 'GET' | 'POST', url: string, payload?: object) => {
    const { token } = await openSession(ledger.pool, login, ledger.clock);
    const response = await server.inject({
      method,
      url,
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() },
      ...(payload === undefined ? {} : { payload }),
    });
    if (response.statusCode >= 300) throw new Error(`${response.statusCode} ${url}: ${response.body}`);
    return response.json<Record<string, unknown>>();
  };
  return { get: (url) => call('GET', url), post: (url, body) => call('POST', url, body) };
}

/** The request of an officer to open a sealed report, decided by a colleague. */
export async function letOpen(hall: Hall, asks: string, colleague: string): Promise<void> {
  const desk = deskOf(hall, colleague);
  const { openings } = await desk.get('/api/openings');
  const waiting = (openings as { id: string; state: string; account: { id: string } }[]).find(
    ({ state, account }) => state === 'waiting' && account.id === asks,
  );
  await desk.post(`/api/openings/${waiting?.id}/decide`, { confirm: true });
}

/** Her letter, registered at the counter of the district. */
export async function registerLetter(hall: Hall): Promise<{ number: string; code: string }> {
  const receipt = await deskOf(hall, 'yezhiqiu').post('/api/submissions', {
    channel: 'letter',
    purpose: 'claim',
    division: '990101001',
    particulars: { people: [YU], title: TITLE, text: LETTER, requests: REQUESTS },
    matters: [{ purpose: 'claim', category: '030400', title: TITLE, text: LETTER, requests: REQUESTS, accused: [] }],
  });
  return { number: String(receipt.number), code: String(receipt.code) };
}

const NOT_SUPPORTED = REQUESTS.map((request) => ({
  request,
  finding: '到501室看过，窗户常年不开，屋内湿度大。',
  basis: '《民法典》第九百四十二条。',
  verdict: 'not-support',
  answer: '霉变系室内结露所致，与外墙无关，不予支持。',
}));

/** Forwarded, signed for, accepted and answered on the same morning, and handed to her. */
export async function answerLetter(hall: Hall, matter: string, on: string): Promise<void> {
  const at = (act: string) => `/api/matters/${matter}/${act}`;
  await deskOf(hall, 'yezhiqiu').post(at('forward'), { to: 'd01-housing' });
  const handler = deskOf(hall, 'shenpeiwen');
  await handler.post(at('sign'), { assignment: 'a1' });
  await handler.post(at('accept'), { assignment: 'a1', route: '31(6)' });
  await draftAnswer(hall, matter);
  await deskOf(hall, 'luqingyan').post(at('issue'), { assignment: 'a1' });
  await serveAnswer(hall, matter, on);
}

export async function draftAnswer(hall: Hall, matter: string): Promise<void> {
  await deskOf(hall, 'shenpeiwen').post(`/api/matters/${matter}/draft`, { assignment: 'a1', items: NOT_SUPPORTED });
}

export async function serveAnswer(hall: Hall, matter: string, on: string): Promise<void> {
  await deskOf(hall, 'shenpeiwen').post(`/api/matters/${matter}/serve`, { assignment: 'a1', way: 'in-person', on });
}

/** The hearing of the re-review, from its order to its conclusion. */
export async function hear(
  hall: Hall,
  matter: string,
  days: { readonly ordered: string; readonly held: string; readonly concluded: string },
): Promise<void> {
  const at = (act: string) => `/api/matters/${matter}/${act}`;
  await hall.dawns(days.ordered);
  await deskOf(hall, 'renshuping').post(at('open-hearing'), {
    assignment: 'a1',
    heldOn: days.held,
    at: '上午九点半，市府路1号听证室',
    topic: '外墙渗水的原因和责任',
    chair: '何文舟',
    members: 5,
  });
  await hall.dawns(days.held);
  await deskOf(hall, 'renshuping').post(at('hold-hearing'), {
    on: days.held,
    minutes: '双方到场陈述，检测单位说明了检测方法。',
  });
  await hall.dawns(days.concluded);
  await deskOf(hall, 'renshuping').post(at('conclude-hearing'), {
    held: true,
    conclusion: '五名听证员中四人认为两次检测结论一致，可以采信。',
  });
}
