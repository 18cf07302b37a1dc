import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bodies } from '../../test/world/people.ts';
import { aMatter, type Life } from '../../test/world/petition.ts';
import { allowedNow, lives, walk } from '../../test/world/walk.ts';
import { MATTER_ACTS, type MatterActId } from './acts.ts';
import { isAccused } from './bodies.ts';
import type { MatterDraft } from './facts.ts';
import { isRefusal } from './refusals.ts';

/** Acts that are always possible and bring a matter no nearer to its end. */
const NO_EXIT: readonly MatterActId[] = [
  'store-scan',
  'relate',
  'supervise',
  'propose',
  'note-death',
  'revisit',
  'note-report',
  'note-work',
  'ask-supplement',
  'declare-interest',
  'ask-contribution',
];

/** Something can be done that leads on, today or once every period that runs has ended. */
function hasExit(life: Life): boolean {
  const leads = (at: Life): boolean =>
    allowedNow(at).some((act) => !NO_EXIT.includes(act)) ||
    MATTER_ACTS.some((act) => !NO_EXIT.includes(act) && !isRefusal(at.trying(act)));
  return leads(life) || leads(life.after(400));
}

/** Every body a fact sends the matter, or anything about it, to. */
function reached({ kind, body }: MatterDraft): readonly string[] {
  switch (kind) {
    case 'Forwarded':
    case 'CompetenceDecided':
    case 'ReportPassed':
    case 'Supervised':
    case 'Proposed':
      return [body.to];
    case 'ContributionAsked':
      return [body.body];
    case 'ReviewAsked':
      return [body.reviewer];
    default:
      return [];
  }
}

describe('random lives', () => {
  it('a hundred thousand acts, and none that faults', () => {
    let acts = 0;
    for (let seed = 1; acts < 100_000; seed++) {
      for (const [how, steps] of fc.sample(lives, { numRuns: 200, seed })) {
        walk(aMatter(how).registered(), steps, () => {
          acts += 1;
        });
      }
    }
    expect(acts).toBeGreaterThanOrEqual(100_000);
  }, 240_000);

  it('every state that is reached has an exit, or is archived', () => {
    fc.assert(
      fc.property(lives, ([how, steps]) => {
        const life = walk(aMatter(how).registered(), steps, () => {});
        if (life.state.phase === 'archived' || (life.state.sealed && life.state.phase === 'closed')) return;
        expect([life.state.phase, hasExit(life)]).toEqual([life.state.phase, true]);
      }),
      { numRuns: 150 },
    );
  });

  it('no path leads a report to the accused, or to anything under it', () => {
    fc.assert(
      fc.property(
        lives,
        fc.constantFrom(['d01-gov'], ['d01-housing'], ['city-petition'], ['city-discipline'], ['city-gov', 'd01-land']),
        fc.boolean(),
        ([how, steps], accused, isReport) => {
          const begun = aMatter({ ...how, accused, ...(isReport ? { purpose: 'report' } : {}) }).registered();
          if (begun.state.sealed) expect(accused).not.toContain(begun.state.keeper);
          walk(begun, steps, ({ outcome }) => {
            if (isRefusal(outcome)) return;
            /* A claim about a body may go to the body above it on review; a report goes nowhere near. */
            for (const fact of outcome.filter(({ kind }) => isReport || kind !== 'ReviewAsked'))
              for (const to of reached(fact))
                expect([fact.kind, to, isAccused(bodies, accused, to)]).toEqual([fact.kind, to, false]);
          });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('an extension is never late and never more than 30 days in all', () => {
    fc.assert(
      fc.property(lives, ([how, steps]) => {
        walk(aMatter(how).registered(), steps, ({ before, outcome }) => {
          if (isRefusal(outcome)) return;
          for (const { kind, body } of outcome) {
            if (kind !== 'Extended') continue;
            const change = body.clocks.find((one) => one.do === 'extend');
            expect(change).toBeDefined();
            expect(body.on <= (before.clocks[change?.id ?? '']?.derivation.statutoryDue ?? '')).toBe(true);
            expect((before.assignments[body.assignment]?.extendedDays ?? 0) + body.days).toBeLessThanOrEqual(30);
          }
        });
      }),
      { numRuns: 200 },
    );
  });

  it('a window for review opens by service alone', () => {
    const opening: readonly string[] = ['Served', 'RemedyCorrected', 'ReviewServed', 'WithdrawalTakenBack', 'Unmerged'];
    fc.assert(
      fc.property(lives, ([how, steps]) => {
        walk(aMatter(how).registered(), steps, ({ outcome }) => {
          if (isRefusal(outcome)) return;
          for (const { kind, body } of outcome) {
            const changes = 'clocks' in body ? body.clocks : [];
            const opens = changes.some(
              (one) => one.do === 'start' && (one.kind === 'apply-review' || one.kind === 'apply-final'),
            );
            if (opens) expect(opening).toContain(kind);
          }
        });
      }),
      { numRuns: 200 },
    );
  });

  it('only re-review, or a local rule, ends a matter for good', () => {
    fc.assert(
      fc.property(lives, ([how, steps]) => {
        const { state } = walk(aMatter(how).registered(), steps, () => {});
        if (state.phase === 'ended') expect(state.final?.by).toBe('re-review');
        if (state.final) expect(state.reviews[state.final.review ?? '']?.phase).toBe('served');
      }),
      { numRuns: 200 },
    );
  });
});
