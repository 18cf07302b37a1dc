import type { FollowModel } from '../../src/app/follow/follow.contract.ts';
import type { PetitionPageModel } from '../../src/app/petition-page/petition-page.contract.ts';
import { dayOf } from '../../src/domain/days.ts';
import { well } from '../life/steps.ts';
import type { Answer, EmptyCity, Hand } from '../world/empty-city.ts';

/** One act on a matter. */
export function act(hand: Hand, matter: string, name: string, body: object = {}): Promise<Answer> {
  return hand.post(`/api/matters/${matter}/${name}`, body);
}

/** What is said where an act is refused: status, code, article, field. */
export async function refused(asked: Promise<Answer>) {
  const { status, json } = await asked;
  return { status, ...json.error };
}

/** The matter as this officer sees it. */
export async function page(hand: Hand, matter: string): Promise<PetitionPageModel> {
  const { json } = await well(hand.get(`/api/matters/${matter}`));
  /* The answer of this address, by its contract. */
  return json as unknown as PetitionPageModel;
}

/** A clock of the matter. Throws where there is none of that name. */
export async function clock(hand: Hand, matter: string, id: string) {
  const found = (await page(hand, matter)).clocks.find((one) => one.id === id);
  if (!found) throw new Error(`no clock ${id}`);
  return found;
}

/** The text of the newest paper of a kind; empty where there is none. */
export async function paper(hand: Hand, matter: string, kind: string): Promise<string> {
  const found = (await page(hand, matter)).instruments.findLast((one) => one.kind === kind);
  if (!found) return '';
  const { text } = await well(hand.get(found.href));
  return text.replace(/<[^>]+>/g, '');
}

/** What is on this officer's desk about the matter. */
export async function duties(hand: Hand, matter: string): Promise<string[]> {
  const { json } = await well(hand.get('/api/desk?limit=100'));
  return (json.rows as { item: string; duty: string }[]).filter((row) => row.item === matter).map((row) => row.duty);
}

/** The matter as its petitioner sees it. */
export async function followed(petitioner: Hand, matter: string) {
  const number = matter.replace(/-\d{1,3}$/, '');
  const { json } = await well(petitioner.get(`/api/follow/${number}`));
  /* The answer of this address, by its contract. */
  const found = (json as unknown as FollowModel).matters.find((one) => one.matter === matter);
  if (!found) throw new Error(`${matter} is not shown`);
  return found;
}

/** What the petitioner was told, in Chinese, the newest first. */
export async function told(petitioner: Hand, matter: string): Promise<string[]> {
  return (await followed(petitioner, matter)).story.map((one) => one.said.zh);
}

/** The days of a city. */
export function daysOf(city: EmptyCity) {
  const today = (): string => dayOf(city.clock.now().toISOString());
  return {
    today,
    /** Ten in the morning of that day in Shanghai. */
    on: (day: string): void => city.clock.set(new Date(`${day}T02:00:00Z`)),
    pass(days: number): string {
      city.clock.set(new Date(city.clock.now().getTime() + days * 86_400_000));
      return today();
    },
  };
}
