import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadRulebookVersions } from '../actors/rulebook/server/public.ts';
import { clearStagedFiles } from '../alongside/documents/server/files.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { OperatorError } from '../platform/config/operator-error.ts';
import { inOperatorLanguage } from '../platform/config/operator-words.ts';
import { readProcessSettings } from '../platform/config/process-settings.ts';
import { listen } from '../platform/http/listen.ts';
import { markDown, markUp } from '../platform/http/server.ts';
import { clearExpired } from '../platform/jobs/daily.ts';
import { log } from '../platform/log/log.ts';
import { AREAS } from '../platform/secrets/keyring.ts';
import { clamdScanner } from '../platform/uploads/scan.ts';
import type { Command } from './commands.ts';
import { compactDeltas } from './desk/compact-deltas.ts';
import { readKnownKeys } from './known-keys.ts';
import { openCity, readReference } from './open-city.ts';
import type { Planted } from './seed/plant.ts';

const HOUR = 3_600_000;

export const command: Command = {
  options: {
    port: { type: 'string', help: { zh: '端口（默认 8080）', en: 'port (default 8080)' } },
    host: {
      type: 'string',
      help: { zh: '监听地址（默认 127.0.0.1）', en: 'address to listen on (default 127.0.0.1)' },
    },
    'public-url': { type: 'string', help: { zh: '对外地址', en: 'the address people use' } },
    empty: { type: 'boolean', help: { zh: '不放演示城市', en: 'without the demonstration city' } },
  },
  run: async ({ values, json, out, say }) => {
    /* The loader for the portal's views must stand before anything that imports them. */
    await import('../platform/jsx/register.ts');
    const { buildCityServer } = await import('./build-server.ts');
    const { startBackground } = await import('./background.ts');
    const { buildWorkbench } = await import('./build-workbench.ts');
    const settings = readProcessSettings({ env: process.env, options: values });
    await buildWorkbench(say);
    const city = await openCity({ values, say });
    const { ledger } = city;
    const planted = await plantOnce(ledger, { dataDir: city.dataDir, empty: values.empty === true, say });
    const https = settings.publicUrl?.startsWith('https:') ?? false;
    const server = await buildCityServer(ledger, {
      version: '0.1.0',
      https,
      publicUrl: settings.publicUrl,
      scanFile: settings.scanner && clamdScanner(settings.scanner),
      demonstration: planted !== undefined,
    });
    const background = await startBackground({ ledger, url: city.url, log });
    try {
      await listen(server, { host: settings.host, port: settings.port });
    } catch (cause) {
      await background.stop();
      await city.close();
      throw portComplaint(cause, settings.host, settings.port);
    }
    markUp(server);
    const watching = setInterval(() => void watchReference(ledger), 5_000);
    const clearing = setInterval(() => void clear(ledger), HOUR);
    const address =
      settings.publicUrl ??
      `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${settings.port}`;
    if (json)
      out({
        address,
        portal: `${address}/`,
        workbench: `${address}/desk/`,
        api: `${address}/api`,
        demonstration: planted ?? null,
      });
    else announce(address, planted, say);
    await new Promise<void>((resolve) => {
      process.once('SIGINT', () => resolve());
      process.once('SIGTERM', () => resolve());
    });
    say(inOperatorLanguage({ zh: '正在停下……', en: 'Stopping…' }));
    markDown(server);
    clearInterval(clearing);
    clearInterval(watching);
    await server.close();
    await background.stop();
    await city.close();
    return 0;
  },
};

/** Another process may enter a calendar, a body, rules or a key: all are read again when the database says so. */
async function watchReference(ledger: Ledger): Promise<void> {
  try {
    const [known, versions, { rows }] = await Promise.all([
      readKnownKeys(ledger.pool),
      loadRulebookVersions(ledger.pool),
      ledger.pool.query<{ bodies: string }>('select count(*) as bodies from body where ended_on is null'),
    ]);
    const { keyring } = ledger;
    if (AREAS.some((area) => (known[area]?.length ?? 0) > keyring.current(area).version)) keyring.reload();
    const { bodies, calendar, packs } = ledger.reference;
    const same =
      versions.calendar === calendar.version &&
      versions.packs === packs.version &&
      Number(rows[0]?.bodies) === bodies.all().length;
    if (!same) ledger.reference = await readReference(ledger.pool);
  } catch (cause) {
    log.fault(cause, { doing: 'reading bodies, calendar, rules and keys again' });
  }
}

async function clear(ledger: Ledger): Promise<void> {
  try {
    await clearExpired(ledger.pool, ledger.clock.now());
    await clearStagedFiles(ledger);
    await compactDeltas(ledger.pool);
  } catch (cause) {
    log.fault(cause, { doing: 'hourly clearing' });
  }
}

/** Fills an empty installation once: the demonstration city, or with --empty only calendar and categories. */
async function plantOnce(
  ledger: Ledger,
  given: { dataDir: string; empty: boolean; say: (line: string) => void },
): Promise<Planted | undefined> {
  const memo = join(given.dataDir, 'demonstration.json');
  const { plantCity, plantReference } = await import('./seed/plant.ts');
  const { rows } = await ledger.pool.query<{ value: unknown }>(`select value from setting where name = 'planted'`);
  if (rows.length === 0) {
    if (given.empty) {
      await plantReference(ledger);
    } else {
      given.say(
        inOperatorLanguage({
          zh: '正在放入演示城市（200 件信访）……',
          en: 'Planting the demonstration city (200 petitions)…',
        }),
      );
      const planted = await plantCity(ledger, { say: given.say, now: new Date() });
      writeFileSync(memo, `${JSON.stringify(planted, null, 2)}\n`, { mode: 0o600 });
    }
    await ledger.pool.query(`insert into setting (name, value) values ('planted', $1)`, [
      JSON.stringify(given.empty ? 'empty' : 'city'),
    ]);
  }
  return existsSync(memo) ? (JSON.parse(readFileSync(memo, 'utf8')) as Planted) : undefined;
}

function announce(address: string, planted: Planted | undefined, say: (line: string) => void): void {
  say('');
  say(inOperatorLanguage({ zh: `群众入口　${address}/`, en: `Portal      ${address}/` }));
  say(inOperatorLanguage({ zh: `工作台　　${address}/desk/`, en: `Workbench   ${address}/desk/` }));
  say(inOperatorLanguage({ zh: `接口文档　${address}/api`, en: `API         ${address}/api` }));
  if (!planted) return;
  say('');
  say(
    inOperatorLanguage({
      zh: `演示城市的人，初始密码都是 ${planted.password}`,
      en: `People of the demonstration city; first password of each: ${planted.password}`,
    }),
  );
  for (const one of planted.people) say(`  ${one.login.padEnd(14)} ${one.name}　${one.body} ${one.title}`);
  say('');
  say(
    inOperatorLanguage({
      zh: '可以凭查询码查看的信访（查询码，第二项信息）：',
      en: 'Petitions to follow (query code, second fact):',
    }),
  );
  for (const one of planted.codes) say(`  ${one.code.replace(/(\d{4})(?=\d)/g, '$1 ')}　${one.fact}　${one.title}`);
  say('');
}

function portComplaint(cause: unknown, host: string, port: number): unknown {
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE') {
    return new OperatorError({
      zh: `端口 ${port} 已经被别的程序占用。请换一个：--port ${port + 1}`,
      en: `Port ${port} is taken by another program. Choose another: --port ${port + 1}`,
    });
  }
  if (code === 'EACCES') {
    return new OperatorError({
      zh: `没有权限使用端口 ${port}。请用 1024 以上的端口。`,
      en: `Port ${port} needs more rights. Use one above 1024.`,
    });
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new OperatorError({ zh: `本机没有地址 ${host}。`, en: `This machine has no address ${host}.` });
  }
  return cause;
}
