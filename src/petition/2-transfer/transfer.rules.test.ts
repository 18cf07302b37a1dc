import { describe, expect, it } from 'vitest';
import { bodies, by } from '../../../test/world/people.ts';
import { aMatter, refusalOf, saidTo } from '../../../test/world/petition.ts';
import { isUnder } from '../../domain/bodies.ts';

const registered = aMatter().registered();
const sent = registered.forwardedTo('d01-housing');
const signed = sent.signed();

describe('transfer.within-15-days', () => {
  it('stops the 15 days of the office and asks the body to sign within 2 working days', () => {
    const { state } = registered.after(3).forwardedTo('d01-housing');
    expect(state.clocks.forward).toMatchObject({ end: 'met', endedOn: '2026-03-05', holder: 'd01-petition' });
    expect(state.clocks['sign:a1']).toMatchObject({
      holder: 'd01-housing',
      derivation: { statutoryDue: '2026-03-09' },
    });
    expect(state.assignments.a1).toMatchObject({ phase: 'sent', mode: 'forward', from: 'd01-petition' });
  });

  it('late is late, and still done: 24:00 of day 15 is in time, day 16 is not', () => {
    expect(registered.on('2026-03-17').forwardedTo('d01-housing').state.clocks.forward?.end).toBe('met');
    expect(registered.on('2026-03-18').forwardedTo('d01-housing').state.clocks.forward?.end).toBe('late');
  });

  it.each([
    ['twice', sent.trying('forward'), 'with-body'],
    ['to itself', registered.trying('forward', { to: 'd01-petition' }), 'same-body'],
    ['to no body', registered.trying('forward', { to: 'nowhere' }), 'no-body'],
    ['by a handler', registered.trying('forward', {}, by('d01-petition', 'handler')), 'other-post'],
    ['by another office', registered.trying('forward', {}, by('city-petition', 'dispatcher')), 'other-body'],
    ['after withdrawal', registered.withdrawn().trying('forward'), 'withdrawn'],
  ])('is refused %s', (_when, outcome, code) => {
    expect(saidTo(outcome)).toBe(code);
  });
});

describe('transfer.accused-blocked', () => {
  const accusing = aMatter({ purpose: 'appeal', accused: ['d01-gov'] }).registered();

  it.each(['d01-gov', 'd01-housing', 'd01-street-01', 'd01-petition'])(
    'material about the district never reaches it or what stands under it: %s',
    (to) => {
      const from =
        to === 'd01-petition' ? aMatter({ office: 'city-petition', accused: ['d01-gov'] }).registered() : accusing;
      for (const act of ['forward', 'assign'] as const) {
        expect(refusalOf(from.trying(act, { to }))).toMatchObject({
          code: 'transfer.accused-blocked',
          article: 'regulation:30¶3',
          status: 409,
          field: 'to',
        });
      }
    },
  );

  it('may go to a body above or beside it', () => {
    for (const to of ['city-housing', 'd02-housing', 'city-gov'])
      expect(saidTo(accusing.trying('forward', { to }))).toBe('yes');
  });

  it('holds for every body of the city, whoever is accused', () => {
    for (const accused of ['city-gov', 'd01-housing', 'd01-street-01', 'city-discipline']) {
      const life = aMatter({ office: 'city-petition', accused: [accused] }).registered();
      for (const { id } of bodies.all().filter((body) => body.id !== 'city-petition')) {
        const expected = isUnder(bodies, id, accused) ? 'transfer.accused-blocked' : 'yes';
        expect([accused, id, saidTo(life.trying('forward', { to: id }))]).toEqual([accused, id, expected]);
      }
    }
  });
});

describe('report.sealed', () => {
  const report = aMatter({ purpose: 'report' }).registered();

  it('E27: is not forwarded, assigned or answered, by nobody', () => {
    for (const act of ['forward', 'assign', 'answer-directly'] as const) {
      for (const role of ['dispatcher', 'head', 'sealed'] as const) {
        expect(saidTo(report.trying(act, {}, by('d01-petition', role)))).toBe('report.sealed');
      }
    }
  });
});

describe('assign.feedback-due', () => {
  it('carries a date for the report back, beside the periods of the law (E42)', () => {
    const life = registered.assignedTo('d01-housing', '2026-04-10').signed().accepted();
    expect(life.state.clocks['feedback:a1']).toMatchObject({
      holder: 'd01-housing',
      derivation: { rawEnd: '2026-04-10' },
    });
    expect(life.state.clocks['handle:a1']?.derivation.n).toBe(60);
  });

  it.each([undefined, '2026-03-02', '2026-02-01', '2026-02-31', 'soon'])(
    'is refused without a day to come: %s',
    (feedbackDue) => {
      expect(saidTo(registered.trying('assign', { feedbackDue }))).toBe('assign.feedback-due');
    },
  );
});

describe('sign.receipt-starts-clocks', () => {
  it('E3: the body has its own fresh 15 days from its receipt, whatever the office has used', () => {
    const life = registered.on('2026-03-16').forwardedTo('d01-housing').after(1).signed();
    expect(life.state.clocks['notice:a1']?.derivation).toMatchObject({
      from: '2026-03-17',
      n: 15,
      rawEnd: '2026-04-01',
    });
    expect(life.state.clocks['sign:a1']?.end).toBe('met');
  });

  it('E2: 15 days are calendar days, the 5 to object are working days, made-up Sundays included', () => {
    const { clocks } = aMatter({ receivedOn: '2025-09-24' })
      .registered()
      .forwardedTo('d01-housing')
      .on('2025-09-25')
      .signed().state;
    expect(clocks['objection:a1']?.derivation.statutoryDue).toBe('2025-10-09');
    expect(clocks['notice:a1']?.derivation.statutoryDue).toBe('2025-10-10');
  });

  it('is done once, by the body it was sent to', () => {
    expect(saidTo(signed.trying('sign'))).toBe('wrong-phase');
    expect(saidTo(sent.trying('sign', {}, by('d02-housing', 'handler')))).toBe('other-body');
    expect(saidTo(sent.trying('sign', { assignment: 'a9' }))).toBe('no-assignment');
    expect(saidTo(registered.trying('sign'))).toBe('no-assignment');
  });
});

describe('objection.within-5-workdays', () => {
  const onTheDay = aMatter({ receivedOn: '2025-09-24' })
    .registered()
    .forwardedTo('d01-housing')
    .on('2025-09-25')
    .signed();

  it('E5: day 5 is in time, over the holidays: 2025-09-25 to 2025-10-09', () => {
    const life = onTheDay.on('2025-10-09').objected();
    expect(life.task.phase).toBe('objected');
    expect(life.state.clocks['objection:a1']?.end).toBe('met');
    expect(life.state.clocks['objection-decision:a1']).toMatchObject({ holder: 'd01-petition' });
  });

  it('E5: day 6 is too late', () => {
    expect(refusalOf(onTheDay.on('2025-10-10').trying('object'))).toMatchObject({
      code: 'objection.within-5-workdays',
      article: 'regulation:23¶3',
      status: 409,
    });
  });

  it('the 15 days of the body go on while the sender considers', () => {
    expect(signed.objected().state.clocks['notice:a1']?.end).toBeUndefined();
  });

  it('there is nobody to return one’s own matter to', () => {
    expect(saidTo(aMatter({ office: 'd01-housing' }).registered().trying('object'))).toBe('own');
  });

  it('is not for a clerk, not for another body, not before signing', () => {
    expect(saidTo(signed.trying('object', {}, by('d01-housing', 'clerk')))).toBe('other-post');
    expect(saidTo(signed.trying('object', {}, by('d01-land', 'handler')))).toBe('other-body');
    expect(saidTo(sent.trying('object'))).toBe('wrong-phase');
  });
});

describe('objection.agreed-by-sender', () => {
  it('E4: the office goes on with what was left of its 15 days; the next body starts afresh', () => {
    /* Day 15 is 17 March; sent on the 6th with 11 days left; returned on the 12th. */
    const back = registered
      .on('2026-03-06')
      .forwardedTo('d01-housing')
      .signed()
      .after(3)
      .objected()
      .on('2026-03-12')
      .returnAgreed();
    expect(back.state.clocks['forward:a1']).toMatchObject({
      holder: 'd01-petition',
      derivation: { from: '2026-03-12', n: 11, rawEnd: '2026-03-23' },
    });
    expect(back.state.clocks['notice:a1']?.end).toBe('void');
    expect(back.state.assignments.a1?.phase).toBe('returned');
    const again = back.on('2026-03-16').forwardedTo('d01-land').signed();
    expect(again.task).toMatchObject({ id: 'a2', body: 'd01-land', phase: 'signed' });
    expect(again.state.clocks['forward:a1']?.end).toBe('met');
    expect(again.state.clocks['notice:a2']?.derivation).toMatchObject({ from: '2026-03-16', n: 15 });
  });

  it('E4: bounced twice, the remainder shrinks and never grows', () => {
    const once = registered.on('2026-03-06').forwardedTo('d01-housing').signed().objected().returnAgreed();
    const twice = once.on('2026-03-10').forwardedTo('d01-land').signed().objected().returnAgreed();
    expect(once.state.clocks['forward:a1']?.derivation.n).toBe(11);
    expect(twice.state.clocks['forward:a2']?.derivation.n).toBe(7);
  });

  it('an order that the body was given is still to be answered by its day', () => {
    const back = registered.on('2026-03-06').forwardedTo('d01-housing').signed().done('supervise');
    const { state } = back.objected().returnAgreed();
    expect(state.clocks['notice:a1']?.end).toBe('void');
    expect(state.orders.o1).toMatchObject({ phase: 'open', to: 'd01-housing' });
    expect(state.clocks['supervision:o1']?.end).toBeUndefined();
  });

  it('an office that was late already has nothing left', () => {
    const late = registered.on('2026-03-30').forwardedTo('d01-housing').signed().objected().returnAgreed();
    expect(late.state.clocks['forward:a1']?.derivation.n).toBe(0);
  });

  it('refused, the body keeps it, and its 15 days have run since its receipt', () => {
    const kept = signed.after(2).objected().after(1).returnRefused();
    expect(kept.task).toMatchObject({ phase: 'signed', objectionRefused: true });
    expect(kept.state.clocks['notice:a1']).toMatchObject({ derivation: { from: '2026-03-02' } });
    expect(kept.state.clocks['notice:a1']?.end).toBeUndefined();
    expect(kept.state.clocks['objection-decision:a1']?.end).toBe('met');
    expect(refusalOf(kept.trying('object')).code).toBe('objection.agreed-by-sender');
    expect(saidTo(kept.trying('accept'))).toBe('yes');
  });

  it('the sender answers, not the body and not a clerk', () => {
    const objected = signed.objected();
    for (const act of ['agree-return', 'refuse-return'] as const) {
      expect(saidTo(objected.trying(act, {}, by('d01-housing', 'head')))).toBe('other-body');
      expect(saidTo(objected.trying(act, {}, by('d01-petition', 'clerk')))).toBe('other-post');
      expect(saidTo(signed.trying(act))).toBe('wrong-phase');
    }
  });
});

describe('direct.tell-destination', () => {
  const own = aMatter({ office: 'd01-housing' }).registered();

  it('a body that received it directly sends it on and has told the petitioner where to (条例 23¶1)', () => {
    const life = own.after(2).forwardedTo('d01-land');
    expect(life.state.clocks['notice:a1']).toMatchObject({ end: 'met', endedOn: '2026-03-04' });
    expect(life.state.assignments).toMatchObject({
      a1: { phase: 'passed-on' },
      a2: { phase: 'sent', from: 'd01-housing' },
    });
  });

  it('in writing, where name and address are clear', () => {
    const refusal = refusalOf(own.trying('forward', { to: 'd01-land', notice: undefined }));
    expect(refusal).toMatchObject({ code: 'direct.tell-destination', article: 'regulation:23¶1', status: 422 });
    expect(Object.keys(own.forwardedTo('d01-land').state.instruments)).toHaveLength(2);
    const unclear = aMatter({ office: 'd01-housing', identityClear: false }).registered();
    expect(saidTo(unclear.trying('forward', { to: 'd01-land' }))).toBe('yes');
  });

  it('returned to it, it has what was left of its 15 days', () => {
    const back = own.after(4).forwardedTo('d01-land').signed().after(1).objected().after(1).returnAgreed();
    expect(back.state.clocks['notice:a1']).toMatchObject({ holder: 'd01-housing', derivation: { n: 11 } });
    /* It is its own again: to accept, or to send to somebody else, with a notice again. */
    expect(back.task).toMatchObject({ id: 'a1', phase: 'signed' });
    expect(saidTo(back.trying('accept'))).toBe('yes');
    expect(saidTo(back.trying('forward', { to: 'city-land', notice: undefined }))).toBe('direct.tell-destination');
  });

  it('not once it has accepted it', () => {
    expect(saidTo(own.accepted().trying('forward'))).toBe('with-body');
  });
});

describe('a petition office that a matter was forwarded to', () => {
  const below = aMatter({ office: 'city-petition' }).registered().after(3).forwardedTo('d01-petition').signed();

  it('has the days of its level for the hop: 3 in the city, 4 below, a target of ours beside the 15 of the law', () => {
    expect(below.state.clocks).toMatchObject({
      hop: { holder: 'city-petition', statutory: false, end: 'met', derivation: { n: 3, unit: 'day' } },
      'hop:a1': { holder: 'd01-petition', assignment: 'a1', statutory: false, derivation: { n: 4, unit: 'day' } },
    });
    expect(below.after(4).forwardedTo('d01-housing').state.clocks['hop:a1']).toMatchObject({ end: 'met' });
    const late = below.after(5).forwardedTo('d01-housing').state.clocks;
    expect([late['hop:a1']?.end, late['forward:a1']?.end]).toEqual(['late', 'met']);
  });

  it('has them but once: what comes back by an objection has only the rest of the 15 days', () => {
    const back = below.after(1).forwardedTo('d01-housing').signed().done('object').done('agree-return');
    const running = Object.values(back.state.clocks).filter((clock) => clock.end === undefined);
    expect(running.map(({ kind }) => kind)).toEqual(['forward']);
  });

  it('has 15 days of its own to pass it on, and passes it on (条例 22)', () => {
    expect(below.state.clocks['forward:a1']).toMatchObject({ holder: 'd01-petition', derivation: { n: 15 } });
    const passed = below.after(4).forwardedTo('d01-housing');
    expect(passed.state.clocks['forward:a1']).toMatchObject({ end: 'met' });
    expect(passed.state.assignments).toMatchObject({
      a1: { phase: 'passed-on' },
      a2: { phase: 'sent', body: 'd01-housing' },
    });
    expect(passed.signed().accepted().task).toMatchObject({ id: 'a2', phase: 'accepted' });
  });

  it('takes it back when the body objects, with what was left of its days', () => {
    const back = below.after(4).forwardedTo('d01-housing').signed().objected().returnAgreed();
    expect(back.task).toMatchObject({ id: 'a1', phase: 'signed' });
    expect(back.state.clocks['forward:a2']).toMatchObject({ holder: 'd01-petition', derivation: { n: 11 } });
    expect(saidTo(back.trying('forward', { to: 'd01-land' }))).toBe('yes');
  });
});

describe('acceptance.by-competent-organ', () => {
  it('the office proposes a route while it holds the matter; the competent body decides', () => {
    expect(registered.done('propose-route', { route: '31(5)' }).state.proposedRoute).toBe('31(5)');
    expect(saidTo(sent.trying('propose-route', {}, by('d01-petition', 'dispatcher')))).toBe('with-body');
    expect(sent.signed().accepted('31(6)').task.route).toBe('31(6)');
  });
});
