import { DANGER_KINDS, type DangerKind } from '../../domain/facts.ts';
import {
  type Around,
  around,
  isDeathReported,
  isEscape,
  isFinding,
  isFirstPerson,
  isIntended,
  isMeant,
  isNegated,
  isNow,
  isOfOther,
  isOfTheDead,
  isOver,
  isPrevented,
  isRepeated,
  isThreatened,
  isTold,
} from './danger.context.rules.ts';
import { type Cue, ENGLISH_CUES } from './danger.cues.rules.ts';
import { SELF_HARM_CUES } from './danger.self-harm.rules.ts';
import { squeeze } from './danger.squeeze.rules.ts';
import { VIOLENCE_CUES } from './danger.violence.rules.ts';

/** Words in a text that may mean danger to life. */
export interface DangerSpan {
  readonly kind: DangerKind;
  /** Offsets into the text as it was written, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  readonly phrase: string;
}

const CUES: readonly Cue[] = [...SELF_HARM_CUES, ...VIOLENCE_CUES, ...ENGLISH_CUES];

/** Any of them, in one look: most texts say nothing of the kind. */
const ANY = new RegExp(CUES.map(({ find }) => `(?:${find.source})`).join('|'));

/**
 * Danger to life in what a citizen wrote, in order, not overlapping. All it asks is that a person calls. What is meant,
 * threatened or under way counts, whoever is meant, and so does a threat somebody made to the writer. What is denied,
 * prevented, or told of another as past (邻居前年跳楼去世) does not: nobody can be reached tonight. Neither does a hazard
 * (会烧死人的), which is a matter of its own.
 */
export function findDanger(text: string): readonly DangerSpan[] {
  const read = squeeze(text);
  if (!ANY.test(read.text)) return [];
  const found: DangerSpan[] = [];
  for (const cue of CUES) {
    for (const match of read.text.matchAll(cue.find)) {
      const last = match.index + match[0].length;
      const from = read.from[match.index];
      const to = read.to[last - 1];
      if (from === undefined || to === undefined) continue;
      if (!COUNTS[cue.reading](around(read.text, match.index, last), { text, from, to })) continue;
      found.push({ kind: cue.kind, from, to, phrase: text.slice(from, to) });
    }
  }
  return withoutOverlap(found);
}

/** Which kinds of danger to life the texts of a submission speak of. */
export function dangerOf(texts: readonly string[]): readonly DangerKind[] {
  const kinds = new Set(texts.flatMap((text) => findDanger(text).map((span) => span.kind)));
  return DANGER_KINDS.filter((kind) => kinds.has(kind));
}

interface Written {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

const COUNTS = {
  said: (about) => !isNegated(about) && !(isOfTheDead(about) && isOfOther(about) && !isFirstPerson(about)),
  way: (about) => {
    if (isNegated(about) || isPrevented(about) || isDeathReported(about)) return false;
    if (isOfOther(about) && isOver(about) && !isOpen(about)) return false;
    if (isFinding(about)) return false;
    return isFirstPerson(about) || (!isEscape(about) && (isIntended(about) || !isTold(about)));
  },
  attack: (about) => !isNegated(about) && !isPrevented(about) && isMeant(about),
  'against-us': (about) => !isNegated(about) && isThreatened(about),
  latin: (_, { text, from, to }) => !isLatin(text[from - 1]) && !isLatin(text[to]),
} as const satisfies Record<Cue['reading'], (about: Around, written: Written) => boolean>;

/** 他上个月说要跳楼, 我妈多次割腕: somebody may still be in danger. */
function isOpen(about: Around): boolean {
  return isFirstPerson(about) || isIntended(about) || isNow(about) || isRepeated(about);
}

function isLatin(unit: string | undefined): boolean {
  return unit !== undefined && /[a-z]/i.test(unit);
}

function withoutOverlap(found: readonly DangerSpan[]): readonly DangerSpan[] {
  const kept: DangerSpan[] = [];
  for (const span of [...found].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (span.from >= (kept.at(-1)?.to ?? 0)) kept.push(span);
  }
  return kept;
}
