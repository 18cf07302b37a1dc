import { parseCitation, sayCitation } from '../../domain/articles.ts';
import type { Body } from '../../domain/bodies.ts';
import { divisionPrefix } from '../../domain/bodies.ts';
import { addDays, addMonths, type Language, parseDay, sayDay } from '../../domain/days.ts';
import type { DoorView } from '../../petition/1-intake/portal/door.tsx';
import { type Filing, sinceOf } from '../../petition/1-intake/portal/filing.rules.ts';
import { DOOR_CITATIONS, type Door } from '../../petition/1-intake/portal/other-door.rules.ts';
import { doorOf } from '../../petition/1-intake/portal/save-step.ts';
import { divisionOf } from '../../petition/1-intake/portal/send.ts';
import { LANG_TAGS } from '../../ui/plain/language.ts';
import type { Visit } from './visit.tsx';

/** Which bodies stand behind a door, nearest place first. Arbitration sits with the bodies of labour and of agriculture. */
const BEHIND: Readonly<Record<Door, (body: Body) => boolean>> = {
  court: (body) => body.kind === 'court',
  labour: (body) => body.name.zh.includes('人力资源'),
  police: (body) => body.name.zh.includes('公安'),
  reconsideration: (body) => body.name.zh.includes('司法局'),
  land: (body) => body.name.zh.includes('农业农村'),
};

/** The other door these words point to, with the body behind it here and, for labour, the day to go before. */
export function findDoorView(visit: Visit, filing: Filing): DoorView | undefined {
  const door = doorOf(filing);
  if (door === undefined) return undefined;
  const { lang } = visit;
  const language = LANG_TAGS[lang];
  const division = divisionOf(visit.portal.ledger, filing);
  const body = visit.portal.ledger.reference.bodies
    .all()
    .filter((one) => BEHIND[door](one) && division.startsWith(divisionPrefix(one.division)))
    .sort((a, b) => divisionPrefix(b.division).length - divisionPrefix(a.division).length)[0];
  const since = parseDay(sinceOf(filing) ?? '');
  return {
    lang,
    door,
    basis: basisOf(door, language),
    ...(body === undefined ? {} : { at: { name: body.name[lang], address: body.address[lang], phone: body.phone } }),
    ...(door === 'labour' && since !== undefined
      ? {
          period: {
            since: sayDay(since, language, { weekday: false }),
            // A day early: whether the first day counts is a question nobody should have to win.
            until: sayDay(addDays(addMonths(since, 12), -1), language),
          },
        }
      : {}),
  };
}

/** The articles in words; those of one law share its name. */
function basisOf(door: Door, language: Language): readonly string[] {
  const laws = new Map<string, string[]>();
  for (const text of DOOR_CITATIONS[door]) {
    const citation = parseCitation(text);
    const said = laws.get(citation.law);
    const whole = sayCitation(citation, language);
    if (said === undefined) laws.set(citation.law, [whole]);
    else said.push(whole.replace(sayCitation({ law: citation.law, article: '' }, language), '').replace(/^, /, ''));
  }
  return [...laws.values()].map((said) => said.join(language === 'zh-CN' ? '、' : ', '));
}
