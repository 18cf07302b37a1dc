import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildServer } from '../../src/platform/http/server.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'views-'));
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const VIEW = `import type { ReactNode } from 'react';
export function View({ name, children }: { name: string; children?: ReactNode }) {
  return <html lang="zh-CN"><body><p className="a">{name}</p>{children}</body></html>;
}
export const view = (name: string) => <View name={name}><><b>b</b></></View>;
`;

function run(main: string): string {
  const path = join(folder, 'main.ts');
  writeFileSync(path, main);
  const { NODE_ENV: _, ...env } = process.env;
  return execFileSync(process.execPath, [path], { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'pipe'] });
}

const register = JSON.stringify(resolve('src/platform/jsx/register.ts'));
const render = JSON.stringify(resolve('src/platform/jsx/render.ts'));

test('the server loads a view and renders it as a page, escaped', () => {
  writeFileSync(join(folder, 'view.tsx'), VIEW);
  const page = run(`import ${register};
    const { view } = await import('./view.tsx');
    const { renderPage } = await import(${render});
    process.stdout.write(renderPage(view('<甲>')));`);
  expect(page).toBe(
    '<!doctype html><html lang="zh-CN"><head></head><body><p class="a">&lt;甲&gt;</p><b>b</b></body></html>',
  );
});

test('a view with a mistake is named', () => {
  writeFileSync(join(folder, 'broken.tsx'), 'export const a = <p;');
  expect(() => run(`import ${register}; await import('./broken.tsx');`)).toThrow(/broken\.tsx/);
});

test('a folder is served as it is, and nothing outside it', async () => {
  writeFileSync(join(folder, 'page.css'), 'p { color: red }');
  writeFileSync(join(folder, 'page.css.gz'), 'compressed');
  const server = await buildServer({
    title: 'Assets',
    version: '1',
    assets: [
      { folder, prefix: '/assets/' },
      { folder, prefix: '/built/', immutable: true },
    ],
  });
  const css = await server.inject('/assets/page.css');
  expect([css.statusCode, css.headers['content-type'], css.body]).toEqual([
    200,
    'text/css; charset=utf-8',
    'p { color: red }',
  ]);
  expect(css.headers['cache-control']).toBe('public, max-age=600');
  const built = await server.inject({ url: '/built/page.css', headers: { 'accept-encoding': 'gzip' } });
  expect(built.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect([built.headers['content-encoding'], built.body]).toEqual(['gzip', 'compressed']);
  for (const url of ['/assets/', '/assets/..%2f..%2fetc/passwd', '/assets/%2e%2e/x', '/assets/none.css']) {
    expect((await server.inject(url)).statusCode).toBeGreaterThanOrEqual(400);
  }
  await server.close();
});
