import type { Purpose } from '../../src/domain/vocabulary.ts';
import type { Answer, EmptyCity, Hand } from '../world/empty-city.ts';

/** What a person writes: one request about housing in the first street of Linjiang. */
export function letterOf(about: string, more: object = {}) {
  return {
    purpose: 'claim' as Purpose,
    division: '990101001',
    particulars: {
      people: [{ name: '周桂兰', phone: '13900001101', address: '南江市临江区河湾街道柳荫里3号楼' }],
      title: about,
      text: `${about}，请你们管一管。`,
      requests: ['查明原因', '尽快修好'],
    },
    ...more,
  };
}

export function matterOf(about: string, more: object = {}) {
  return {
    purpose: 'claim' as Purpose,
    category: '030400',
    title: about,
    text: `${about}，请你们管一管。`,
    requests: ['查明原因', '尽快修好'],
    accused: [] as string[],
    ...more,
  };
}

/** The posts of one life, each a different person. */
export interface Staff {
  readonly clerk: Hand;
  readonly dispatcher: Hand;
  readonly reception: Hand;
  readonly handler: Hand;
  readonly head: Hand;
}

export async function staffOf(city: EmptyCity, body = 'd01-housing'): Promise<Staff> {
  return {
    clerk: await city.officer('d01-petition', 'clerk'),
    dispatcher: await city.officer('d01-petition', 'dispatcher'),
    reception: await city.officer(body, 'clerk'),
    handler: await city.officer(body, 'handler'),
    head: await city.officer(body, 'head'),
  };
}

/** The answer, which must be a success: for steps a test takes for granted. */
export async function well(asked: Promise<Answer>): Promise<Answer> {
  const answer = await asked;
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer;
}

/** A letter, registered at the counter by a clerk: its matter and the code on its receipt. */
export async function registered(staff: Staff, about: string, more: object = {}) {
  const letter = { ...letterOf(about, more), channel: 'letter', matters: [matterOf(about)] };
  const { json } = await well(staff.clerk.post('/api/submissions', letter));
  const number = String(json.number);
  return { number, code: String(json.code), matter: `${number}-1` };
}

export const opinionOf = (requests = 2) => ({
  assignment: 'a1',
  items: Array.from({ length: requests }, (_, at) => ({
    request: `请求${at + 1}`,
    finding: '经现场查看，情况属实。',
    basis: '《物业管理条例》',
    verdict: 'support',
    answer: '一个月内修好。',
  })),
});

/** The acts of a life in order, each by the person whose turn it is. */
export const STEPS = {
  forwarded: (staff: Staff, matter: string) =>
    staff.dispatcher.post(`/api/matters/${matter}/forward`, { to: 'd01-housing' }),
  signed: (staff: Staff, matter: string) => staff.reception.post(`/api/matters/${matter}/sign`, { assignment: 'a1' }),
  accepted: (staff: Staff, matter: string) =>
    staff.handler.post(`/api/matters/${matter}/accept`, { assignment: 'a1', route: '31(6)' }),
  drafted: (staff: Staff, matter: string) => staff.handler.post(`/api/matters/${matter}/draft`, opinionOf()),
  issued: (staff: Staff, matter: string) => staff.head.post(`/api/matters/${matter}/issue`, { assignment: 'a1' }),
} as const;
export type Step = keyof typeof STEPS;

/** Brings a registered matter up to and including this step. */
export async function upTo(step: Step, staff: Staff, matter: string): Promise<void> {
  for (const [name, act] of Object.entries(STEPS)) {
    await well(act(staff, matter));
    if (name === step) return;
  }
}
