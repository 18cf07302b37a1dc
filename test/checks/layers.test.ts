import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkLayers, LEDGER_TABLES, readTree } from '../../scripts/check-layers.ts';
import { importsOf, readSource } from '../../scripts/read-source.ts';
import { PROJECTED } from '../../src/ledger/projections/rows.ts';

const ROOT = dirname(dirname(import.meta.dirname));

/** What the check says to a small house: paths and texts. */
function said(files: Record<string, string>): string[] {
  return checkLayers(new Map(Object.entries(files))).map(({ file, line, said: words }) => `${file}:${line} ${words}`);
}
const importing = (from: string, specifier: string) => said({ [from]: `import { x } from '${specifier}';\n` });

describe('this house', () => {
  it('is in order', () => {
    expect(checkLayers(readTree(ROOT))).toEqual([]);
  });

  it('knows which tables the ledger projects', () => {
    expect(LEDGER_TABLES).toEqual(expect.arrayContaining(Object.keys(PROJECTED)));
  });
});

describe('reaching upwards fails, and says what to do instead', () => {
  it.each([
    ['src/platform/http/x.ts', '../../domain/days.ts', 'platform has never heard of a petition'],
    ['src/platform/jobs/x.ts', '../../petition/1-intake/intake.rules.ts', 'platform has never heard of a petition'],
    ['src/domain/x.ts', '../text/bigrams.ts', 'domain must not import text'],
    ['src/text/x.ts', '../domain/days.ts', 'text knows no petition'],
    ['src/db/x.ts', '../ledger/record.ts', 'db must not import ledger'],
    ['src/ledger/x.ts', '../actors/bodies/server/public.ts', 'ledger must not import actors'],
    ['src/actors/bodies/server/x.ts', '../../../petition/1-intake/server/intake.ts', 'actors must not import petition'],
    [
      'src/actors/bodies/server/x.ts',
      '../../../alongside/finding/server/search.ts',
      'actors must not import alongside',
    ],
    [
      'src/alongside/finding/server/x.ts',
      '../../../petition/5-reply/reply.rules.ts',
      'alongside must not import petition',
    ],
    ['src/petition/5-reply/server/x.ts', '../../../app/clock.ts', 'petition must not import app'],
    [
      'src/petition/5-reply/server/x.ts',
      '../../../accountability/figures/figures.rules.ts',
      'petition must not import accountability',
    ],
    [
      'src/accountability/figures/server/x.ts',
      '../../../petition/5-reply/server/reply.ts',
      'accountability must not import petition',
    ],
    ['src/ui/staff/x.tsx', '../../petition/5-reply/reply.rules.ts', 'ui has no subject'],
  ])('%s > %s', (from, specifier, words) => {
    expect(importing(from, specifier).join('\n')).toContain(words);
  });

  it('by a dynamic import, a re-export or a type alike', () => {
    for (const text of [
      "const { x } = await import('../../domain/days.ts');\n",
      "export { x } from '../../domain/days.ts';\n",
      "import type { Day } from '../../domain/days.ts';\n",
      "import {\n  a,\n  b,\n} from '../../domain/days.ts';\n",
      "import '../../domain/days.ts';\n",
    ])
      expect(said({ 'src/platform/http/x.ts': text })).toHaveLength(1);
  });

  it('downwards is fine', () => {
    for (const [from, specifier] of [
      ['src/app/x.ts', '../accountability/figures/figures.rules.ts'],
      ['src/petition/5-reply/server/x.ts', '../../../alongside/documents/server/public.ts'],
      ['src/alongside/finding/server/x.ts', '../../../actors/bodies/server/public.ts'],
      ['src/actors/bodies/server/x.ts', '../../../ledger/ledger.ts'],
      ['src/ledger/x.ts', '../db/database.ts'],
      ['src/db/x.ts', '../platform/postgres/pool.ts'],
    ] as const)
      expect(importing(from, specifier)).toEqual([]);
  });

  it('out of src, and without the ending of the file, too', () => {
    expect(importing('src/app/x.ts', '../../test/world/database.ts').join()).toContain('lies outside src');
    expect(importing('src/app/x.ts', './clock').join()).toContain('./clock.ts'.slice(2));
  });

  it('a folder that is no floor is named', () => {
    expect(said({ 'src/misc/x.ts': '' }).join()).toContain('src/misc is no floor');
  });
});

describe('sideways', () => {
  it('a stage never imports a stage', () => {
    const words = importing('src/petition/3-acceptance/acceptance.rules.ts', '../2-transfer/transfer.rules.ts').join();
    expect(words).toContain('a stage never imports a stage (petition/3-acceptance > petition/2-transfer)');
  });

  it('slices of actors and alongside meet at their doors', () => {
    const from = 'src/actors/accounts/server/x.ts';
    expect(importing(from, '../../bodies/server/public.ts')).toEqual([]);
    expect(importing(from, '../../bodies/bodies.contract.ts')).toEqual([]);
    expect(importing(from, '../../bodies/server/directory.ts').join()).toContain(
      'only through its contract or its server/public.ts',
    );
  });

  it('and not in a ring', () => {
    const ring = said({
      'src/actors/accounts/server/public.ts': "import { b } from '../../bodies/server/public.ts';\n",
      'src/actors/bodies/server/x.ts': "import { a } from '../../accounts/server/public.ts';\n",
      'src/actors/bodies/server/public.ts': 'export const b = 1;\n',
    });
    expect(ring.join()).toContain('slices in a ring: actors/accounts > actors/bodies > actors/accounts');
  });

  it('parts of accountability do not know each other', () => {
    expect(importing('src/accountability/figures/server/x.ts', '../../audit/server/public.ts').join()).toContain(
      'its neighbour',
    );
  });
});

describe('files in a ring', () => {
  it('are found, however long the way round, and whatever they take', () => {
    const ring = said({
      'src/domain/a.ts': "import type { B } from './b.ts';\n",
      'src/domain/b.ts': "export { c } from './c.ts';\n",
      'src/domain/c.ts': "import { a } from './a.ts';\n",
    });
    expect(ring).toEqual([
      'src/domain/a.ts:1 files in a ring: src/domain/a.ts > src/domain/b.ts > src/domain/c.ts > src/domain/a.ts. Move what both need into a third',
    ]);
  });

  it('a later, dynamic import closes none', () => {
    expect(
      said({
        'src/app/a.ts': "import { b } from './b.ts';\n",
        'src/app/b.ts': "export const b = () => import('./a.ts');\n",
      }),
    ).toEqual([]);
  });
});

describe('a pure file', () => {
  it.each([
    ['Date.now()', 'reads the clock'],
    ['new Date()', 'new Date'],
    ["new Date('2026-03-02')", 'new Date'],
    ['Math.random()', 'Math.random'],
    ['async () => 1', 'async'],
  ])('does not hold %s', (expression, words) => {
    for (const path of [
      'src/domain/x.ts',
      'src/text/x.ts',
      'src/petition/5-reply/x.rules.ts',
      'src/app/desk/x.texts.ts',
    ])
      expect(said({ [path]: `export const x = ${expression};\n` }).join()).toContain(words);
    expect(said({ 'src/app/desk/x.ts': `export const x = ${expression};\n` })).toEqual([]);
  });

  it('may say such things in words, and use Date.UTC', () => {
    expect(
      said({
        'src/domain/x.ts': [
          '// Date.now() would be wrong here',
          "export const a = 'new Date()';",
          `export const b = \`await \${Date.UTC(2026, 2, 2)} async\`;`,
          'export const c = /Math.random()/;',
          '/** async, await */',
          '',
        ].join('\n'),
      }),
    ).toEqual([]);
  });

  it('asks for nothing of Node, domain for no package, and pure files for pure files', () => {
    expect(importing('src/petition/1-intake/x.rules.ts', 'node:crypto').join()).toContain('there is no node:crypto');
    expect(importing('src/domain/x.ts', 'zod').join()).toContain('domain uses no package');
    expect(importing('src/petition/1-intake/x.contract.ts', 'zod')).toEqual([]);
    expect(importing('src/petition/1-intake/x.rules.ts', './server/intake.ts').join()).toContain('pure files only');
  });
});

describe('a place', () => {
  it.each(['utils', 'common', 'shared', 'services'])('is not called %s', (folder) => {
    expect(said({ [`src/app/${folder}/x.ts`]: '' }).join()).toContain(`"${folder}" says nothing`);
  });

  it('has no index file', () => {
    for (const path of ['src/domain/index.ts', 'src/ui/staff/index.tsx'])
      expect(said({ [path]: '' }).join()).toContain('index file');
  });

  it('stops at 400 lines', () => {
    expect(said({ 'src/app/x.ts': '\n'.repeat(400) })).toEqual([]);
    expect(said({ 'src/app/x.ts': '\n'.repeat(401) }).join()).toContain('401 lines; a file stops at 400');
  });

  it('tests are free to look anywhere', () => {
    expect(said({ 'src/domain/x.rules.test.ts': "import { x } from '../app/clock.ts';\n" })).toEqual([]);
  });
});

describe('a table', () => {
  const migration = {
    'src/db/migrations/1-create.sql': 'create table paper (id text);\ncreate table matter (id text);\n',
  };

  it('is written by one slice', () => {
    const words = said({
      ...migration,
      'src/alongside/documents/server/a.ts': "export const a = 'insert into paper (id) values ($1)';\n",
      'src/petition/5-reply/server/b.ts': '\nexport const b = `update paper set id = $1`;\n',
    });
    expect(words).toEqual([
      'src/petition/5-reply/server/b.ts:2 petition/5-reply writes table "paper", which alongside/documents writes: call that slice instead',
    ]);
  });

  it('which for what facts project is the ledger, even where nobody else writes it', () => {
    const words = said({ ...migration, 'src/app/desk/a.ts': "export const a = 'delete from matter';\n" });
    expect(words.join()).toContain('"matter", which ledger writes');
  });

  it('reading is free, and so are words that only look like writing', () => {
    expect(
      said({
        ...migration,
        'src/app/desk/a.ts': "export const a = 'select * from paper for update of paper';\n// delete from matter\n",
        'src/app/desk/b.ts': "export const b = 'Update the paper';\n",
      }),
    ).toEqual([]);
  });
});

describe('the scanner', () => {
  it('tells code from words', () => {
    const { code } = readSource(`const a = 'x\\'y'; // z\nconst b = \`p \${q('r')} s\`;/* t\nu */const c = 4 / 2 / 1;`);
    expect(code).toBe(`const a = '    ';     \nconst b = \`  \${q(' ')}  \`;    \n    const c = 4 / 2 / 1;`);
  });

  it('takes no part of a sentence for an import', () => {
    const source = readSource(`const said = \`moved from \${a} from '\${b}'\`;\nconst c = "from './d.ts'";\n`);
    expect(importsOf(source)).toEqual([]);
  });

  it('is not led astray by an apostrophe in the text of a tag', () => {
    const source = readSource("const a = <p>don't</p>;\nimport { b } from './b.ts';\n");
    expect(importsOf(source).map(({ specifier }) => specifier)).toEqual(['./b.ts']);
  });
});
