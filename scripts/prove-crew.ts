/** The processes of `prove`: writers of petitions and a runner of jobs, started, killed and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Answered, LifeAct, Place } from '../bench/lives.ts';
import { NO_DATABASE } from './prove-exit.ts';
import type { Try, WriterLine, WriterOrders } from './prove-writer.ts';

const WRITER = join(import.meta.dirname, 'prove-writer.ts');
const RUNNER = join(import.meta.dirname, 'prove-runner.ts');
const LIVES = 4;

/** Two writers share an office, and so its serial numbers. */
const PLACES: readonly Place[] = ['01', '01', '02'].map((district) => ({
  division: `9901${district}`,
  office: `d${district}-petition`,
  target: `d${district}-housing`,
}));
export const WRITERS = PLACES.length;

/** What the writers were told, by key. */
export interface Told {
  readonly acknowledged: Map<string, { readonly act: LifeAct; readonly number: string; readonly answer: Answered }>;
  /** Without an answer yet, and whose business that is. */
  readonly open: Map<string, { readonly one: Try; readonly owner: string }>;
  /** Keys that got two different answers. */
  readonly changed: string[];
  readonly refused: string[];
  /** Last words of processes that ended although nobody had killed them. */
  readonly strays: string[];
}

export interface Crew {
  readonly told: Told;
  /** Starts whoever is missing; what the dead left without an answer goes to those who take their places. */
  fill(): void;
  /** Resolves when every writer has a database. */
  ready(): Promise<void>;
  /** Allows each writer so many acts more. */
  give(acts: number): void;
  killWriters(howMany: number): void;
  killRunner(): void;
  /** No new acts; resolves when the writers are gone and each act has its answer. */
  writersEnd(): Promise<void>;
  runnerEnds(): Promise<void>;
  killAll(): void;
}

interface Member {
  readonly child: ChildProcess;
  readonly name: string;
  /** The seat it has among the writers; the runner has none. */
  readonly seat: number | undefined;
  ready: boolean;
  killed: boolean;
  words: string;
}

export function makeCrew(dataDir: string): Crew {
  const told: Told = { acknowledged: new Map(), open: new Map(), changed: [], refused: [], strays: [] };
  const members = new Set<Member>();
  let started = 0;

  const writers = (): readonly Member[] => [...members].filter(({ seat }) => seat !== undefined);
  const runner = (): Member | undefined => [...members].find(({ seat }) => seat === undefined);

  function start(script: string, words: string, given: { name: string; seat: number | undefined }): Member {
    const child = spawn(process.execPath, [script, words], { stdio: ['pipe', 'pipe', 'pipe'] });
    const member: Member = { child, ...given, ready: false, killed: false, words: '' };
    members.add(member);
    child.stdin.on('error', () => {});
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      member.words = `${member.words}${text}`.slice(-2_000);
    });
    createInterface({ input: child.stdout }).on('line', (line) => hear(member, line));
    /* After its output is at an end: a killed writer's last words are read before it counts as gone. */
    child.once('close', (code) => {
      members.delete(member);
      if (!member.killed && code !== 0 && code !== NO_DATABASE) told.strays.push(`${member.name}: ${member.words}`);
    });
    return member;
  }

  function hear(member: Member, text: string): void {
    if (member.seat === undefined) {
      member.ready = true;
      return;
    }
    let line: WriterLine;
    try {
      line = JSON.parse(text);
    } catch {
      /* Cut off by the kill: not acknowledged. */
      return;
    }
    if ('ready' in line) member.ready = true;
    else if ('about' in line) told.open.set(line.about.key, { one: line.about, owner: member.name });
    else if ('refused' in line) {
      told.open.delete(line.refused);
      told.refused.push(`${line.refused} ${line.code}`);
    } else acknowledge(line.done, line.answer);
  }

  function acknowledge(key: string, answer: Answered): void {
    const before = told.acknowledged.get(key);
    if (before && JSON.stringify(before.answer) !== JSON.stringify(answer)) told.changed.push(key);
    const open = told.open.get(key);
    if (!open) return;
    told.open.delete(key);
    const number = 'number' in answer ? answer.number : open.one.life.number;
    told.acknowledged.set(key, { act: open.one.act, number, answer });
  }

  function fillWriters(lives: number): void {
    const at = writers();
    const alive = new Set(at.map(({ name }) => name));
    const free = PLACES.flatMap((place, seat) => (at.some((one) => one.seat === seat) ? [] : [{ place, seat }]));
    const orphans = [...told.open.values()].filter(({ owner }) => !alive.has(owner)).map(({ one }) => one);
    for (const [nth, { place, seat }] of free.entries()) {
      const name = `w${++started}`;
      const open = orphans.filter((_, each) => each % free.length === nth);
      for (const one of open) told.open.set(one.key, { one, owner: name });
      const orders: WriterOrders = { dataDir, name, place, lives, open };
      start(WRITER, JSON.stringify(orders), { name, seat });
    }
  }

  function kill(one: Member | undefined): void {
    if (one === undefined) return;
    one.killed = true;
    one.child.kill('SIGKILL');
  }

  /** Kills whoever has not gone after this long, so that nothing waits for ever; that is a fault of its own. */
  async function gone(which: () => readonly Member[], patienceMs = 90_000): Promise<void> {
    const until = performance.now() + patienceMs;
    while (which().length > 0) {
      if (performance.now() > until) {
        for (const one of which()) {
          if (!one.killed) told.strays.push(`${one.name} does not end: ${one.words}`);
          kill(one);
        }
      }
      await sleep(10);
    }
  }

  return {
    told,
    fill: () => {
      fillWriters(LIVES);
      if (runner() === undefined) start(RUNNER, dataDir, { name: 'runner', seat: undefined });
    },
    ready: async () => {
      const until = performance.now() + 60_000;
      while (writers().length < WRITERS || writers().some((one) => !one.ready)) {
        if (performance.now() > until)
          throw new Error(
            `no writers: ${writers()
              .map(({ words }) => words)
              .join('\n')}`,
          );
        /* One that found no database is gone, and takes its seat again. */
        fillWriters(LIVES);
        await sleep(10);
      }
    },
    give: (acts) => {
      for (const { child } of writers()) child.stdin?.write(`go ${acts}\n`);
    },
    killWriters: (howMany) => {
      const all = [...writers()].sort(() => Math.random() - 0.5);
      for (const one of all.slice(0, howMany)) kill(one);
    },
    killRunner: () => kill(runner()),
    writersEnd: async () => {
      for (let tries = 0; tries < 5; tries++) {
        for (const { child } of writers()) child.stdin?.write('end\n');
        await gone(writers);
        if (told.open.size === 0) return;
        /* Asked for again in peace, by writers that begin nothing of their own. */
        fillWriters(0);
      }
    },
    runnerEnds: async () => {
      runner()?.child.stdin?.write('end\n');
      await gone(() => [...members].filter(({ seat }) => seat === undefined));
    },
    killAll: () => {
      for (const one of members) kill(one);
    },
  };
}
