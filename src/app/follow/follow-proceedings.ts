import { type MatterState, openHearing } from '../../domain/matter.ts';
import { MEDIATION_LABELS } from '../../domain/proceedings.ts';
import { ratingWindow } from '../../domain/rating-window.ts';
import { RATED_SIDES } from '../../domain/vocabulary.ts';
import type { Proceedings } from '../petition-page/proceedings.contract.ts';
import type { FollowMatter } from './follow.contract.ts';

type MediationTold = NonNullable<FollowMatter['mediations']>[number];
type Beside = Pick<FollowMatter, 'hearing' | 'mediations' | 'earlierRatings' | 'rateAgain' | 'rateUntil'>;

/** What petitioners see of the proceedings beside their matter: what concerns them, and nothing officers wrote for themselves. */
export function followProceedings(
  state: MatterState,
  all: Proceedings,
  mayRate: readonly FollowMatter['can']['rate'][number][],
): Beside {
  const hearing = all.hearings.find(({ id }) => id === openHearing(state)?.id);
  const mediations = all.mediations.flatMap((one) => (one.phase === 'failed' ? [] : [{ ...one, phase: one.phase }]));
  const again = RATED_SIDES.flatMap((side) => {
    const window = state.reratable?.includes(side) ? ratingWindow(state, side) : undefined;
    return window && mayRate.includes(side) ? [{ side, until: window.clock.derivation.statutoryDue }] : [];
  });
  const until = RATED_SIDES.filter((side) => mayRate.length === 0 || mayRate.includes(side)).flatMap(
    (side) => ratingWindow(state, side)?.clock.derivation.statutoryDue ?? [],
  );
  const earlier = state.earlierRatings ?? [];
  /* The first to end: what is said of it must hold for every side that is offered. */
  const [first] = until.sort();
  return {
    ...(hearing
      ? {
          hearing: {
            on: hearing.planned,
            by: hearing.by.name,
            held: hearing.held !== undefined,
            ...(hearing.at === undefined ? {} : { at: hearing.at }),
            ...(hearing.topic === undefined ? {} : { topic: hearing.topic }),
          },
        }
      : {}),
    ...(mediations.length > 0
      ? {
          mediations: mediations.map(
            ({ kind, phase, other, ended, promises, confirmation }): MediationTold => ({
              kind: MEDIATION_LABELS[kind],
              phase,
              other,
              ...(ended ? { endedOn: ended.on } : {}),
              promises: promises.map(({ what, who, due, noted }) => ({
                what,
                who,
                due,
                ...(noted ? { kept: noted.kept } : {}),
              })),
              ...confirmationOf(confirmation),
            }),
          ),
        }
      : {}),
    ...(earlier.length > 0 ? { earlierRatings: earlier.map(({ side, level, on }) => ({ side, level, on })) } : {}),
    ...(again.length > 0 ? { rateAgain: again } : {}),
    ...(first === undefined ? {} : { rateUntil: first }),
  };
}

type Confirmation = Proceedings['mediations'][number]['confirmation'];

/** How far the court's confirmation is; until when it may be asked for, where nobody has. */
function confirmationOf(confirmation: Confirmation): Pick<MediationTold, 'confirmUntil' | 'confirmed'> {
  const last = confirmation?.steps.at(-1);
  if (last) return { confirmed: last.step };
  return confirmation ? { confirmUntil: confirmation.until } : {};
}
