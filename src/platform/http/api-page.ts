import type { FastifyRequest } from 'fastify';
import { toJSONSchema, type ZodType } from 'zod';
import { addressOf } from './address.ts';
import { API_PAGE_TEXTS } from './api-page.texts.ts';
import { exampleOf, type JsonSchema, typeName } from './example.ts';
import { escapeHtml as e } from './html.ts';
import { contentTypesOf, type RouteContract } from './route.contract.ts';

export const API_PAGE_STYLE = `
body { font: 16px/1.6 system-ui, sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; color: #1c1c1c; background: #fff }
article { border-top: 1px solid #c8c8c8; padding: .5rem 0 1.5rem }
h2 { font-size: 1.1rem; overflow-wrap: anywhere } h3 { font-size: 1rem; margin: 1rem 0 .25rem }
code, pre { font: 14px/1.5 ui-monospace, monospace } pre { background: #f4f4f4; padding: .75rem; overflow-x: auto }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; border-bottom: 1px solid #e2e2e2; padding: .25rem .5rem .25rem 0; vertical-align: top }
`;

type Language = keyof typeof API_PAGE_TEXTS;

/** `?lang=` first, then what the browser prefers. */
export function languageOf(request: FastifyRequest): Language {
  const asked = addressOf(request).searchParams.get('lang') ?? request.headers['accept-language'] ?? '';
  return /^en/i.test(asked) ? 'en' : 'zh';
}

/** Every address of the interface on one page that needs neither script nor a viewer. */
export function apiPage({
  title,
  version,
  contracts,
  language,
}: {
  title: string;
  version: string;
  contracts: readonly RouteContract[];
  language: Language;
}): string {
  const words = API_PAGE_TEXTS[language];
  const other = language === 'zh' ? 'en' : 'zh';
  const sorted = [...contracts].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const articles = sorted.map((contract) => article(contract, words)).join('');
  return `<!doctype html><html lang="${words.lang}"><head><meta charset="utf-8"><title>${e(title)} · ${words.heading}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/api/page.css"></head>
<body><main><h1>${e(title)} ${e(version)} · ${words.heading}</h1><p>${words.intro}</p>
<p><a href="/api/openapi.json">${words.machine}</a> · <a href="/api?lang=${other}" hreflang="${other}">${words.other}</a></p>
${articles === '' ? `<p>${words.none}</p>` : articles}
<article><h2>${words.errors}</h2><p>${words.errorsIntro}</p><pre>${e(JSON.stringify(ERROR_EXAMPLE, null, 2))}</pre></article>
</main></body></html>`;
}

const ERROR_EXAMPLE = {
  error: {
    code: 'bad-input',
    said: { zh: 'title 必须填写，要是文字', en: 'title is required and must be a text' },
    field: 'title',
    requestId: '0f8fad5b-d9cb-469f-a165-70867728950e',
  },
};

type Words = (typeof API_PAGE_TEXTS)[Language];

function article(contract: RouteContract, words: Words): string {
  const notes = [contract.keyed ? words.keyed : '', contract.files ? words.files : ''].filter((note) => note !== '');
  return `<article><h2><code>${contract.method} ${e(contract.path)}</code></h2><p>${e(contract.summary)}</p>
<p>${words.permission}: <code>${e(contract.permission)}</code> · ${words.audit}: <code>${e(contract.audit)}</code></p>
${notes.map((note) => `<p>${note}</p>`).join('')}${fields(words.params, contract.params, words)}${fields(words.query, contract.query, words)}${fields(words.body, contract.body, words)}${headers(contract, words)}
<h3>${words.example}</h3><pre>${e(call(contract))}</pre>
<h3>${words.answer} ${contract.status ?? 200}</h3>${answer(contract, words)}</article>`;
}

function answer(contract: RouteContract, words: Words): string {
  if (contract.answers === undefined)
    return `<pre>${e(pretty(contract.example?.response ?? exampleOf(asJson(contract.response, 'output'))))}</pre>`;
  const types = contentTypesOf(contract).map((type) => `<code>${e(type)}</code>`);
  return `<p>${contract.answers === 'page' ? words.page : words.file}: ${types.join(', ')}</p>`;
}

function headers({ headers: named = {} }: RouteContract, words: Words): string {
  const rows = Object.entries(named).map(
    ([name, holds]) => `<tr><td><code>${e(name)}</code></td><td>${e(holds)}</td></tr>`,
  );
  if (rows.length === 0) return '';
  return `<h3>${words.headers}</h3><table><thead><tr><th>${words.field}</th><th>${words.meaning}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function fields(heading: string, schema: ZodType | undefined, words: Words): string {
  if (schema === undefined) return '';
  const { properties = {}, required = [] } = asJson(schema, 'input');
  const rows = Object.entries(properties).map(
    ([name, field]) =>
      `<tr><td><code>${e(name)}</code></td><td>${e(typeName(field))}</td><td>${required.includes(name) ? words.yes : ''}</td><td>${e(field.description ?? '')}</td></tr>`,
  );
  return `<h3>${heading}</h3><table><thead><tr><th>${words.field}</th><th>${words.type}</th><th>${words.required}</th><th>${words.meaning}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function call(contract: RouteContract): string {
  const lines = [`${contract.method} ${contract.path}`];
  if (contract.keyed) lines.push('idempotency-key: 3f1c9a52');
  for (const name of Object.keys(contract.headers ?? {})) lines.push(`${name}: …`);
  if (contract.files) lines.push('content-type: multipart/form-data');
  if (contract.body === undefined) return lines.join('\n');
  lines.push('content-type: application/json', '');
  lines.push(pretty(contract.example?.body ?? exampleOf(asJson(contract.body, 'input'))));
  return lines.join('\n');
}

function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2) ?? '';
}

function asJson(schema: ZodType, io: 'input' | 'output'): JsonSchema {
  return toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' }) as JsonSchema;
}
