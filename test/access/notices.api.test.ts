import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KeptMessage, listMessages, TOLD_OF } from '../../src/app/messages.ts';
import { CHANNEL_LABELS, PURPOSE_LABELS, ROLES } from '../../src/domain/vocabulary.ts';
import { letterOf, matterOf, registered, staffOf, well } from '../life/steps.ts';
import { type EmptyCity, openEmptyCity } from '../world/empty-city.ts';
import { bodies } from '../world/people.ts';

/** Whom the report is about, and whose keeper has it. */
const [ACCUSED, KEEPER] = ['city-gov', 'city-petition'];
const SECRET = '龘鸚蠱';
const URGENT = { what: SECRET, risk: SECRET, measures: SECRET };

let city: EmptyCity;
let plain: { readonly number: string; readonly matter: string };
let sealed: string;

beforeAll(async () => {
  city = await openEmptyCity();
  for (const body of bodies.all()) for (const role of ROLES) await city.officer(body.id, role);
  /* A telephone that tells whose it is. */
  await city.database.pool.query(`update account set phone = body || '/' || roles[1]`);
  plain = await registered(await staffOf(city), '路灯不亮');
  const clerk = await city.officer(KEEPER, 'clerk');
  const letter = { ...letterOf(`${SECRET}，我不想活了，今晚就跳楼`, { purpose: 'report' }), channel: 'letter' };
  const { json } = await well(clerk.post('/api/submissions', letter));
  sealed = String(json.number);
  await city.settle();
});
afterAll(() => city?.close());

/** The messages that these acts send. */
async function sentBy(acts: () => Promise<unknown>): Promise<readonly KeptMessage[]> {
  const before = new Set((await listMessages(city.ledger, 1_000)).map(({ id }) => id));
  await acts();
  await city.settle();
  return (await listMessages(city.ledger, 1_000)).filter(({ id }) => !before.has(id));
}

/** What a message says, less which submission it is about. */
const withoutNumber = ({ text }: KeptMessage, number: string): string => text.replaceAll(number, '');

/** Words that tell of what kind, about whom, from whom, by which way or which body. */
function tellingWords(): readonly string[] {
  const names = bodies.all().flatMap(({ name, short }) => [name.zh, short.zh]);
  const kinds = [...Object.values(PURPOSE_LABELS), ...Object.values(CHANNEL_LABELS)].map(({ zh }) => zh);
  return [SECRET, '周桂兰', '13900001101', '路灯', '检举', '控告', '举报', '密', ...names, ...kinds].filter(
    (one) => one.length > 0,
  );
}

async function tell(matter: string, what: string | undefined): Promise<void> {
  await city.database.pool.query(
    `insert into outbox (region, id, topic, payload, created_at)
     values ($1, gen_random_uuid(), 'tell-petitioner', $2, now())`,
    [matter.slice(0, 6), JSON.stringify(what === undefined ? { matter } : { matter, what })],
  );
}

describe('report.sealed: messages', () => {
  it('E27: an alarm goes to the post that keeps the report alone, in the words of every alarm', async () => {
    const messages = await listMessages(city.ledger, 1_000);
    expect(messages.map(({ to }) => to)).toEqual([`${KEEPER}/sealed`]);
    const letter = { ...letterOf('我不想活了，今晚就跳楼'), channel: 'letter' };
    const clerk = await city.officer(KEEPER, 'clerk');
    let number = '';
    const others = await sentBy(async () => {
      number = String((await well(clerk.post('/api/submissions', letter))).json.number);
    });
    expect(others.length).toBeGreaterThan(1);
    for (const other of others)
      for (const one of messages) expect(withoutNumber(one, sealed)).toBe(withoutNumber(other, number));
  });

  it('E27: an urgent report goes to nobody it is about, nor to what is under it', async () => {
    const keeper = await city.officer(KEEPER, 'sealed');
    const about = matterOf(SECRET, { purpose: 'report', accused: [ACCUSED] });
    await well(keeper.post(`/api/submissions/${sealed}/register`, { matters: [about] }));
    /* That keeper is under the accused: from now on the letter is another's. */
    expect((await keeper.get(`/api/submissions/${sealed}`)).status).toBe(404);
    expect((await keeper.get(`/api/matters/${sealed}-1`)).status).toBe(404);
    const next = await city.officer('city-discipline', 'sealed');
    expect((await well(next.get(`/api/submissions/${sealed}`))).text).toContain(SECRET);
    for (const blocked of [ACCUSED, 'city-housing', KEEPER]) {
      const refused = await next.post(`/api/submissions/${sealed}/report-urgently`, {
        ...URGENT,
        competent: [blocked],
      });
      expect([blocked, refused.status, refused.json.error]).toEqual([
        blocked,
        409,
        expect.objectContaining({ code: 'transfer.accused-blocked', field: 'competent' }),
      ]);
    }
    const report = { ...URGENT, competent: ['city-procuratorate'] };
    const messages = await sentBy(() => well(next.post(`/api/submissions/${sealed}/report-urgently`, report)));
    const told = messages.map(({ to }) => to.split('/'));
    expect(told.map(([body]) => body)).toContain('city-procuratorate');
    expect(
      told.filter(([body, role]) => [ACCUSED, KEEPER, 'city-housing'].includes(body ?? '') || role !== 'sealed'),
    ).toEqual([]);
  });

  it('E27: an urgent report of a sealed one is told in the words of every other', async () => {
    const head = await city.officer('d01-petition', 'head');
    await well(head.post(`/api/submissions/${plain.number}/danger`, { kinds: ['grave'] }));
    const report = { ...URGENT, competent: ['d01-housing'] };
    const messages = await sentBy(() => well(head.post(`/api/submissions/${plain.number}/report-urgently`, report)));
    expect(messages.length).toBeGreaterThan(2);
    const all = (await listMessages(city.ledger, 1_000)).filter(({ text }) => text.includes('专报'));
    const texts = all.map((one) => withoutNumber(one, one.text.includes(sealed) ? sealed : plain.number));
    expect(all.some(({ text }) => text.includes(sealed))).toBe(true);
    expect(new Set(texts).size).toBe(1);
  });

  it.each([undefined, ...TOLD_OF])(
    'E27: of %s whoever wrote a report is told nothing, whoever wrote anything else is',
    async (what) => {
      expect(await sentBy(() => tell(`${sealed}-1`, what))).toEqual([]);
      const [one, ...more] = await sentBy(() => tell(plain.matter, what));
      expect([one?.to, more]).toEqual(['13900001101', []]);
      expect(one?.text).toContain(plain.number);
    },
  );

  it('no message of any kind says what, about whom, from whom or by which way', async () => {
    const messages = await listMessages(city.ledger, 1_000);
    expect(messages.length).toBeGreaterThan(TOLD_OF.length + 5);
    const words = tellingWords();
    expect(words.length).toBeGreaterThan(60);
    const telling = messages.flatMap(({ text }) =>
      words.filter((word) => text.includes(word)).map((word) => `${word}: ${text}`),
    );
    expect(telling).toEqual([]);
  });
});
