import { describe, expect, it } from 'vitest';
import { by } from '../../../test/world/people.ts';
import { aMatter, refusalOf, saidTo } from '../../../test/world/petition.ts';
import { contributionText, endText, supplementText } from './beside.papers.rules.ts';

const signed = aMatter().registered().forwardedTo('d01-housing').signed();
const accepted = signed.accepted();

describe('supplement.no-stop', () => {
  const asked = accepted.done('ask-supplement', { due: '2026-03-20' });

  it('T18: asking for papers stops no clock: the Regulation names no stop', () => {
    expect(asked.task.supplement).toEqual({ on: '2026-03-02', due: '2026-03-20' });
    expect(asked.state.clocks['supplement:a1']).toMatchObject({
      holder: 'petitioner',
      derivation: { rawEnd: '2026-03-20' },
    });
    expect(asked.state.clocks['handle:a1']).toEqual(accepted.state.clocks['handle:a1']);
    const before = signed.done('ask-supplement', { due: '2026-03-10' });
    expect(before.state.clocks['notice:a1']).toEqual(signed.state.clocks['notice:a1']);
  });

  it('one list at a time; what has come ends it', () => {
    expect(saidTo(asked.trying('ask-supplement'))).toBe('asked-already');
    const came = asked.after(5).done('note-supplement');
    expect(came.task.supplement).toBeUndefined();
    expect(came.state.clocks['supplement:a1']).toMatchObject({ end: 'met', endedOn: '2026-03-07' });
    expect(saidTo(came.trying('note-supplement'))).toBe('not-asked');
  });

  it('handling goes on without them, and the answer ends the asking', () => {
    const answered = asked.on('2026-03-25').drafted().issued();
    expect(answered.state.clocks['supplement:a1']?.end).toBe('void');
  });

  it.each([
    ['a day gone by', { due: '2026-03-01' }, 'day'],
    ['no day', { due: 'soon' }, 'day'],
  ])('not by %s', (_what, told, code) => {
    expect(refusalOf(accepted.trying('ask-supplement', told))).toMatchObject({ code, field: 'due' });
  });

  it('nobody is asked who cannot be reached', () => {
    const unclear = aMatter({ identityClear: false }).registered().forwardedTo('d01-housing').signed();
    expect(saidTo(unclear.trying('ask-supplement'))).toBe('unreachable');
  });
});

describe('simple.conditions', () => {
  const simple = signed.on('2026-03-03').done('accept', { procedure: 'simple' });

  it('E43: back in the ordinary procedure, the 60 days count from the first acceptance; the ten were no breach', () => {
    const back = simple.on('2026-03-20').done('to-ordinary');
    expect(back.task.procedure).toBe('ordinary');
    expect(back.state.clocks['handle:a1']).toMatchObject({
      kind: 'handle',
      derivation: { from: '2026-03-03', n: 60, rawEnd: '2026-05-02', statutoryDue: '2026-05-06' },
    });
    expect(back.state.clocks['handle:a1']?.end).toBeUndefined();
    expect(saidTo(back.trying('ask-extension'))).toBe('yes');
  });

  it('a suggestion goes back to its service target, to no 60 days of the law', () => {
    const asked = aMatter({ purpose: 'suggestion' }).registered().forwardedTo('d01-housing').signed();
    const back = asked.done('accept', { route: '29', procedure: 'simple' }).done('to-ordinary');
    expect(back.state.clocks['handle:a1']?.kind).toBe('suggestion');
  });

  it('only what is simple, by the body that handles it', () => {
    expect(saidTo(accepted.trying('to-ordinary'))).toBe('ordinary');
    expect(saidTo(simple.trying('to-ordinary', {}, by('d01-petition', 'head')))).toBe('other-body');
  });
});

describe('joint.lead-and-contributors', () => {
  const asked = accepted
    .done('ask-contribution', { body: 'd01-land', due: '2026-03-20' })
    .done('ask-contribution', { body: 'd01-urban', due: '2026-03-25' });

  it('several bodies contribute, each by its day; one leads and answers (条例 24¶1)', () => {
    expect(asked.task.contributors).toEqual({
      'd01-land': { askedOn: '2026-03-02', due: '2026-03-20' },
      'd01-urban': { askedOn: '2026-03-02', due: '2026-03-25' },
    });
    const given = asked.after(3).done('contribute', {}, by('d01-urban', 'handler'));
    expect(given.task.contributors?.['d01-urban']).toMatchObject({ givenOn: '2026-03-05' });
    expect(given.state.clocks['contribution:a1:d01-urban']?.end).toBe('met');
    expect(given.state.clocks['contribution:a1:d01-land']?.end).toBeUndefined();
    expect(saidTo(given.trying('contribute', {}, by('d01-urban', 'handler')))).toBe('not-asked');
    expect(saidTo(given.trying('draft', {}, by('d01-land', 'handler')))).toBe('other-body');
    expect(saidTo(given.trying('draft'))).toBe('yes');
  });

  it('a body that has contributed may be asked again', () => {
    const given = asked.done('contribute', {}, by('d01-land', 'handler'));
    expect(saidTo(given.trying('ask-contribution', { body: 'd01-land' }))).toBe('yes');
  });

  it('what is still awaited ends with the answer', () => {
    const answered = asked.drafted().issued();
    expect(answered.state.clocks['contribution:a1:d01-land']?.end).toBe('void');
  });

  it.each([
    ['itself', { body: 'd01-housing' }, 'same-body'],
    ['no body there is', { body: 'nowhere' }, 'no-body'],
    ['one that is asked already', { body: 'd01-land' }, 'asked-already'],
    ['by a day gone by', { body: 'd01-hr', due: '2026-02-01' }, 'day'],
  ])('does not ask %s', (_what, told, code) => {
    expect(saidTo(asked.trying('ask-contribution', told))).toBe(code);
  });

  it('never asks a body complained of, nor one under it', () => {
    const accusing = aMatter({ accused: ['d01-land'] })
      .registered()
      .forwardedTo('d01-housing')
      .signed()
      .accepted();
    expect(refusalOf(accusing.trying('ask-contribution', { body: 'd01-land' }))).toMatchObject({
      code: 'transfer.accused-blocked',
      article: 'regulation:30¶3',
      field: 'body',
    });
  });
});

describe('litigation.separate', () => {
  it('E22: found in a legal procedure, handling ends with a notice, and its 60 days are not late', () => {
    const ended = accepted.on('2026-06-01').done('end-for-procedure', { route: '31(1)' });
    expect(ended.task).toMatchObject({ phase: 'ended', route: '31(1)' });
    expect(ended.state).toMatchObject({ phase: 'closed', closedOn: '2026-06-01' });
    expect(ended.state.clocks['handle:a1']?.end).toBe('void');
    expect(Object.values(ended.state.clocks).filter((clock) => clock.end === undefined)).toEqual([]);
  });

  it('whoever assigned it still gets the report', () => {
    const assigned = aMatter().registered().assignedTo('d01-housing', '2026-05-04').signed().accepted();
    const ended = assigned.done('end-for-procedure');
    expect(ended.state.clocks['feedback:a1']?.end).toBeUndefined();
    expect(ended.done('report-result').state.clocks['feedback:a1']?.end).toBe('met');
  });

  it('in writing where the petitioner can be told, by the head', () => {
    expect(refusalOf(accepted.trying('end-for-procedure', { instrument: undefined }))).toMatchObject({
      code: 'notice.within-15-days',
      field: 'instrument',
    });
    expect(saidTo(accepted.trying('end-for-procedure', {}, by('d01-housing', 'handler')))).toBe('other-post');
    const unclear = aMatter({ identityClear: false }).registered().forwardedTo('d01-housing').signed().accepted();
    expect(saidTo(unclear.trying('end-for-procedure', { instrument: undefined }))).toBe('yes');
  });
});

describe('extension.assigner-consents', () => {
  const assigned = aMatter().registered().assignedTo('d01-housing', '2026-04-01').signed().accepted();
  const asked = assigned.extensionAsked(20);

  it('E42: what was assigned with feedback is extended with the assigner’s consent first', () => {
    expect(refusalOf(asked.trying('approve-extension'))).toMatchObject({
      code: 'extension.assigner-consents',
      article: 'house:assigner-consent',
      status: 409,
    });
    const extended = asked.done('consent-extension').extended();
    expect(extended.state.clocks['handle:a1']?.derivation.rawEnd).toBe('2026-05-21');
  });

  it('E42: both clocks run: the assigner’s is shorter, and no extension moves it', () => {
    expect(asked.state.clocks['feedback:a1']?.derivation.statutoryDue).toBe('2026-04-01');
    const extended = asked.done('consent-extension').extended();
    expect(extended.state.clocks['feedback:a1']).toEqual(asked.state.clocks['feedback:a1']);
  });

  it.each([
    ['nobody asked', assigned, undefined, 'not-asked'],
    ['it is not the assigner', asked, by('city-petition', 'dispatcher'), 'other-body'],
    ['it was given', asked.done('consent-extension'), undefined, 'consented-already'],
    ['it was forwarded only', accepted.extensionAsked(20), undefined, 'not-assigned'],
  ])('is not given where %s', (_why, life, actor, code) => {
    expect(saidTo(life.trying('consent-extension', {}, actor))).toBe(code);
  });

  it('is for one request: a refused one needs it anew', () => {
    const again = asked.done('consent-extension').done('refuse-extension').extensionAsked(10);
    expect(saidTo(again.trying('approve-extension'))).toBe('extension.assigner-consents');
  });
});

describe('the papers', () => {
  const about = {
    number: '990101-2026-000001-1',
    gist: { title: '楼道漏水', who: '周桂兰', text: '', requests: [] },
  };
  const read = (paragraphs: readonly { readonly text: string }[]) => paragraphs.map((one) => one.text).join('\n');

  it('D12 lists what is asked, by when, and what follows if it does not come', () => {
    const text = read(supplementText({ ...about, list: '房产证复印件\n\n 漏水照片 ', due: '2026-03-20' }));
    for (const told of ['2026年3月20日', '\n房产证复印件\n漏水照片\n', '期限不因此延长', '按现有材料答复'])
      expect(text).toContain(told);
  });

  it('the request to contribute says what, by when, and who leads', () => {
    const text = read(contributionText({ ...about, ask: '查红线图。', due: '2026-03-20' }));
    for (const told of ['查红线图。', '2026年3月20日', '牵头', '第二十四条']) expect(text).toContain(told);
  });

  it('E23: the notice that it ends names the procedure and whom to turn to, and warns of the other periods', () => {
    const text = read(
      endText({ ...about, route: '31(2)', explain: '仲裁委3月已经立案。', body: '临江区劳动人事争议仲裁委员会' }),
    );
    for (const told of [
      '第二项',
      '仲裁委3月已经立案',
      '临江区劳动人事争议仲裁委员会',
      '不能使诉讼、仲裁、行政复议的期限停下来',
    ])
      expect(text).toContain(told);
  });
});
