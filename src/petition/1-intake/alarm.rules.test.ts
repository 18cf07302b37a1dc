import { describe, expect, it } from 'vitest';
import { bodies, by } from '../../../test/world/people.ts';
import { allowed, aMatter, content, contextOn, paper, refusalOf } from '../../../test/world/petition.ts';
import { evolveSubmission, isInDanger, type SubmissionState } from '../../domain/submission.ts';
import {
  acknowledge,
  flagDanger,
  liftDanger,
  mayReport,
  needCompetent,
  reportUrgently,
  urgentClock,
  urgentRecipients,
} from './alarm.rules.ts';

const arrived = aMatter();
const onDuty = contextOn('2026-03-02', by('d01-petition', 'clerk'));
const fold = (state: SubmissionState, facts: readonly Parameters<typeof evolveSubmission>[1]['fact'][]) =>
  facts.reduce(
    (now, fact) =>
      evolveSubmission(now, { seq: now.seq + 1, fact, actor: '', occurredAt: onDuty.now, recordedAt: onDuty.now }),
    state,
  );
const flagged = fold(arrived.submission, flagDanger(['self-harm'], onDuty));

describe('urgent.changes-nothing', () => {
  it('a flag touches nothing of the submission but itself, and expires', () => {
    const without = ({ danger: _, seq: __, ...rest }: SubmissionState) => rest;
    expect(without(flagged)).toEqual(without(arrived.submission));
    expect([isInDanger(flagged, '2026-04-01'), isInDanger(flagged, '2026-04-02')]).toEqual([true, false]);
    expect(flagged.danger?.acknowledgeBy).toBe('2026-03-02T02:30:00.000Z');
    expect(flagDanger([], onDuty)).toEqual([]);
  });

  it('is lifted only once the person was reached', () => {
    expect(refusalOf(liftDanger(flagged, { content: content('lift') }, onDuty)).code).toBe('urgent.changes-nothing');
    const reached = fold(flagged, allowed(acknowledge(flagged, { content: content('call') }, onDuty)));
    const lifted = fold(reached, allowed(liftDanger(reached, { content: content('lift') }, onDuty)));
    expect(isInDanger(lifted, '2026-03-02')).toBe(false);
  });
});

describe('urgent.in-parallel', () => {
  it('is decided by the head of the body that received it', () => {
    expect(mayReport(arrived.submission, onDuty)?.code).toBe('urgent.in-parallel');
    expect(mayReport(arrived.submission, contextOn('2026-03-02', by('d01-petition', 'head')))).toBeUndefined();
    expect(mayReport(arrived.submission, contextOn('2026-03-02', by('d01-land', 'head')))?.code).toBe('other-body');
  });

  it('is due two hours after the body learned of it, and late from then on until it is reported (C15)', () => {
    const grave = fold(arrived.submission, flagDanger(['grave'], onDuty));
    const due = '2026-03-02T04:00:00.000Z';
    expect(urgentClock(arrived.submission, onDuty.now)).toBeUndefined();
    expect(urgentClock(grave, due)).toEqual({ by: due, late: false });
    expect(urgentClock(grave, '2026-03-02T04:00:01.000Z')).toEqual({ by: due, late: true });
    const head = contextOn('2026-03-02', by('d01-petition', 'head'));
    const told = { to: ['d01-gov'], instrument: paper('u', 'urgent-report') };
    const reported = fold(grave, allowed(reportUrgently(grave, told, head)));
    expect(urgentClock(reported, '2026-03-05T00:00:00.000Z')).toEqual({ by: due, doneAt: onDuty.now, late: false });
    /* A further flag asks for a report of its own. */
    const again = fold(reported, [
      {
        kind: 'DangerFlagged',
        body: { kinds: ['grave'], by: 'x', acknowledgeBy: due, reportBy: due, expiresOn: '2026-04-01' },
      },
    ]);
    if (!again.danger) throw new Error('it is flagged');
    const later = { ...again, danger: { ...again.danger, raisedAt: '2026-03-03T00:00:00.000Z' } };
    expect(urgentClock(later, due)).toEqual({ by: due, late: false });
  });

  it('that none is due for what is grave, the head decides and nobody else', () => {
    const grave = fold(arrived.submission, flagDanger(['grave'], onDuty));
    const seen = fold(grave, allowed(acknowledge(grave, { content: content('seen') }, onDuty)));
    expect(refusalOf(liftDanger(seen, { content: content('lift') }, onDuty)).code).toBe('urgent.in-parallel');
    const head = contextOn('2026-03-02', by('d01-petition', 'head'));
    const lifted = fold(seen, allowed(liftDanger(seen, { content: content('lift') }, head)));
    expect(urgentClock(lifted, '2026-03-09T00:00:00.000Z')).toBeUndefined();
  });

  it('goes to no one before the competent body is chosen, save of a sealed report', () => {
    expect(refusalOf(needCompetent(arrived.submission, [], [], bodies))).toMatchObject({
      code: 'urgent.in-parallel',
      article: 'regulation:25',
      status: 422,
      field: 'competent',
    });
    expect(needCompetent(arrived.submission, ['d01-housing'], [], bodies)).toBeUndefined();
    const sealed = { ...arrived.submission, sealed: true };
    expect(needCompetent(sealed, [], ['d01-gov'], bodies)).toBeUndefined();
    expect(refusalOf(needCompetent(sealed, ['d01-housing'], ['d01-gov'], bodies)).code).toBe(
      'transfer.accused-blocked',
    );
    expect(urgentRecipients(bodies, 'd01-petition', [], ['d01-gov'])).not.toContain('d01-gov');
    expect(urgentRecipients(bodies, 'd01-petition', [])).toContain('d01-gov');
  });

  it('goes to the level, the competent body, the office above and the national one at once', () => {
    const to = urgentRecipients(bodies, 'd01-petition', ['d01-housing']);
    expect(to).toEqual(expect.arrayContaining(['d01-gov', 'd01-housing', 'outside:national', 'city-petition']));
    const head = contextOn('2026-03-02', by('d01-petition', 'head'));
    const facts = allowed(reportUrgently(arrived.submission, { to, instrument: paper('u', 'urgent-report') }, head));
    expect(facts.map(({ kind }) => kind)).toEqual(['UrgentReported']);
  });
});
