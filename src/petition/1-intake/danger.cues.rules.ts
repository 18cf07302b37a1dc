import type { DangerKind } from '../../domain/facts.ts';

/**
 * One way of writing it. `reading` says how the sentence around it is read:
 * - said: means it wherever it stands, unless denied or told of somebody who died
 * - way: a way of dying or a word for it, which is as often told of others, warned of or prevented
 * - attack: means it where somebody intends, threatens or is doing it
 * - against-us: means it where a threat is reported
 * - latin: as `said`, where it is a word of its own
 */
export interface Cue {
  readonly kind: DangerKind;
  readonly reading: 'said' | 'way' | 'attack' | 'against-us' | 'latin';
  /** Over squeezed text. Every repetition is bounded, so that no text takes long to read. */
  readonly find: RegExp;
}

export function cues(kind: DangerKind, reading: Cue['reading'], ...found: readonly string[]): readonly Cue[] {
  return found.map((find) => ({ kind, reading, find: new RegExp(find, 'g') }));
}

/** The writer and whoever lives with them. */
export const US = '(?:我|俺|咱|本人|全家|一家人?|一家老小|一家[三四五六]口)们?';

/** What stands between whom and what: 我[也真的只好]… */
export const ALSO =
  '(?:也|都|就|真|真的|实在|只有|只能|只好|要|会|准备|打算|想|去|干脆|不如|已经|快|还是|现在|今天|明天){0,4}';

/** Up to so many letters of the same clause. */
export const within = (most: number): string => `[^。，]{0,${most}}`;

const EN = (kind: DangerKind, ...found: readonly string[]): readonly Cue[] => cues(kind, 'latin', ...found);

export const ENGLISH_CUES: readonly Cue[] = [
  ...EN(
    'self-harm',
    'kill(?:ing)?(?:myself|ourselves)|endmy(?:own)?life|end(?:ing)?itall|takemyownlife',
    'suicidenote|(?:commit|committing|attempt|attempting|thinkingof|thinkingabout)suicide',
    '(?:dont|donot|nolonger)want(?:to)?(?:live|bealive)(?=$|[，。]|anymore|anylonger)|nothing(?:left)?tolivefor',
    'wanttodie|wishiweredead|wishiwasdead|betteroff(?:dead|withoutme)',
  ),
  ...EN(
    'violence',
    '(?:i|we)(?:ll|will|shall|amgoingto|mgoingto|wantto|couldjust)(?:kill|stab|shoot|murder)(?:him|her|them|you|every|some|the|that)',
    '(?:i|we)(?:ll|will|shall|amgoingto|mgoingto|wantto)(?:burndown|blowup|bomb|setfireto|torch|burn)(?:the|your|this|that)',
    'threaten(?:s|ed|ing)?tokill',
  ),
];
