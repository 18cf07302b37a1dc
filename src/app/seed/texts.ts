import { streetOffice } from './bodies.ts';
import { districtPrefix, getPlace } from './divisions.ts';
import {
  OPINION_STAGES,
  type OpinionItem,
  STAGE_COUNTS,
  type Story,
  type StoryChannel,
  type StoryGrade,
  type StoryRating,
  type StoryRoute,
  type StoryStage,
  tell,
} from './stories-shape.ts';

/**
 * A matter that comes up in many places. Sentences are chosen by the scene's position, never by chance, so that the
 * same seed gives the same petitions; `{spot}`, `{when}`, `{n}`, `{m}` are filled from the scene.
 */
export interface Template {
  key: string;
  about: string;
  /** 'city-...' for a city body, 'street' for the scene's street office, else the trade of the district's body. */
  to: string;
  /** Route once accepted; 31(6) if absent. */
  route?: StoryRoute;
  titles: readonly string[];
  /** The openings speak of different things, so every round keeps step with them instead of being mixed. */
  bound?: true;
  /** Four rounds of alternatives; a text takes one sentence from each. */
  parts: readonly (readonly string[])[];
  requests: readonly string[];
  /** Alternatives for each request; needed only where a scene has come as far as an opinion. */
  items?: readonly (readonly OpinionItem[])[];
  /**
   * "place | spot | when | n | m | who | channel | stage | days ago | rating | review" with rating "so,sa[,reason]" and
   * review "body,reason".
   */
  scenes: readonly string[];
}

const CHANNELS: readonly StoryChannel[] = ['letter', 'visit', 'web', 'wechat', 'app', 'mailbox', 'phone', 'fax'];
const GRADES: Readonly<Record<string, StoryGrade>> = { s: 'satisfied', b: 'basically', u: 'unsatisfied' };

interface Scene {
  place: string;
  slots: Readonly<Record<string, string>>;
  by: string;
  how: StoryChannel;
  stage: StoryStage;
  daysAgo: number;
  rating: string;
  review: string;
}

function isStage(word: string): word is StoryStage {
  return word in STAGE_COUNTS;
}

function readScene(row: string): Scene {
  const [
    place = '',
    spot = '',
    when = '',
    n = '',
    m = '',
    by = '',
    how = '',
    stage = '',
    ago = '',
    rating = '',
    review = '',
  ] = row.split('|');
  const channel = CHANNELS.find((known) => known === how);
  if (channel === undefined || !isStage(stage)) throw new Error(`seed scene that does not read: ${row}`);
  return { place, slots: { spot, when, n, m }, by, how: channel, stage, daysAgo: Number(ago), rating, review };
}

function pick<T>(list: readonly T[], at: number): T {
  const chosen = list[at % list.length];
  if (chosen === undefined) throw new Error('a seed template has an empty list');
  return chosen;
}

function fill(text: string, slots: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, slot: string) => slots[slot] ?? whole);
}

function readRating(rating: string): StoryRating {
  const [office = '', body = '', reason = ''] = rating.split(',');
  const petitionOffice = GRADES[office];
  const responsibleBody = GRADES[body];
  if (petitionOffice === undefined || responsibleBody === undefined) throw new Error(`seed rating: ${rating}`);
  return { petitionOffice, responsibleBody, ...(reason === '' ? {} : { reason }) };
}

function readReview(review: string): NonNullable<Story['review']> {
  const [reviewer = '', reason = ''] = review.split(',');
  return { reviewer, reason };
}

function targetOf(template: Template, place: string): string {
  if (template.to.startsWith('city-')) return template.to;
  if (template.to === 'street') return streetOffice(place);
  return `${districtPrefix(getPlace(place).code)}-${template.to}`;
}

/** Stages at which the competent body has said under which route it handles the matter. */
const ROUTED: readonly StoryStage[] = ['accepted', 'handling', 'extended', ...OPINION_STAGES];

/** The petitions of one template, one a scene; no two take the same row of sentences. */
export function tellAll(template: Template): Story[] {
  return template.scenes.map((row, at) => {
    const scene = readScene(row);
    const { slots, stage } = scene;
    const turn = Math.floor(at / 3);
    // Each round of sentences is walked in its own stride, so that scenes sharing one sentence differ in the others.
    const order = template.bound ? [] : [at, at + turn, 2 * at + turn, at + 2 * turn + 1];
    const text = template.parts.map((part, round) => pick(part, order[round] ?? at)).join('');
    const items = (template.items ?? []).map((choices) => {
      const item = pick(choices, at);
      return { ...item, finding: fill(item.finding, slots), answer: fill(item.answer, slots) };
    });
    return tell({
      key: `${template.key}-${at + 1}`,
      by: scene.by,
      at: scene.place,
      about: template.about,
      how: scene.how,
      target: targetOf(template, scene.place),
      stage,
      daysAgo: scene.daysAgo,
      title: fill(pick(template.titles, at), slots),
      text: fill(text, slots),
      requests: template.requests.map((request) => fill(request, slots)),
      ...(ROUTED.includes(stage) ? { route: template.route ?? '31(6)' } : {}),
      ...(OPINION_STAGES.includes(stage) ? { items } : {}),
      ...(scene.rating === '' ? {} : { rating: readRating(scene.rating) }),
      ...(scene.review === '' ? {} : { review: readReview(scene.review) }),
    });
  });
}
