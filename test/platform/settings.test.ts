import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { settableClock } from '../../src/platform/clock/clock.ts';
import { readProcessSettings } from '../../src/platform/config/process-settings.ts';
import { Secret } from '../../src/platform/config/secret.ts';
import { createLog } from '../../src/platform/log/log.ts';

describe('settings', () => {
  it('take the option, else the environment, else what is usual', () => {
    const env = { HUIYING_PORT: '9000', HUIYING_HOST: '', HUIYING_PUBLIC_URL: 'https://example.org/' };
    const settings = readProcessSettings({ env, options: { port: '9001', 'data-dir': '/data' } });
    expect(settings).toMatchObject({
      port: 9001,
      host: '127.0.0.1',
      dataDir: '/data',
      publicUrl: 'https://example.org',
    });
    expect(settings.databaseUrl).toBeUndefined();
  });

  it('complain of everything at once, by the names the operator knows, and never repeat a secret', () => {
    const env = { HUIYING_PORT: '70000', HUIYING_PUBLIC_URL: 'example.org', DATABASE_URL: 'mysql://root:hush@db/x' };
    const read = () => readProcessSettings({ env });
    expect(read).toThrow(/--port \/ HUIYING_PORT: must be a whole number from 0 to 65535, not “70000”/);
    expect(read).toThrow(/--public-url \/ HUIYING_PUBLIC_URL: must be an address/);
    expect(read).toThrow(/--database-url \/ DATABASE_URL: must begin with postgresql:/);
    expect(read).not.toThrow(/hush/);
  });
});

describe('a secret', () => {
  it('prints as [secret] whatever prints it', () => {
    const secret = new Secret('hush');
    expect(
      [`${secret}`, JSON.stringify({ secret }), inspect({ secret }), inspect(secret, { showHidden: true })].join(),
    ).not.toContain('hush');
    expect(secret.reveal()).toBe('hush');
  });
});

describe('the log', () => {
  function hearing(human: boolean) {
    const lines: string[] = [];
    const clock = settableClock('2026-03-02T01:00:00Z');
    return { lines, log: createLog({ to: { write: (text) => lines.push(text) }, clock, human }) };
  }

  it('writes one JSON object a line', () => {
    const { lines, log } = hearing(false);
    log.with({ part: 'outbox' }).info('sent', { count: 3, token: new Secret('hush') });
    expect(lines).toEqual([
      '{"at":"2026-03-02T01:00:00.000Z","level":"info","event":"sent","part":"outbox","count":3,"token":"[secret]"}\n',
    ]);
  });

  it('is readable on a terminal', () => {
    const { lines, log } = hearing(true);
    log.warn('slow', { table: 'matter' });
    expect(lines).toEqual(['01:00:00 warn slow table=matter\n']);
  });

  it('records a fault once, with its causes, however many hands it passes through', () => {
    const { lines, log } = hearing(false);
    const fault = new Error('outer', { cause: new Error('inner') });
    log.fault(fault, { act: 'accept' });
    log.with({ late: true }).fault(fault);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 'fault', event: 'outer', act: 'accept' });
    expect(lines[0]).toContain('caused by Error: inner');
  });
});

describe('a settable clock', () => {
  it('stands still until it is moved', () => {
    const clock = settableClock('2026-03-02T00:00:00Z');
    clock.advance(86_400_000);
    expect(clock.now().toISOString()).toBe('2026-03-03T00:00:00.000Z');
    clock.set('2027-01-01T00:00:00Z');
    expect(clock.now().toISOString()).toBe('2027-01-01T00:00:00.000Z');
    expect(() => settableClock('yesterday')).toThrow(RangeError);
  });
});
