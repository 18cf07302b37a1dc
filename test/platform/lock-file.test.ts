import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Package = {
  version: string;
  optional?: boolean;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
};

const lock: { packages: Record<string, Package> } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const { '': root, ...packages } = lock.packages;

describe('package-lock.json', () => {
  // npm writes only what its registry has, yet refuses to install from a lock file that lacks any of these.
  it('names every platform of every package, so that npm ci works on each of them', () => {
    const lacking = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.entries(optionalDependencies)
        .filter(([name, wanted]) => /^\d/.test(wanted) && found(path, name)?.version !== wanted)
        .map(([name, wanted]) => `${name}@${wanted} for ${path}`),
    );
    expect(lacking).toEqual([]);
  });

  it('names no registry, so that a mirror serves as well', () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
    expect(root).toBeDefined();
  });
});

/** The package that Node would find from a folder: its own modules first, then those around it. */
function found(path: string, name: string): Package | undefined {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const candidate = packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`];
    if (candidate !== undefined || folder === '') return candidate;
  }
}
