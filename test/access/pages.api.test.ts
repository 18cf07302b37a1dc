import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressesOf, routesOf } from '../../src/platform/http/server.ts';
import { letterOf, registered, type Staff, staffOf, upTo, well } from '../life/steps.ts';
import { type EmptyCity, type Hand, openEmptyCity } from '../world/empty-city.ts';

/** Stands in one matter and nowhere else. */
const CANARY = '蓝鹦鹉阳台';

let city: EmptyCity;
let staff: Staff;
let mine: { number: string; code: string; matter: string };
let paper = '';
let petitioner: Hand;
let neighbour: Hand;

beforeAll(async () => {
  city = await openEmptyCity();
  staff = await staffOf(city);
  mine = await registered(staff, CANARY);
  await upTo('issued', staff, mine.matter);
  await well(
    staff.handler.post(`/api/matters/${mine.matter}/serve`, { assignment: 'a1', way: 'in-person', on: '2026-03-02' }),
  );
  const { json } = await well(staff.handler.get(`/api/matters/${mine.matter}`));
  paper = (json.instruments as { id: string; kind: string }[]).find(({ kind }) => kind === 'opinion')?.id ?? '';
  petitioner = await city.petitioner(mine.code, '1101');
  const theirs = await registered(staff, '对门的事');
  neighbour = await city.petitioner(theirs.code, '1101');
});
afterAll(() => city?.close());

/** Every address the server answers, from its own list. */
function addresses(): string[] {
  return [...new Set(addressesOf(city.server).map(({ path }) => path))];
}

/** Pages and files outside the contracts: open to anybody, or guarded by what follows in this file. */
const OPEN = [
  /^\/(access|size|guide|privacy|help|law|law\/:article|receipt|prove|prove\/check-proof\.mjs)?$/,
  /^\/style\//,
  /^\/file(\/|$)/,
  /^\/follow(\/leave)?$/,
  /^\/sign-on(\/back)?$/,
  /* To whoever is not signed in the door alone; what it shows to others is in src/app/mine. */
  /^\/mine(\/(code|add|keep|open|remove|delete|leave))?$/,
  /^\/desk(\/?\*|\/assets\/\*)?$/,
  /^\/desk\/print\/[\w-]+\.css$/,
  /^\/api(\/openapi\.json|\/page\.css|\/health)?$/,
];
const GUARDED = [
  ...['/desk/print/paper/:matter/:id', '/desk/print/registration/:number', '/desk/print/receipt/:number'],
  ...['/desk/print/reading/:matter', '/desk/print/ledger', '/api/files/:region/:id', '/outbox'],
  ...['/follow/:number', '/follow/:number/paper/:matter/:paper', '/follow/:number/papers', '/follow/:number/rate'],
  ...['/follow/:number/review', '/follow/:number/withdraw', '/follow/:number/take-back', '/follow/:number/recusal'],
  ...['/api/matters/:matter/papers/:paper', '/api/follow/:number/matters/:matter/papers/:paper'],
];

const filled = (address: string) =>
  address
    .replace(':matter', mine.matter)
    .replace(':number', mine.number)
    .replace(/:(id|paper)/, paper)
    .replace(':region', '990101');

describe('pages', () => {
  it('none is open that nobody thought of', () => {
    const declared = new Set(routesOf(city.server).map((route) => route.path as string));
    const others = addresses().filter((address) => !declared.has(address));
    expect(others.length).toBeGreaterThan(25);
    for (const address of GUARDED.filter((one) => /print|:paper|files/.test(one)))
      expect([address, declared.has(address)]).toEqual([address, true]);
    const unknown = others.filter((address) => !GUARDED.includes(address) && !OPEN.some((open) => open.test(address)));
    expect(unknown).toEqual([]);
  });

  it('what is open to anybody tells of no case', async () => {
    for (const address of addresses().filter((one) => OPEN.some((open) => open.test(one)))) {
      const { text, status } = await city.stranger.get(address.replace(':article', '22').replace(/\/?\*/, '/matters'));
      expect([address, status !== 500, text.includes(CANARY), text.includes(mine.number)]).toEqual([
        address,
        true,
        false,
        false,
      ]);
    }
  });

  it.each(GUARDED)('%s shows a stranger, a neighbour and another body nothing of it', async (address) => {
    const hands = [
      city.stranger,
      neighbour,
      await city.officer('d01-land', 'handler', 'head'),
      await city.officer('d02-petition', 'dispatcher'),
    ];
    for (const hand of [...hands, await city.officer('d01-petition', 'admin')]) {
      const { text } = await hand.get(filled(address));
      expect([address, text.includes(CANARY)]).toEqual([address, false]);
    }
  });

  it('and to whom it belongs, all of it', async () => {
    expect((await well(petitioner.get(`/follow/${mine.number}`))).text).toContain(CANARY);
    expect((await well(petitioner.get(filled('/follow/:number/paper/:matter/:paper')))).text).toContain('一个月内修好');
    expect((await well(staff.handler.get(filled('/desk/print/paper/:matter/:id')))).text).toContain('一个月内修好');
    expect((await well(staff.clerk.get(filled('/desk/print/registration/:number')))).text).toContain(CANARY);
    const theirs = await well(petitioner.get(filled('/api/follow/:number/matters/:matter/papers/:paper')));
    const ours = await well(staff.handler.get(filled('/api/matters/:matter/papers/:paper')));
    expect(theirs.text).toContain('一个月内修好');
    expect(theirs.json).toEqual(ours.json);
  });

  it('what anybody wrote is shown as they wrote it, and runs nowhere', async () => {
    const evil = '<img src=x onerror=alert(1)>"\'`</textarea><script>alert(2)</script>';
    const letter = letterOf(evil);
    letter.particulars.people = [{ name: evil.slice(0, 50), phone: '13900001101', address: evil }];
    const { json } = await well(city.stranger.post('/api/petitions', letter));
    const hand = await city.petitioner(String(json.code), '1101');
    const page = await well(hand.get(`/follow/${json.number}`));
    expect(page.text).toContain('&lt;img src=x onerror=alert(1)&gt;');
    for (const address of [
      `/follow/${json.number}`,
      `/desk/print/registration/${json.number}`,
      `/desk/print/receipt/${json.number}`,
    ]) {
      const { text } = await (address.startsWith('/follow') ? hand : staff.clerk).get(address);
      expect([address, text.includes('<img src=x'), text.includes('<script>alert')]).toEqual([address, false, false]);
    }
  });
});
