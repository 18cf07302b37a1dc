import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const TEST = dirname(import.meta.dirname);
const LAST = 55;
/** Not offered yet. */
const OPEN: readonly string[] = [];
/** Those that are walked in a real browser too. */
const IN_A_BROWSER = [1, 4, 10, 13, 18, 19, 22, 27, 28, 31, 38, 39, 45, 48, 55].map((number) => `E${number}`);

/** The numbers that the titles of the tests in this folder begin with. */
function triedIn(folder: string, ending: string): ReadonlySet<string> {
  const tests = readdirSync(join(TEST, folder)).filter((name) => name.endsWith(ending));
  const titles = tests.flatMap(
    (name) => readFileSync(join(TEST, folder, name), 'utf8').match(/'E\d+[:,][^']*'/g) ?? [],
  );
  return new Set(titles.flatMap((title) => title.match(/E\d+/g) ?? []));
}

describe('the edge cases of the law', () => {
  it('each is tried over the interface under its number, save those not offered yet', () => {
    const tried = triedIn('edge', '.api.test.ts');
    const all = Array.from({ length: LAST }, (_, at) => `E${at + 1}`);
    expect(all.filter((id) => !tried.has(id))).toEqual(OPEN);
  });

  it('those that people meet are walked in a browser under their number', () => {
    const walked = triedIn('journeys', '.test.ts');
    expect(IN_A_BROWSER.filter((id) => !walked.has(id))).toEqual([]);
  });
});
