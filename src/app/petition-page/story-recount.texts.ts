import { sayDay } from '../../domain/days.ts';
import { CLOCK_LABELS } from '../../domain/explain.ts';
import type { MatterFacts } from '../../domain/facts.ts';
import type { Said } from '../../domain/refusals.ts';
import type { ClockKind } from '../../domain/rule-pack.ts';
import type { Told } from './story-parts.texts.ts';

type Body = MatterFacts['DatesRecounted'];

/** What a petitioner waits for or may still do; the bodies' own errands are not told. */
const FOR_PETITIONER: readonly ClockKind[] = [
  'register',
  'forward',
  'notice',
  'handle',
  'simple-handle',
  'suggestion',
  'duty',
  'redo',
  'review',
  'final',
  'apply-review',
  'apply-final',
  'rating',
  'execution',
];

/** The kind of a clock from its id: `handle:a1` is a `handle`. */
function kindOf(id: string): ClockKind | undefined {
  const [kind = ''] = id.split(':');
  return Object.hasOwn(CLOCK_LABELS, kind) ? (kind as ClockKind) : undefined;
}

function lastDays(body: Body, kinds?: readonly ClockKind[]): readonly Said[] {
  return body.clocks.flatMap((change) => {
    const kind = kindOf(change.id);
    if (change.do !== 'recount' || kind === undefined || (kinds && !kinds.includes(kind))) return [];
    const label = CLOCK_LABELS[kind];
    const { statutoryDue } = change.derivation;
    return [
      {
        zh: `${label.zh}的最后一天是${sayDay(statutoryDue, 'zh-CN')}`,
        en: `${label.en}: last day ${sayDay(statutoryDue, 'en')}`,
      },
    ];
  });
}

/** For the staff: why the dates were counted again, and what they are now. */
export function tellRecounted(body: Body): Told {
  const days = lastDays(body);
  const title =
    body.calendar === undefined
      ? { zh: '规则更新，期限重新计算', en: 'Rules changed; dates counted again' }
      : { zh: '放假安排公布，期限重新计算', en: 'Holidays published; dates counted again' };
  if (days.length === 0) return { group: 'internal', title };
  const detail = { zh: days.map(({ zh }) => zh).join('；'), en: days.map(({ en }) => en).join('; ') };
  return { group: 'fact', title, detail };
}

/** For the petitioner: only where a day they wait for was counted again. */
export function tellPetitionerRecounted(body: Body): Said | undefined {
  const days = lastDays(body, FOR_PETITIONER);
  if (days.length === 0) return undefined;
  const why =
    body.calendar === undefined
      ? {
          zh: '这里的办理规定更新了，日期重新算过',
          en: 'The rules that hold here changed, and the dates were counted again',
        }
      : {
          zh: '国务院公布了放假安排，日期重新算过',
          en: 'The holidays were published, and the dates were counted again',
        };
  return {
    zh: `${why.zh}：${days.map(({ zh }) => zh).join('；')}。`,
    en: `${why.en}: ${days.map(({ en }) => en).join('; ')}.`,
  };
}
