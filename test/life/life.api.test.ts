import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../src/ledger/verify.ts';
import { type EmptyCity, type Hand, openEmptyCity } from '../world/empty-city.ts';
import { letterOf, matterOf, opinionOf, registered, type Staff, staffOf, upTo, well } from './steps.ts';

let city: EmptyCity;
let staff: Staff;

beforeAll(async () => {
  city = await openEmptyCity();
  staff = await staffOf(city);
});
afterAll(() => city?.close());

describe('one petition, from the first word to the request for review, by seven people', () => {
  let number = '';
  let code = '';
  let matter = '';
  let petitioner: Hand;
  const act = (name: string) => `/api/matters/${matter}/${name}`;

  it('a citizen files without an account and gets a number and a code', async () => {
    const { status, json } = await city.stranger.post('/api/petitions', letterOf('楼道漏水'), 'draft-1');
    expect(status).toBe(201);
    expect(json).toMatchObject({ number: expect.stringMatching(/^990101-2026-\d{6}$/), sealed: false, matters: [] });
    number = String(json.number);
    code = String(json.code);
    expect(code).toMatch(/^\d{16}$/);
  });

  it('sent twice by a slow telephone, it is one petition with one code', async () => {
    const { status, json } = await city.stranger.post('/api/petitions', letterOf('楼道漏水'), 'draft-1');
    expect([status, json.number, json.code]).toEqual([201, number, code]);
    const other = await city.stranger.post('/api/petitions', letterOf('另一件事'), 'draft-1');
    expect([other.status, other.json.error?.code]).toEqual([409, 'key-reused']);
    const { rows } = await city.database.pool.query('select count(*)::int as n from submission');
    expect(rows).toEqual([{ n: 1 }]);
  });

  it('with code and telephone they follow it, before anybody has touched it', async () => {
    petitioner = await city.petitioner(code, '1101');
    const { json } = await well(petitioner.get(`/api/follow/${number}`));
    expect(json).toMatchObject({ number, matters: [], body: { name: { zh: expect.stringContaining('信访') } } });
  });

  it('the clerk registers it', async () => {
    const { json } = await well(
      staff.clerk.post(`/api/submissions/${number}/register`, { matters: [matterOf('楼道漏水')] }),
    );
    expect(json.matters).toEqual([`${number}-1`]);
    matter = `${number}-1`;
  });

  it('the dispatcher forwards it; a second time is too many', async () => {
    city.clock.advance(86_400_000);
    await well(staff.dispatcher.post(act('forward'), { to: 'd01-housing', remark: '请先到现场' }));
    const again = await staff.dispatcher.post(act('forward'), { to: 'd01-land' });
    expect([again.status, again.json.error?.code]).toEqual([409, 'with-body']);
  });

  it('the body signs, accepts and names who handles it', async () => {
    await well(staff.reception.post(act('sign'), { assignment: 'a1' }));
    const { json } = await well(staff.handler.post(act('accept'), { assignment: 'a1', route: '31(6)' }));
    expect(json.facts).toEqual(['Accepted']);
    await well(staff.head.post(act('name-handler'), { assignment: 'a1', account: 'd01-housing.handler' }));
  });

  it('the handler goes there and writes it down', async () => {
    city.clock.advance(7 * 86_400_000);
    await well(
      staff.handler.post(act('note-work'), { assignment: 'a1', on: '2026-03-10', kind: 'visit', text: '墙面渗水。' }),
    );
  });

  it('drafts an answer to each request, and may not issue it', async () => {
    const gap = await staff.handler.post(act('draft'), opinionOf(1));
    expect([gap.status, gap.json.error]).toEqual([
      422,
      expect.objectContaining({ code: 'opinion.request-by-request', article: 'regulation:32¶1', field: 'items' }),
    ]);
    await well(staff.handler.post(act('draft'), opinionOf()));
    const own = await staff.handler.post(act('issue'), { assignment: 'a1' });
    expect([own.status, own.json.error?.code]).toEqual([403, 'other-post']);
  });

  it('the head issues it under the next number; the petitioner has not seen it yet', async () => {
    const { json } = await well(petitioner.get(`/api/follow/${number}`));
    expect(JSON.stringify(json)).not.toContain('一个月内修好');
    await well(staff.head.post(act('issue'), { assignment: 'a1' }));
  });

  it('served, it can be read, rated and taken further', async () => {
    city.clock.advance(86_400_000);
    await well(
      staff.reception.post(act('serve'), { assignment: 'a1', way: 'in-person', on: '2026-03-11', signed: true }),
    );
    const { json } = await well(petitioner.get(`/api/follow/${number}`));
    expect(json.matters).toMatchObject([
      {
        state: 'served',
        can: { rate: ['office', 'body'], askReview: true, withdraw: false },
        review: { until: '2026-04-10', reviewers: [{ id: 'd01-gov' }, { id: 'city-housing' }] },
      },
    ]);
  });

  it('the petitioner rates both sides, once', async () => {
    const url = `/api/follow/matters/${matter}/rate`;
    await well(petitioner.post(url, { side: 'office', level: 'satisfied' }));
    await well(petitioner.post(url, { side: 'body', level: 'unsatisfied', reason: '还在漏' }));
    const again = await petitioner.post(url, { side: 'body', level: 'satisfied' });
    expect([again.status, again.json.error?.code]).toEqual([409, 'rated-already']);
  });

  it('and asks the government of the district to review it', async () => {
    await well(
      petitioner.post(`/api/follow/matters/${matter}/ask-review`, { reviewer: 'd01-gov', reason: '还在漏水' }),
    );
    const { json } = await well(petitioner.get(`/api/follow/${number}`));
    expect(json.matters).toMatchObject([{ reviewAsked: { on: '2026-03-11', due: '2026-04-10' } }]);
  });

  it('the page of the matter tells it all, in order, with every paper', async () => {
    const { json } = await well(staff.handler.get(`/api/matters/${matter}`));
    const kinds = (json.story as { kind: string }[]).map(({ kind }) => kind);
    expect(kinds).toEqual([
      'Received',
      'Registered',
      'Opened',
      'Forwarded',
      'Signed',
      'Accepted',
      'HandlerNamed',
      'WorkNoted',
      'Drafted',
      'OpinionIssued',
      'Served',
      'Rated',
      'Rated',
      'ReviewAsked',
    ]);
  });

  it('every act stands in the audit, every reading in the read log', async () => {
    const { rows: acts } = await city.database.pool.query<{ verb: string; actor: string; body: string | null }>(
      'select verb, actor, body from audit where stream in ($1, $2) order by at, verb',
      [number, matter],
    );
    expect(acts).toHaveLength(14);
    expect(acts).toContainEqual({ verb: 'matter.issue', actor: 'staff:d01-housing.head', body: 'd01-housing' });
    expect(acts).toContainEqual({ verb: 'matter.rate', actor: `petitioner:${number}`, body: null });
    const { rows: readings } = await city.database.pool.query('select verb, actor from read_log where stream = $1', [
      matter,
    ]);
    expect(readings).toContainEqual({ verb: 'matter.read', actor: 'staff:d01-housing.handler' });
  });

  it('and the record holds', async () => {
    expect((await verify(city.ledger)).wrong).toEqual([]);
  });
});

describe('query.always', () => {
  it('a code with the wrong second fact opens nothing, and says no more than a wrong code', async () => {
    const { code } = await registered(staff, '门前路灯不亮');
    const wrongFact = await city.stranger.post('/api/follow', { code, fact: '9999' });
    const wrongCode = await city.stranger.post('/api/follow', { code: '0000000000000000', fact: '1101' });
    expect(wrongFact.status).toBe(wrongCode.status);
    expect(wrongFact.json.error?.code).toBe(wrongCode.json.error?.code);
    expect(wrongFact.status).toBeGreaterThanOrEqual(400);
  });

  it('a petitioner sees and touches only what is their own', async () => {
    const mine = await registered(staff, '停车位被占');
    const theirs = await registered(staff, '垃圾没人收');
    const hand = await city.petitioner(mine.code, '1101');
    expect((await hand.get(`/api/follow/${theirs.number}`)).status).toBe(404);
    for (const [url, body] of [
      [`/api/follow/matters/${theirs.matter}/withdraw`, { reason: '' }],
      [`/api/follow/matters/${theirs.matter}/rate`, { side: 'office', level: 'satisfied' }],
      [`/api/follow/matters/${theirs.matter}/ask-review`, { reviewer: 'd01-gov', reason: '不服' }],
      [`/api/follow/${theirs.number}/papers`, { text: '补充' }],
    ] as const) {
      expect([url, (await hand.post(url, body)).status]).toEqual([url, 404]);
    }
    expect((await hand.post(`/api/follow/matters/${mine.matter}/withdraw`, { reason: '已经解决' })).status).toBe(200);
  });
});

describe('the day something is received', () => {
  it('E51: is the day in Shanghai on which it entered the system, at midnight and on a holiday too', async () => {
    const at = city.clock.now();
    for (const [instant, day] of [
      ['2026-05-01T15:59:59Z', '2026-05-01'],
      ['2026-05-01T16:00:00Z', '2026-05-02'],
    ] as const) {
      city.clock.set(instant);
      const { json } = await well(city.stranger.post('/api/petitions', letterOf(`半夜${day}`)));
      const hand = await city.petitioner(String(json.code), '1101');
      expect((await well(hand.get(`/api/follow/${json.number}`))).json).toMatchObject({
        receivedOn: day,
        registerClock: { due: '2026-05-06' },
      });
    }
    city.clock.set(at);
  });
});

describe('keys', () => {
  it('the same key is the same act: same answer, nothing written twice', async () => {
    const { matter } = await registered(staff, '楼梯扶手坏了');
    const url = `/api/matters/${matter}/forward`;
    const first = await well(staff.dispatcher.post(url, { to: 'd01-housing' }, 'once'));
    const second = await well(staff.dispatcher.post(url, { to: 'd01-housing' }, 'once'));
    expect(second.json).toEqual(first.json);
    const other = await staff.dispatcher.post(url, { to: 'd01-land' }, 'once');
    expect([other.status, other.json.error?.code]).toEqual([409, 'key-reused']);
    const { rows } = await city.database.pool.query(`select kind from fact where stream = $1 order by seq`, [matter]);
    expect(rows.map(({ kind }) => kind)).toEqual(['Opened', 'Forwarded']);
  });

  it('belongs to whoever used it: the same key of another person is another act', async () => {
    const one = await registered(staff, '井盖松动');
    const two = await registered(staff, '井盖丢失');
    await well(staff.dispatcher.post(`/api/matters/${one.matter}/forward`, { to: 'd01-housing' }, 'shared'));
    const other = await city.officer('d01-petition', 'dispatcher', 'head');
    expect((await other.post(`/api/matters/${two.matter}/forward`, { to: 'd01-housing' }, 'shared')).status).toBe(200);
  });

  it('what must carry one is refused without, and a refusal binds nobody', async () => {
    const none = await city.server.inject({ method: 'POST', url: '/api/petitions', payload: letterOf('没有编号') });
    expect([none.statusCode, none.json().error.code]).toEqual([400, 'key-missing']);
    const { matter } = await registered(staff, '绿化带被占');
    const url = `/api/matters/${matter}/forward`;
    expect((await staff.dispatcher.post(url, { to: 'nowhere' }, 'tried')).status).toBe(422);
    expect((await staff.dispatcher.post(url, { to: 'd01-housing' }, 'tried')).status).toBe(200);
  });
});

describe('who has no business with it', () => {
  it('another body learns nothing, not even that it exists', async () => {
    const { matter, number } = await registered(staff, '暖气不热');
    await upTo('accepted', staff, matter);
    for (const hand of [
      await city.officer('d01-land', 'handler', 'head'),
      await city.officer('d02-petition', 'dispatcher'),
    ]) {
      const missing = await hand.get('/api/matters/990101-2026-999999-1');
      for (const url of [`/api/matters/${matter}`, `/api/submissions/${number}`]) {
        const answer = await hand.get(url);
        expect([url, answer.status]).toEqual([url, 404]);
      }
      const tried = await hand.post(`/api/matters/${matter}/draft`, opinionOf());
      expect([tried.status, tried.json.error?.code]).toEqual([missing.status, missing.json.error?.code]);
    }
  });

  it('an administrator of any kind sees no case', async () => {
    const { matter } = await registered(staff, '电梯停运');
    for (const role of ['admin', 'security', 'auditor'] as const) {
      const hand = await city.officer('d01-petition', role);
      expect((await hand.get(`/api/matters/${matter}`)).status).toBe(403);
    }
  });

  it('whoever may see it and may not act is told why, with the article where there is one', async () => {
    const { matter } = await registered(staff, '下水道堵塞');
    await upTo('drafted', staff, matter);
    const both = await city.officer('d01-housing', 'handler', 'head');
    await well(both.post(`/api/matters/${matter}/draft`, opinionOf()));
    const own = await both.post(`/api/matters/${matter}/issue`, { assignment: 'a1' });
    expect([own.status, own.json.error]).toEqual([
      409,
      expect.objectContaining({ code: 'opinion.not-approved-by-author', article: 'house:four-eyes' }),
    ]);
    const office = await staff.dispatcher.post(`/api/matters/${matter}/accept`, { assignment: 'a1', route: '31(6)' });
    expect(office.status).toBe(409);
  });
});
