/** What content rows hold: personal data and free text, never in a fact. */

/** A document of any lawful kind will do; none is needed to be registered. */
export const ID_KINDS = [
  'none',
  'id-card',
  'passport',
  'hk-macao',
  'taiwan',
  'residence-permit',
  'foreign-residence',
  'other',
] as const;
export type IdKind = (typeof ID_KINDS)[number];

export const ID_KIND_LABELS = {
  none: { zh: '不填', en: 'None' },
  'id-card': { zh: '居民身份证', en: 'Resident identity card' },
  passport: { zh: '护照', en: 'Passport' },
  'hk-macao': { zh: '港澳居民来往内地通行证', en: 'Hong Kong or Macao travel permit' },
  taiwan: { zh: '台湾居民来往大陆通行证', en: 'Taiwan travel permit' },
  'residence-permit': { zh: '港澳台居民居住证', en: 'Hong Kong, Macao or Taiwan residence permit' },
  'foreign-residence': { zh: '外国人永久居留身份证', en: 'Foreign permanent resident card' },
  other: { zh: '其他证件', en: 'Another document' },
} as const satisfies Record<IdKind, { zh: string; en: string }>;

export interface Person {
  /** Up to 50 characters, with · and rare characters of GB 18030. Empty when anonymous. */
  readonly name: string;
  /** Digits only, as given. */
  readonly phone?: string;
  readonly address?: string;
  readonly idKind?: IdKind;
  readonly idNumber?: string;
}

/** Content of a submission (kind `particulars`): what arrived, as it arrived. */
export interface Particulars {
  /** `guardian`: a parent or guardian for a minor or a person who cannot act (E33). */
  readonly form: 'self' | 'several' | 'agent' | 'guardian';
  /** The first is the main petitioner. */
  readonly people: readonly Person[];
  /** The principal, where an agent or a guardian wrote. */
  readonly agentFor?: Person;
  /** Whether the agent's written authority, or the guardian's standing, was seen. */
  readonly authority?: 'shown' | 'missing';
  /** Of `people`, by place: who speaks for a group, at most five (条例 20¶3). */
  readonly representatives?: readonly number[];
  /** Whom the letter names, a body, an office or a person: words of the letter, so in no fact. */
  readonly addressee?: string;
  /** How it was told, where not in writing and in Chinese: `oral`, `sign`, or a language (E35). */
  readonly told?: string;
  /** Whom a report of wrongdoing is about, as whoever wrote it says. */
  readonly reported?: string;
  readonly title: string;
  readonly text: string;
  readonly requests: readonly string[];
  /** Where it happened, in words. */
  readonly place?: string;
  /** When it began, as told. */
  readonly since?: string;
  /** Ids of files given with it. */
  readonly files: readonly string[];
  /** Whether courts, arbitration or reconsideration have it already, as told. */
  readonly tried: readonly ('court' | 'arbitration' | 'reconsideration' | 'review')[];
  /** Clerk's remark on a letter or call (postmark, read back). */
  readonly remark?: string;
}

/** Content of a matter (kind `gist`): what lists, papers and search show of it. */
export interface Gist {
  readonly title: string;
  /** Main petitioner's name, empty when anonymous. */
  readonly who: string;
  readonly text: string;
  readonly requests: readonly string[];
}

/** Content of short notes: reasons, talks, remarks. Kind `note`. */
export interface Note {
  readonly text: string;
  readonly with?: string;
}
