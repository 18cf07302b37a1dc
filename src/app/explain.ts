import { isRefusal } from '../domain/refusals.ts';
import { ROLES, type Role } from '../domain/vocabulary.ts';
import { OperatorError } from '../platform/config/operator-error.ts';
import { inOperatorLanguage } from '../platform/config/operator-words.ts';
import type { Command } from './commands.ts';
import { type Explained, explainCase, type Post } from './explain-matter.ts';
import { openCity } from './open-city.ts';

/** Why each date of a case is that date, and why each act is open or not. */
export const command: Command = {
  options: {
    as: {
      type: 'string',
      help: {
        zh: '以哪个岗位看：单位/岗位，如 d01-housing/handler（默认：现在承办的单位，各岗位）',
        en: 'for which post: BODY/ROLE, such as d01-housing/handler (default: any post of the body that has it)',
      },
    },
  },
  positionals: '<number>',
  run: async ({ values, positionals: [number], json, out, say }) => {
    if (number === undefined)
      throw new OperatorError({ zh: '请写事项编号：explain 编号', en: 'Name the matter: explain NUMBER' });
    const city = await openCity({ values, say, max: 3 });
    try {
      const post = typeof values.as === 'string' ? readPost(values.as, city.ledger.reference.bodies) : undefined;
      const explained = await explainCase(city.ledger, number, post);
      if (isRefusal(explained)) throw new OperatorError(explained.said);
      if (json) out(explained);
      else for (const line of linesOf(explained)) out(line);
      return 0;
    } finally {
      await city.close();
    }
  },
};

function readPost(text: string, bodies: { find(id: string): unknown }): Post {
  const [body = '', role = ''] = text.split('/');
  if (bodies.find(body) === undefined)
    throw new OperatorError({ zh: `没有单位“${body}”`, en: `There is no body “${body}”` });
  const roles: readonly string[] = ROLES;
  if (!roles.includes(role))
    throw new OperatorError({
      zh: `没有岗位“${role}”；可选：${ROLES.join('、')}`,
      en: `There is no post “${role}”; choose one of: ${ROLES.join(', ')}`,
    });
  /* It is one of them. */
  return { body, roles: [role as Role] };
}

function linesOf(explained: Explained): readonly string[] {
  const say = inOperatorLanguage;
  const clocks = explained.clocks.flatMap((clock) => [
    '',
    `${say(clock.label)} · ${clock.due} · ${say(OUTCOMES[clock.outcome as keyof typeof OUTCOMES] ?? OUTCOMES.running)} · ${say(clock.holder)}`,
    `  ${clock.rule} · ${say(clock.article)} · ${clock.start.fact} #${clock.start.seq}, ${clock.start.day} · ${clock.pack.key}`,
    ...say({ zh: clock.why.zh.join('\n'), en: clock.why.en.join('\n') })
      .split('\n')
      .map((line) => `  - ${line}`),
  ]);
  const acts = explained.acts.map((act) => {
    const article = act.refusal?.article ?? act.article;
    const ground = article === undefined ? '' : ` (${say(article)})`;
    return act.open
      ? `  ${say({ zh: '可办', en: 'open' })}  ${say(act.label)}${ground}`
      : `  ${say({ zh: '不可', en: 'closed' })}  ${say(act.label)}: ${act.refusal === undefined ? '' : say(act.refusal.said)}${ground}`;
  });
  const heading = say({
    zh: `各项办理，以${explained.as.body}的岗位看：`,
    en: `Acts, for a post of ${explained.as.body}:`,
  });
  return [
    `${explained.number} · ${explained.phase} · ${explained.pack}`,
    ...clocks,
    ...(acts.length === 0 ? [] : ['', heading, ...acts]),
  ];
}

const OUTCOMES = {
  running: { zh: '在计', en: 'running' },
  met: { zh: '按期', en: 'met' },
  late: { zh: '超期', en: 'late' },
  void: { zh: '不再适用', en: 'no longer applies' },
} as const;
