import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { atLeast } from './report.ts';
import type { Measure } from './setting.ts';
import { textOf } from './texts.ts';

const MAIN = join(import.meta.dirname, '../src/app/main.ts');

/** A made-up ledger of replies taken over by `./huiying import`, the start of the command included. */
export const importRow: Measure = async ({ city, seconds }) => {
  const count = Math.max(5_000, Math.round(seconds * 4_000));
  const file = join(city.dataDir, 'bench-ledger.jsonl');
  await writeLedger(file, count);
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [MAIN, 'import', file, '--as', 'replies', '--source', crypto.randomUUID(), '--data-dir', city.dataDir, '--json'],
    { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, HUIYING_LANG: 'en' } },
  );
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  let most = 0;
  const watching = setInterval(() => {
    most = Math.max(most, residentMb(child.pid ?? 0));
  }, 100);
  const [code] = await once(child, 'exit');
  clearInterval(watching);
  const lasted = (performance.now() - began) / 1000;
  if (code !== 0) throw new Error(`import ended with ${code}`);
  const { registered }: { registered: number } = JSON.parse(said);
  if (registered !== count) throw new Error(`import registered ${registered} of ${count}`);
  return [
    {
      row: 'import',
      what: `import of ${count} lives, start included`,
      value: count / lasted,
      unit: '/s',
      bar: atLeast(count / lasted, 2000, '/s'),
      note: most > 0 ? `most memory ${most} MB` : 'memory not known here',
    },
  ];
};

async function writeLedger(file: string, count: number): Promise<void> {
  const out = createWriteStream(file);
  for (let at = 0; at < count; at++) {
    const { title, text } = textOf(20_000_000 + at);
    const day = 1 + (at % 28);
    const two = (n: number): string => String(n).padStart(2, '0');
    const month = 1 + (at % 12);
    const row = {
      msg_id: at,
      title,
      time: `2023-${two(month)}-${two(day)}T10:00:00`,
      text,
      reply: `已经收到。${title}一事正在核实，将尽快办理。`,
      reply_time: `2024-${two(month)}-${two(day)}T10:00:00`,
    };
    if (!out.write(`${JSON.stringify(row)}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

/** The most memory a process has held, in megabytes; 0 where the system does not tell. */
function residentMb(pid: number): number {
  try {
    const found = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Math.round(Number(found?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}
