import { useQuery } from '@tanstack/react-query';
import type { Received } from '../../../platform/http/route.contract.ts';
import { call } from '../../../ui/staff/api.ts';
import { listBodies } from '../bodies.contract.ts';

export type ListedBody = Received<typeof listBodies>['bodies'][number];

const NONE: readonly ListedBody[] = [];
const AN_HOUR = 3_600_000;

/** The bodies of the directory; empty until they are read. */
export function useBodies(): readonly ListedBody[] {
  const read = useQuery({ queryKey: ['bodies'], queryFn: () => call(listBodies, {}), staleTime: AN_HOUR });
  return read.data?.bodies ?? NONE;
}

export interface Branch {
  readonly body: ListedBody;
  readonly depth: number;
}

/** The tree as lines, each body under its parent. */
export function branchesOf(bodies: readonly ListedBody[]): readonly Branch[] {
  const known = new Set(bodies.map((body) => body.id));
  const under = new Map<string, ListedBody[]>();
  for (const body of bodies) {
    const parent = body.parent !== undefined && known.has(body.parent) ? body.parent : '';
    under.set(parent, [...(under.get(parent) ?? []), body]);
  }
  const walk = (parent: string, depth: number): readonly Branch[] =>
    depth > 12 ? [] : (under.get(parent) ?? []).flatMap((body) => [{ body, depth }, ...walk(body.id, depth + 1)]);
  return walk('', 0);
}
