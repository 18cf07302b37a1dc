import { type MatterRule, needPost } from '../../domain/act.ts';
import { startClock, startClockTo } from '../../domain/clocks.ts';
import { addDays, type Day, parseDay, sayDay } from '../../domain/days.ts';
import type { ContentRef } from '../../domain/facts.ts';
import { findTask, firstRefusal, needOpen, taskIn } from '../../domain/guards.ts';
import { clockId, isRated, type MatterState } from '../../domain/matter.ts';
import { isRefusal, type Refusal, refuse, refuseState } from '../../domain/refusals.ts';
import type { Channel, ServiceWay } from '../../domain/vocabulary.ts';

/** A public notice counts as service when it has stood for so long (by analogy with 民事诉讼法 95; E11). */
export const NOTICE_DAYS = 30;

/** Whoever wrote by one of these has chosen to be answered the same way (电子签名法 4; E12). */
const ONLINE: readonly Channel[] = ['web', 'app', 'wechat', 'mailbox'];

export interface Serve {
  readonly assignment: string;
  readonly way: ServiceWay;
  /** The day it was received; of a public notice, the day it was published. */
  readonly on: Day;
  readonly signed: boolean;
  readonly view: 'agrees' | 'disagrees' | 'none';
  /** Who received it, who served it, witnesses: needed where it was left (E10), and where a notice was published (E11). */
  readonly note: string;
  /** The petitioner has agreed to be served electronically (E12). */
  readonly consented?: boolean;
  readonly content?: ContentRef;
}

/** The day a service counts from: a public notice thirty days after it was published. */
export function servedOn(way: ServiceWay, on: Day): Day {
  return way === 'notice' ? addDays(on, NOTICE_DAYS) : on;
}

/** May the answer go electronically without asking: it came online. */
export function cameOnline(channel: string): boolean {
  return ONLINE.some((one) => one === channel);
}

function no(zh: string, en: string, field: string): Refusal {
  return refuse('service.starts-review-window', 422, zh, en, field);
}

/** What each way of service asks for: proof, for it starts the petitioner's 30 days. */
function wayRefusal(state: MatterState, act: Serve, today: Day): Refusal | undefined {
  const silent = act.note.trim() === '';
  if (act.way === 'left' && silent)
    return no('留置送达要写明两名见证人或影像', 'Leaving a paper needs two witnesses or a recording on record', 'note');
  if (act.way === 'in-person' && !act.signed && silent)
    return no(
      '当面送达没有签字的，是留置送达：写明两名见证人或影像',
      'Handed over and not signed for, it was left: name two witnesses or a recording',
      'note',
    );
  if (act.way === 'electronic' && !cameOnline(state.channel) && !act.consented)
    return no(
      '这件不是网上来的，电子送达要信访人同意',
      'It did not come online; electronic service needs the petitioner’s consent',
      'consented',
    );
  if (act.way === 'electronic' && act.on !== today)
    return no(
      '电子送达以到达信访人查询页的日子为准，就是今天',
      'Electronic service counts from the day it reaches the petitioner’s page, which is today',
      'on',
    );
  if (act.way === 'notice' && silent)
    return no(
      '公告送达是最后的办法：写明在哪里公告、此前怎么送过',
      'A public notice is the last resort: say where it was published and what was tried before',
      'note',
    );
  const counts = servedOn(act.way, act.on);
  return counts > today
    ? no(
        `公告满${NOTICE_DAYS}日才算送达，要到${sayDay(counts, 'zh-CN')}再记`,
        `A notice counts as service after ${NOTICE_DAYS} days; record it on ${sayDay(counts, 'en')}`,
        'on',
      )
    : undefined;
}

/** T24. Proof of receipt starts the petitioner's 30 days (条例 35) and opens both ratings. No service, no window. */
export const serve: MatterRule<Serve> = {
  id: 'serve',
  rule: 'service.starts-review-window',
  mayBegin(state, assignment, context) {
    const task = taskIn(state, assignment, ['decided']);
    return isRefusal(task) ? task : firstRefusal(needOpen(state), needPost('serve', task.body, context));
  },
  decide(state, act, context) {
    const refusal = this.mayBegin(state, act.assignment, context);
    if (refusal) return refusal;
    const task = findTask(state, act.assignment);
    if (isRefusal(task) || task.opinion === undefined)
      return isRefusal(task) ? task : refuseState('no-opinion', 409, '意见还没有签发', 'No opinion has been issued');
    if (!parseDay(act.on) || act.on > context.today || act.on < task.opinion.issuedOn) {
      return no('送达日期要在签发日和今天之间', 'The day of service lies between the day of issue and today', 'on');
    }
    const unproven = wayRefusal(state, act, context.today);
    if (unproven) return unproven;
    const on = servedOn(act.way, act.on);
    const petitioner = { holder: 'petitioner', assignment: task.id, from: on } as const;
    const body = { holder: task.body, assignment: task.id, from: task.opinion.issuedOn } as const;
    const { executeBy } = task.opinion;
    return [
      {
        kind: 'Served',
        body: {
          assignment: task.id,
          instrument: task.opinion.instrument,
          way: act.way,
          on,
          ...(act.way === 'notice' ? { publishedOn: act.on } : {}),
          signed: act.signed,
          view: act.view,
          ...(act.content ? { content: act.content } : {}),
          clocks: [
            ...(task.route === '31(6)'
              ? [startClock(context, { id: clockId('apply-review', task), kind: 'apply-review', ...petitioner })]
              : []),
            ...(isRated(state)
              ? [startClock(context, { id: clockId('rating', task), kind: 'rating', ...petitioner })]
              : []),
            ...(executeBy === undefined
              ? []
              : [startClockTo(context, { id: clockId('execution', task), kind: 'execution', ...body, to: executeBy })]),
          ],
        },
      },
    ];
  },
};
