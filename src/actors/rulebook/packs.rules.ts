import { findCitation } from '../../domain/articles.ts';
import type { BodyDirectory } from '../../domain/bodies.ts';
import type { Calendar } from '../../domain/calendar.ts';
import { addDays, type Day, parseDay } from '../../domain/days.ts';
import { longestPeriod } from '../../domain/due.ts';
import { CLOCK_LABELS } from '../../domain/explain.ts';
import { EVERYWHERE, type PackLayer, type PackValues } from '../../domain/packs.ts';
import type { Said } from '../../domain/refusals.ts';
import {
  CLOCK_KINDS,
  type ClockKind,
  type ClockRule,
  NATIONAL_PACK,
  type PackSettings,
  type RulePack,
} from '../../domain/rule-pack.ts';
import { CLOCK_LIMITS, isNeverLonger, SETTING_NAMES, sayLength, settingRule } from './pack-values.rules.ts';

/** Why a layer is not taken; `field` as the request names it. */
export interface Problem {
  readonly field: string;
  readonly article?: string;
  readonly said: Said;
}

/** What a layer is checked against. */
export interface Checking {
  readonly layers: readonly PackLayer[];
  readonly bodies: BodyDirectory;
  readonly isPlace: (code: string) => boolean;
  readonly calendar: Calendar;
  readonly today: Day;
}

/** The Regulation took effect on this day; no rule beside it is older. */
const FIRST_DAY: Day = '2022-05-01';
/** How far ahead a rule may be entered. */
const AHEAD_DAYS = 3 * 366;
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const TAKEN = ['cn-national', 'historical'];

/** Everything that speaks against a layer; empty when it may be published. */
export function checkLayer(layer: PackLayer, given: Checking): readonly Problem[] {
  return [
    ...checkWho(layer, given),
    ...checkDays(layer, given),
    ...CLOCK_KINDS.flatMap((kind) => checkClock(kind, layer, given)),
    ...SETTING_NAMES.flatMap((name) => checkSetting(name, layer)),
  ];
}

function problem(field: string, zh: string, en: string, article?: string): Problem {
  return { field, said: { zh, en }, ...(article === undefined ? {} : { article }) };
}

function checkWho(layer: PackLayer, { layers, bodies, isPlace }: Checking): readonly Problem[] {
  const found: Problem[] = [];
  if (!ID.test(layer.id) || layer.id.length > 40 || TAKEN.includes(layer.id))
    found.push(
      problem(
        'id',
        '编号用小写字母、数字和短横，如 nanjiang',
        'An id is small letters, digits and hyphens, such as nanjiang',
      ),
    );
  for (const side of ['name', 'basis'] as const) {
    if (layer[side].zh.trim() === '' || layer[side].en.trim() === '')
      found.push(
        side === 'name'
          ? problem(side, '请写名称，中英文都要', 'Name it in both languages')
          : problem(side, '请写依据的文件名和文号，中英文都要', 'Say which document it rests on, in both languages'),
      );
  }
  const earlier = versionsOf(layers, layer.id);
  const last = earlier.at(-1);
  const next = (last?.version ?? 0) + 1;
  if (layer.version !== next) found.push(problem('version', `这一版应当是第${next}版`, `This must be version ${next}`));
  if (last && last.level !== layer.level)
    found.push(
      problem(
        'level',
        '同一套规则不能改类别，请另立一套',
        'A set of rules does not change its kind; begin another one',
      ),
    );
  if (values(layer) === 0) found.push(problem('values', '没有改动任何数值', 'It changes no value'));
  if (layer.level === 'region') {
    const division = layer.division ?? '';
    if (division !== EVERYWHERE && !isPlace(division))
      found.push(problem('division', '没有这个地方', 'There is no such place'));
    if (layer.bodies !== undefined)
      found.push(problem('bodies', '地方规则不写单位', 'A rule of a place names no bodies'));
    if (last?.division !== undefined && last.division !== division)
      found.push(
        problem(
          'division',
          '同一套规则不能换地方，请另立一套',
          'A set of rules does not move to another place; begin another one',
        ),
      );
  } else {
    if (layer.division !== undefined)
      found.push(problem('division', '行业规则不写地方', 'A rule of a sector names no place'));
    if ((layer.bodies ?? []).length === 0)
      found.push(problem('bodies', '请选适用的单位', 'Choose the bodies it binds'));
    const unknown = (layer.bodies ?? []).find((id) => bodies.find(id) === undefined);
    if (unknown !== undefined) found.push(problem('bodies', `没有单位“${unknown}”`, `There is no body “${unknown}”`));
  }
  return found;
}

function values(layer: PackLayer): number {
  const { clocks = {}, settings = {} } = layer.values;
  return Object.keys(clocks).length + Object.keys(settings).length;
}

/** The versions of a set of rules, the oldest first. */
export function versionsOf(layers: readonly PackLayer[], id: string): readonly PackLayer[] {
  return layers.filter((layer) => layer.id === id).sort((a, b) => a.version - b.version);
}

function checkDays(layer: PackLayer, { layers, today }: Checking): readonly Problem[] {
  const { effectiveFrom: from, effectiveTo: to } = layer;
  if (parseDay(from) === undefined) return [problem('effectiveFrom', '请写生效日期', 'Write the day it takes effect')];
  const found: Problem[] = [];
  if (from < FIRST_DAY)
    found.push(
      problem(
        'effectiveFrom',
        '不能早于《信访工作条例》施行的2022年5月1日',
        'Not before 1 May 2022, when the Regulation took effect',
        'regulation:50',
      ),
    );
  if (from > addDays(today, AHEAD_DAYS))
    found.push(problem('effectiveFrom', '生效日期太远，请核对', 'That day is very far ahead; check it'));
  const last = versionsOf(layers, layer.id).at(-1);
  if (last && from < last.effectiveFrom)
    found.push(
      problem(
        'effectiveFrom',
        `不能早于上一版的生效日期${last.effectiveFrom}`,
        `Not before the version before it, ${last.effectiveFrom}`,
      ),
    );
  if (to !== undefined && (parseDay(to) === undefined || to < from))
    found.push(problem('effectiveTo', '失效日期不能早于生效日期', 'It cannot end before it takes effect'));
  return found;
}

/** A layer may not take what the law gives: the words of each limit. */
function checkClock(kind: ClockKind, layer: PackLayer, { calendar }: Checking): readonly Problem[] {
  const own = layer.values.clocks?.[kind];
  if (own === undefined) return [];
  const law = NATIONAL_PACK.clocks[kind];
  const field = `values.clocks.${kind}`;
  const next: ClockRule = { ...law, ...own };
  const { zh, en } = CLOCK_LABELS[kind];
  const length = sayLength(law);
  const found: Problem[] = [];
  if (!Number.isInteger(next.n) || next.n < 1 || next.n > longestPeriod)
    return [problem(`${field}.n`, `${zh}：请写1以上的整数`, `${en}: write a whole number from 1 on`)];
  if (own.article !== undefined && findCitation(own.article) === undefined)
    found.push(
      problem(`${field}.article`, `${zh}：没有“${own.article}”这一条`, `${en}: there is no article “${own.article}”`),
    );
  const limit = CLOCK_LIMITS[kind];
  if (limit === 'open') return found;
  if (own.statutory === false)
    found.push(
      problem(
        `${field}.statutory`,
        `${zh}是法定期限，不能改成内部要求`,
        `${en} is set by law and cannot become a target of ours`,
        law.article,
      ),
    );
  if (own.article?.startsWith('house') === true)
    found.push(
      problem(
        `${field}.article`,
        `${zh}是法定期限，依据不能写“本系统设定”`,
        `${en} is set by law; its ground cannot be “set by this system”`,
        law.article,
      ),
    );
  if (limit === 'exact' && (next.n !== law.n || next.unit !== law.unit))
    found.push(
      problem(
        `${field}.n`,
        `${zh}的期限是${length.zh}，不能改`,
        `${en} is exactly ${length.en}; no rule changes it`,
        law.article,
      ),
    );
  if (limit === 'no-longer' && !isNeverLonger(next, law, calendar))
    found.push(
      problem(
        `${field}.n`,
        `${zh}不能比法定的${length.zh}长；地方和部门只能缩短`,
        `${en} cannot be longer than the ${length.en} of the law; a local or sector rule may only shorten it`,
        law.article,
      ),
    );
  if (limit === 'no-shorter' && !isNeverLonger(law, next, calendar))
    found.push(
      problem(
        `${field}.n`,
        `${zh}是信访人的权利，不能比${length.zh}短`,
        `${en} is a right of the petitioner and cannot be shorter than ${length.en}`,
        law.article,
      ),
    );
  return found;
}

function checkSetting(name: keyof PackSettings, layer: PackLayer): readonly Problem[] {
  const value = layer.values.settings?.[name];
  if (value === undefined) return [];
  const rule = settingRule(name);
  const field = `values.settings.${name}`;
  const article = rule.law ? rule.article : undefined;
  if (rule.regionOnly && layer.level !== 'region')
    return [
      problem(
        field,
        `“${rule.label.zh}”只能由地方规则定`,
        `“${rule.label.en}” is for the rules of a place alone`,
        'regulation:36¶2',
      ),
    ];
  if (rule.yes) return typeof value === 'boolean' ? [] : [problem(field, '请选是或否', 'Choose yes or no')];
  const { min = 0, max = longestPeriod } = rule;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max)
    return [
      min === max
        ? problem(
            field,
            `“${rule.label.zh}”是${min}，不能改`,
            `“${rule.label.en}” is ${min}; no rule changes it`,
            article,
          )
        : problem(
            field,
            `“${rule.label.zh}”要在${min}到${max}之间`,
            `“${rule.label.en}” is between ${min} and ${max}`,
            article,
          ),
    ];
  if (rule.odd && value % 2 === 0)
    return [problem(field, `“${rule.label.zh}”要是单数`, `“${rule.label.en}” is an odd number`)];
  return [];
}

/** One value as a layer changes it. */
export interface Change {
  readonly field: string;
  readonly label: Said;
  readonly before: Said;
  readonly after: Said;
  /** `law:article` it rests on from now on. */
  readonly article: string;
}

/** The values a layer changes, against what lies beneath it. */
export function changesOf(layer: { readonly values: PackValues }, below: RulePack): readonly Change[] {
  const clocks = CLOCK_KINDS.flatMap((kind): Change[] => {
    const own = layer.values.clocks?.[kind];
    if (own === undefined) return [];
    const [before, after] = [below.clocks[kind], { ...below.clocks[kind], ...own }];
    return [
      {
        field: `clocks.${kind}`,
        label: CLOCK_LABELS[kind],
        before: sayClock(before),
        after: sayClock(after),
        article: after.article,
      },
    ];
  });
  const settings = SETTING_NAMES.flatMap((name): Change[] => {
    const value = layer.values.settings?.[name];
    if (value === undefined) return [];
    const { label, article } = settingRule(name);
    return [
      { field: `settings.${name}`, label, before: saySetting(below.settings[name]), after: saySetting(value), article },
    ];
  });
  return [...clocks, ...settings];
}

function sayClock(rule: ClockRule): Said {
  const { zh, en } = sayLength(rule);
  return rule.statutory ? { zh, en } : { zh: `${zh}（非法定）`, en: `${en} (not statutory)` };
}

export function saySetting(value: number | boolean): Said {
  if (typeof value === 'number') return { zh: `${value}`, en: `${value}` };
  return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
}
