import type { z } from 'zod';
import { parseCitation, sayCitation } from '../../domain/articles.ts';
import { articleOf, type Clock, isStatutory } from '../../domain/clocks.ts';
import { type Day, daysBetween } from '../../domain/days.ts';
import { clockLevel, daysLeft } from '../../domain/due.ts';
import { CLOCK_LABELS, explainClock, sayPetitioner } from '../../domain/explain.ts';
import { layerOf, type PackLayer } from '../../domain/packs.ts';
import type { Said } from '../../domain/refusals.ts';
import { NATIONAL_PACK } from '../../domain/rule-pack.ts';
import type { ClockShape } from './petition-page.contract.ts';

export type ClockView = z.infer<typeof ClockShape>;

const citations = new Map<string, Said>();

/** A citation in both languages. Citations are a few hundred constants, said on every page. */
export function saidCitation(text: string): Said {
  const known = citations.get(text);
  if (known) return known;
  const citation = parseCitation(text);
  const said = { zh: sayCitation(citation, 'zh-CN'), en: sayCitation(citation, 'en') };
  citations.set(text, said);
  return said;
}

/** A clock as pages draw it: level and days by today, or by the day it ended. `layers` are the rules of places and sectors. */
export function viewClock(
  id: string,
  clock: Clock,
  today: Day,
  nameOf: (body: string) => Said,
  layers: readonly PackLayer[] = [],
): ClockView {
  const layer = layerOf(layers, clock.pack, clock.kind);
  /* Where no law says it, a length rests on the local rule alone. */
  const ours = articleOf(clock).startsWith('house');
  const { from, statutoryDue: due, rawEnd, assessmentDue, calendar, calendarVersion } = clock.derivation;
  const at = clock.endedOn ?? today;
  const base = {
    id,
    kind: clock.kind,
    label: CLOCK_LABELS[clock.kind],
    rule: NATIONAL_PACK.clocks[clock.kind].id,
    article: layer && ours ? layer.basis : saidCitation(articleOf(clock)),
    statutory: isStatutory(clock),
    holder: clock.holder === 'petitioner' ? sayPetitioner(clock.kind) : nameOf(clock.holder),
    outcome: clock.end ?? ('running' as const),
    from,
    due,
    rawEnd,
    assessmentDue,
    level: clockLevel({ from, due, today: at }),
    daysLeft: daysLeft({ due, today: at }),
    share: Math.min(1, Math.max(0, daysBetween(from, at) / Math.max(1, daysBetween(from, due)))),
    calendar,
    calendarVersion,
    pack: clock.pack,
    startedSeq: clock.startedSeq,
    why: { zh: [...explainClock(clock, 'zh-CN', layers)], en: [...explainClock(clock, 'en', layers)] },
  };
  return {
    ...base,
    ...(layer === undefined || ours ? {} : { basis: layer.basis }),
    ...(clock.endedOn === undefined ? {} : { endedOn: clock.endedOn }),
    ...(clock.suspendedOn === undefined ? {} : { suspendedOn: clock.suspendedOn }),
  };
}
