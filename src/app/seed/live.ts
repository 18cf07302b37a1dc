import { isRefusal } from '../../domain/refusals.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { officeFor } from '../../petition/1-intake/server/intake.ts';
import type { SettableClock } from '../../platform/clock/clock.ts';
import type { Life } from './live-people.ts';
import { POST_CHANNELS, stepsOf } from './live-steps.ts';
import { FIRST_ANSWERS } from './live-texts.ts';
import { citizens } from './people.ts';
import type { Story } from './stories-shape.ts';

export interface SampleCode {
  readonly title: string;
  readonly stage: string;
  readonly number: string;
  readonly code: string;
  /** The second fact: last digits of the phone, or the name. */
  readonly fact: string;
}

const DAY = 86_400_000;

/** Lives through all stories in the order of their moments, so that serials rise with time. */
export async function liveStories(
  ledger: Ledger,
  stories: readonly Story[],
  clock: SettableClock,
  options: { say: (line: string) => void; now: Date },
): Promise<readonly SampleCode[]> {
  const begin = (story: Story): Life => ({ story, office: officeOf(ledger, story), number: '', code: '', matter: '' });
  const told = stories.map(begin);
  const earlier = told.flatMap((life): readonly Life[] => {
    if (life.story.stage !== 'not-accepted' || life.story.channel === 'visit') return [];
    const known = told.find((one) => one.story.key === life.story.repeats);
    life.cites =
      known ?? (life.story.final ? { ...begin(firstTime(life.story)), toTheEnd: true } : begin(firstTime(life.story)));
    return known ? [] : [life.cites];
  });
  const lives = [...told, ...earlier];
  const moments = lives
    .flatMap((life, nth) => {
      const times = momentsOf(life, nth, options.now);
      return stepsOf(life).map((step, at) => ({ life, run: step.run, at: times[at] ?? options.now.getTime() }));
    })
    .sort((a, b) => a.at - b.at);
  let done = 0;
  for (const { life, run, at } of moments) {
    clock.set(new Date(at));
    const outcome = await run(ledger, life);
    if (isRefusal(outcome)) throw new Error(`story ${life.story.key}: ${outcome.said.en} (${outcome.code})`);
    done += 1;
    if (done % 250 === 0) options.say(`  ${done} / ${moments.length}`);
  }
  return samples(told);
}

/**
 * What a petition that is not accepted had been the first time: the same words, accepted by the body of the place; long
 * ago, and answered three times over, where it is final.
 */
function firstTime(story: Story): Story {
  const trade = story.target.replace(/^(city|d\d\d)-/, '');
  const first = { ...story, key: `${story.key}-first`, target: `d${story.division.slice(4, 6)}-${trade}` };
  return story.final
    ? { ...first, stage: 'served', route: '31(6)', daysAgo: story.daysAgo + 260, opinion: { items: FIRST_ANSWERS } }
    : { ...first, stage: 'accepted', daysAgo: story.daysAgo + 16 };
}

const SHANGHAI = 8 * 3_600_000;
const MINUTE = 60_000;

/** The moment of each step: office hours of its day, on weekends the Monday after, always one after another and past. */
function momentsOf(life: Life, at: number, now: Date): readonly number[] {
  const { story } = life;
  const steps = stepsOf(life);
  const last = steps.at(-1)?.at ?? 0;
  const squeeze = last > story.daysAgo ? story.daysAgo / last : 1;
  let before = 0;
  return steps.map((step, nth) => {
    const byStaff = nth > 0 || POST_CHANNELS.includes(story.channel);
    let day = Math.floor((now.getTime() + SHANGHAI) / DAY) - story.daysAgo + Math.floor(step.at * squeeze);
    while (byStaff && (day + 3) % 7 >= 5) day += 1;
    const wanted = day * DAY - SHANGHAI + 9 * 60 * MINUTE + ((nth * 35 + at * 17) % 450) * MINUTE;
    const latest = now.getTime() - (steps.length - nth) * MINUTE;
    before = Math.min(Math.max(wanted, before + 20 * MINUTE), latest);
    return before;
  });
}

function officeOf(ledger: Ledger, story: Story): string {
  if (story.purpose === 'report' || story.target.startsWith('city-')) return 'city-petition';
  return officeFor(ledger, story.division);
}

/** One petition of each telling stage, to be followed as a citizen. */
function samples(lives: readonly Life[]): readonly SampleCode[] {
  const wanted: readonly Story['stage'][] = [
    'filed',
    'signed',
    'handling',
    'served',
    'in-review',
    'rated',
    'routed-out',
  ];
  return wanted.flatMap((stage) => {
    const life = lives.find(
      (one) => one.story.stage === stage && !one.story.anonymous && one.story.purpose !== 'report',
    );
    const citizen = life ? citizens[life.story.citizen] : undefined;
    if (!life || !citizen) return [];
    return [
      {
        title: life.story.title,
        stage,
        number: life.number,
        code: life.code,
        fact: citizen.phone ? citizen.phone.slice(-4) : citizen.name,
      },
    ];
  });
}
