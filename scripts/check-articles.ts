/**
 * Keeps law, rules and tests in step: every rule of src/domain/rules.ts stands in docs/law/articles.md under each article
 * it cites, every rule named there exists, and each is named by a test. Run: node scripts/check-articles.ts
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findCitation } from '../src/domain/articles.ts';
import { RULES } from '../src/domain/rules.ts';

export interface Given {
  /** Rule ids with what each cites, as `law:article`. */
  readonly rules: Readonly<Record<string, readonly string[]>>;
  /** The text of docs/law/articles.md. */
  readonly page: string;
  /** Tests by path: those of the rules and those through the server. */
  readonly tests: ReadonlyMap<string, string>;
}

interface NamedRule {
  readonly id: string;
  readonly citations: readonly string[];
}

/** Everything out of step, one sentence each. */
export function checkArticles({ rules, page, tests }: Given): string[] {
  const { named, faults } = readPage(page);
  const problems = [...faults];
  for (const [id, cited] of Object.entries(rules)) {
    for (const citation of cited) {
      if (findCitation(citation) === undefined) problems.push(`${id} cites ${citation}, which points nowhere`);
      if (!isNamed(named, id, citation))
        problems.push(`${id} cites ${citation}: name it under that article in docs/law/articles.md`);
    }
  }
  for (const { id, citations } of named) {
    const cited = rules[id];
    if (cited === undefined) {
      problems.push(`docs/law/articles.md names ${id}, which is no rule of src/domain/rules.ts`);
      continue;
    }
    for (const citation of citations.filter((one) => !cited.includes(one)))
      problems.push(`docs/law/articles.md rests ${id} on ${citation}, which src/domain/rules.ts does not cite`);
  }
  const tested = [...tests.values()].join('\n');
  for (const id of Object.keys(rules)) {
    if (!tested.includes(`'${id}'`))
      problems.push(`${id} is named by no test; write one that refuses, or does, what it says`);
  }
  return problems;
}

function isNamed(named: readonly NamedRule[], id: string, citation: string): boolean {
  return named.some((one) => one.id === id && one.citations.includes(citation));
}

/** Reads the `Rules:` lines as docs/law/README.md describes them. */
function readPage(page: string): { named: NamedRule[]; faults: string[] } {
  const named: NamedRule[] = [];
  const faults: string[] = [];
  const lines = page.split('\n').filter((line) => line.startsWith('Rules: '));
  for (const list of lines.map((line) => line.slice('Rules: '.length))) {
    if (/^none \(.+\)$/.test(list)) continue;
    for (const part of list.split('; ')) {
      const [, id, places] = /^([a-z][a-z0-9-]*(?:\.[a-z0-9-]+)?) \[([^\]]+)\]$/.exec(part) ?? [];
      if (id === undefined || places === undefined)
        faults.push(`docs/law/articles.md: "${part}" is not written as a rule`);
      else named.push({ id, citations: places.split(' ').map((one) => (/^\d/.test(one) ? `regulation:${one}` : one)) });
    }
  }
  return { named, faults };
}

/** What of this project `checkArticles` looks at. */
export function readGiven(root: string): Given {
  const tests = ['src', 'test'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(rules|api)\.test\.ts$/.test(name))
      .map((name) => [`${folder}/${name}`, readFileSync(join(root, folder, name), 'utf8')] as const),
  );
  return { rules: RULES, page: readFileSync(join(root, 'docs/law/articles.md'), 'utf8'), tests: new Map(tests) };
}

if (import.meta.main) {
  const problems = checkArticles(readGiven(dirname(import.meta.dirname)));
  for (const problem of problems) process.stdout.write(`${problem}\n`);
  process.stdout.write(`articles: ${Object.keys(RULES).length} rules, ${problems.length} problems\n`);
  if (problems.length > 0) process.exitCode = 1;
}
