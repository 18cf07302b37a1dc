import type { FirstFlags } from '../../domain/facts.ts';
import { idNumberHolds } from '../../domain/ids.ts';
import type { Particulars, Person } from '../../domain/particulars.ts';
import type { Channel } from '../../domain/vocabulary.ts';
import { normalise } from '../../text/normalise.ts';
import type { Span } from '../../text/similar.ts';

/** What tells that two are the same person: a document's number, or the name with a phone or an address. */
export const KEY_KINDS = ['id-number', 'name-phone', 'name-address'] as const;
export type KeyKind = (typeof KEY_KINDS)[number];

/** For whom and by whom: an agent or a guardian is no petitioner. */
export const KEY_ROLES = ['principal', 'agent', 'co-signer'] as const;
export type KeyRole = (typeof KEY_ROLES)[number];

/** One thing a person of a submission is known by. Two are equal when kind and text are. */
export interface PersonKey {
  readonly kind: KeyKind;
  readonly role: KeyRole;
  /** To be hashed under a key before it is kept anywhere. Says its kind, so that none is taken for another. */
  readonly text: string;
}

/** Who is in a submission. */
export type Who = Pick<Particulars, 'form' | 'people' | 'agentFor'>;

const NO_NAMES = ['匿名', '佚名', '无名', '无名氏', '不详', '未知', '无', 'anonymous', 'unknown'];

/** A name as it is compared: without dots and spaces, which people leave out (买买提·艾力). Empty where there is none. */
export function nameOf(person: Person): string {
  const name = normalise(person.name).replace(/[\s·•‧・.]/gu, '');
  return NO_NAMES.includes(name) ? '' : name;
}

/** Digits alone, without the country's; too few are no number. */
export function phoneOf(person: Person): string {
  const digits = normalise(person.phone ?? '')
    .replace(/\D/g, '')
    .replace(/^(?:00)?86(?=1\d{10}$)/, '');
  return digits.length < 7 ? '' : digits;
}

/** Letters and digits alone: points, strokes and spaces are written now so, now so. */
export function addressOf(person: Person): string {
  const address = normalise(person.address ?? '').replace(/[^\p{L}\p{N}]/gu, '');
  return [...address].length < 4 ? '' : address;
}

/**
 * The number of a document. That of an identity card tells a person by itself, an old one's 15 digits become the 18 of
 * today; any other may also be a stranger's, and counts together with the name.
 */
export function idNumberOf(person: Person): { readonly number: string; readonly alone: boolean } {
  const number = normalise(person.idNumber ?? '')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  if (idNumberHolds(number)) return { number, alone: true };
  const card = person.idKind === undefined || person.idKind === 'none' || person.idKind === 'id-card';
  const now = card && /^\d{15}$/.test(number) ? toNew(number) : undefined;
  if (now !== undefined) return { number: now, alone: true };
  return { number: number.length < 6 ? '' : number, alone: false };
}

/** GB 11643: the year gets its century, the end its check character. */
function toNew(old: string): string | undefined {
  const begun = `${old.slice(0, 6)}19${old.slice(6)}`;
  return [...'0123456789X'].map((check) => begun + check).find(idNumberHolds);
}

/** Everybody in a submission with their part in it. Where somebody writes for another, that is the first of `people`. */
function peopleOf({ form, people, agentFor }: Who): readonly { readonly person: Person; readonly role: KeyRole }[] {
  const forAnother = form === 'agent' || form === 'guardian';
  return [
    ...(agentFor ? [{ person: agentFor, role: 'principal' as const }] : []),
    ...people.map((person, at) => {
      if (at > 0) return { person, role: 'co-signer' as const };
      return { person, role: forAnother ? ('agent' as const) : ('principal' as const) };
    }),
  ];
}

/**
 * What the people of a submission are known by, each once. Whoever gives no name has no key: an anonymous letter is never
 * anybody's (law.md §6).
 */
export function keysOf(who: Who): readonly PersonKey[] {
  const keys = peopleOf(who).flatMap(({ person, role }) => keysOfPerson(person).map((key) => ({ ...key, role })));
  return [...new Map(keys.map((key) => [`${key.role} ${key.text}`, key])).values()];
}

function keysOfPerson(person: Person): readonly Omit<PersonKey, 'role'>[] {
  const name = nameOf(person);
  if (name === '') return [];
  const { number, alone } = idNumberOf(person);
  const parts: readonly (readonly [KeyKind, ...string[]])[] = [
    ['id-number', number, ...(alone ? [] : [name])],
    ['name-phone', name, phoneOf(person)],
    ['name-address', name, addressOf(person)],
  ];
  return parts
    .filter((part) => part.every((one) => one !== ''))
    .map((part) => ({ kind: part[0], text: JSON.stringify(part) }));
}

/** How two submissions were found to be the same person's. `agent`: the same agent, for a principal of the same name. */
export type SameBy = KeyKind | 'agent';

/**
 * 同人 (law.md §6): at least one petitioner is the same in both, co-signers included; where an agent writes, the principals
 * are compared, so that one agent's different principals stay different people. What the two are the same by, or nothing.
 */
export function samePerson(one: Who, other: Who): readonly SameBy[] {
  const theirs = keysOf(other);
  const shared = keysOf(one).filter((key) =>
    theirs.some((their) => their.text === key.text && (their.role === 'agent') === (key.role === 'agent')),
  );
  const by = KEY_KINDS.filter((kind) => shared.some((key) => key.kind === kind && key.role !== 'agent'));
  if (by.length > 0) return by;
  const named = (who: Who): string => (who.agentFor ? nameOf(who.agentFor) : '');
  const sameName = named(one) !== '' && named(one) === named(other);
  return sameName && shared.length > 0 ? ['agent'] : [];
}

/** How a submission came in, as far as the five scopes of 初次 ask. */
export interface Arrived {
  readonly channel: Channel | 'unknown';
  /** The body that received it. */
  readonly body: string;
  /** Whom the letter names. Without one it is addressed to the body that received it. */
  readonly addressee?: string | undefined;
}

/**
 * The five scopes of 初次 (law.md §5.5) of a submission, over the earlier ones of the same matter: 全国初次, 本机构初次,
 * 受信人初次, 全国信访形式初次, 登记机构信访形式初次.
 */
export function scopesOfFirst(now: Arrived, earlier: readonly Arrived[]): FirstFlags {
  const none = (same: (one: Arrived) => boolean): boolean => !earlier.some(same);
  const addressed = ({ addressee = '', body }: Arrived): string => {
    const named = normalise(addressee).replace(/[^\p{L}\p{N}]/gu, '');
    return named === '' ? `body ${body}` : named;
  };
  const channel = (one: Arrived): boolean => one.channel === now.channel;
  const body = (one: Arrived): boolean => one.body === now.body;
  return {
    nation: earlier.length === 0,
    body: none(body),
    addressee: none((one) => addressed(one) === addressed(now)),
    channel: none(channel),
    bodyChannel: none((one) => channel(one) && body(one)),
  };
}

/**
 * From what likeness on an earlier submission that an officer may not read is told of: it is then likely the same matter,
 * which the repeat test asks for. What else a person raised elsewhere is nobody's business here. Short letters about one
 * matter in wholly different words lie at 0.15 to 0.2, 99 in 100 pairs of different matters below 0.115.
 */
const LIKELY_SAME = 0.12;

/** Whether two texts may be about the same matter. */
export function isLikelySame(similarity: number): boolean {
  return similarity >= LIKELY_SAME;
}

/** A piece of an earlier text, with what it shares with the open one marked. Ranges are UTF-16 offsets, in order. */
export interface Excerpt {
  readonly text: string;
  readonly ranges: readonly (readonly [start: number, end: number])[];
}

/** Characters shown, and those shown before the first mark. */
const WIDTH = 160;
const BEFORE = 24;

/** The piece around the longest shared passage; without any, the beginning. */
export function excerptOf(text: string, passages: readonly Span[]): Excerpt {
  const longest = passages.reduce<Span | undefined>(
    (best, one) => (best && best.to - best.from >= one.to - one.from ? best : one),
    undefined,
  );
  let from = Math.max(0, Math.min((longest?.from ?? 0) - BEFORE, text.length - WIDTH));
  let to = Math.min(text.length, from + WIDTH);
  if (isLowHalf(text, from)) from += 1;
  if (isLowHalf(text, to)) to -= 1;
  const before = from > 0 ? '…' : '';
  const shift = before.length - from;
  return {
    text: `${before}${text.slice(from, to).replace(/[\r\n\t]/g, ' ')}${to < text.length ? '…' : ''}`,
    ranges: passages
      .filter((one) => one.to > from && one.from < to)
      .map((one) => [Math.max(one.from, from) + shift, Math.min(one.to, to) + shift] as const),
  };
}

function isLowHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** How often one officer may ask while letters are typed: several times a letter, not to try names out. */
export const ASKING = { purpose: 'person-earlier', limit: 120, windowSeconds: 600 } as const;
