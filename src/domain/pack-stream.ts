import type { Day } from './days.ts';
import type { Draft, Recorded } from './facts.ts';
import type { PackLayer } from './packs.ts';

/** What happens to a set of rules: versions of it are published, and its last one may be ended. */
export type PackFacts = {
  LayerPublished: { readonly layer: PackLayer; readonly by: string; readonly on: Day };
  /** No case begins under it after `until`; those that keep it go on under it. */
  LayerEnded: { readonly version: number; readonly until: Day; readonly by: string; readonly on: Day };
};
export type PackDraft = Draft<PackFacts>;
export type PackFact = Recorded<PackDraft>;

/** A set of rules with every version it ever had, the oldest first. */
export interface PackState {
  readonly seq: number;
  readonly id: string;
  readonly versions: readonly {
    readonly layer: PackLayer;
    readonly publishedOn: Day;
    readonly publishedBy: string;
  }[];
}

export const NO_PACK: PackState = { seq: 0, id: '', versions: [] };

/** Folds one fact. Deterministic and total. */
export function evolvePack(state: PackState, { fact, seq }: PackFact): PackState {
  if (fact.kind === 'LayerPublished') {
    const { layer, by, on } = fact.body;
    return {
      seq,
      id: layer.id,
      versions: [...state.versions, { layer, publishedOn: on, publishedBy: by }],
    };
  }
  const { version, until } = fact.body;
  return {
    ...state,
    seq,
    versions: state.versions.map((one) =>
      one.layer.version === version ? { ...one, layer: { ...one.layer, effectiveTo: until } } : one,
    ),
  };
}
