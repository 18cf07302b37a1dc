import { afterEach, describe, expect, it } from 'vitest';
import { ROLES } from '../../src/domain/vocabulary.ts';
import type { RouteContract } from '../../src/platform/http/route.contract.ts';
import { routesOf } from '../../src/platform/http/server.ts';
import { matterOf, well } from '../life/steps.ts';
import { type Browser, numbersOn, signedIn } from '../world/mine.ts';
import { schemaOf } from './canary-fill.ts';
import { lasting, sweep } from './canary-sweep.ts';
import { openWatchedCity, type WatchedCity } from './canary-world.ts';

/*
 * No endpoint lists persons by number, place or kind of their petitions. Two cities get the same four letters, in one all of
 * one person, in the other each of another; then every address is asked, with every parameter, by whoever has every post.
 * Were anything sorted, filtered, grouped or counted by person, one of the answers would differ.
 */

const FOUR = ['兰', '菊', '梅', '竹'];
const PLACES = ['990101001', '990101001', '990101002', '990102001'];
const PERSON = { name: '周桂兰', phone: '13900001101', address: '河湾街道柳荫里3号楼' };

let city: WatchedCity | undefined;
afterEach(async () => {
  await city?.close();
  city = undefined;
});

/** A city with four letters: of this many people. */
async function cityOf(people: 1 | 4): Promise<WatchedCity> {
  const made = await openWatchedCity();
  city = made;
  for (const [at, division] of PLACES.entries()) {
    const one = people === 1 ? 0 : at;
    const person = { ...PERSON, name: `周桂${FOUR[one]}`, phone: `1390000110${one + 1}` };
    const particulars = { people: [person], title: '楼顶漏水', text: '楼顶漏水三年，没人来修。', requests: ['修好'] };
    const clerk = await made.officer(at === 3 ? 'd02-petition' : 'd01-petition', 'clerk');
    const letter = { channel: 'letter', purpose: 'claim', division, particulars };
    await well(clerk.post('/api/submissions', { ...letter, matters: [matterOf('楼顶漏水')] }));
  }
  await made.settle();
  return made;
}

/** An answer in which everybody is the same person; the code on a receipt is a hash, scanned or typed. */
const ofAnybody = (text: string): string =>
  lasting(text)
    .replace(/周桂[兰菊梅竹]/g, '某')
    .replace(/1390000110\d|\*+110\d/g, '号')
    .replace(/<path d="[^"]*"|([\da-f]{4} ){5}[\da-f]{4}/g, '');

async function answersIn(made: WatchedCity): Promise<ReadonlyMap<string, string>> {
  const askers = [
    await made.asker('d01-petition', ...ROLES),
    await made.asker('city-petition', ...ROLES),
    await made.asker('d01-gov', ...ROLES),
  ];
  const about = { number: '990101-2026-000001', matter: '990101-2026-000001-1', paper: 'x', file: 'x' };
  const told = new Map<string, string>();
  /* The first page finds out what the city is called. */
  await made.nobody.ask('/');
  await sweep(made, askers, { words: ['周桂', '漏水'], about }, (asker, { name }, { status, text }) => {
    told.set(`${asker.name} ${name}`, `${status} ${ofAnybody(text)}`);
  });
  return told;
}

/**
 * The trail of one instant is in the order of random ids and names officers; the log's tree is of hashes; a question about
 * one person's earlier letters is asked on purpose, each is logged, and the next test says what it tells.
 */
const NOT_COMPARED = /\/api\/(audit|log\/|session)|\/earlier/;

describe('persons', () => {
  it('four letters of one person are told everywhere as four letters of four', async () => {
    const four = await answersIn(await cityOf(4));
    await city?.close();
    const one = await answersIn(await cityOf(1));
    expect(one.size).toBe(four.size);
    expect(one.size).toBeGreaterThan(400);
    const full = [...one.values()].filter((text) => text.includes('某') || text.includes('漏水'));
    expect(full.length).toBeGreaterThan(20);
    const other = [...one].filter(([at, text]) => !NOT_COMPARED.test(at) && four.get(at) !== text);
    const parts = other.map(([at, text]) => {
      const was = four.get(at) ?? '';
      const place = [...text].findIndex((_, index) => text[index] !== was[index]);
      return `${at} ${was.slice(place - 40, place + 60)} BUT ${text.slice(place - 40, place + 60)}`;
    });
    expect(parts).toEqual([]);
  });

  it('outside of one’s scope the question about a person tells number, body, since and state of the same matter alone', async () => {
    const made = await cityOf(1);
    const clerk = await made.officer('d03-petition', 'clerk');
    const asked = { people: [PERSON], title: '楼顶漏水', text: '楼顶漏水三年，没人来修。' };
    const { json, text } = await well(clerk.post('/api/persons/earlier', asked));
    const earlier = json.earlier as object[];
    expect(earlier.length).toBe(4);
    for (const one of earlier) expect(Object.keys(one).sort()).toEqual(['body', 'number', 'since', 'state', 'within']);
    expect(text).not.toMatch(/周桂|漏水|13900001101|柳荫里|letter|claim/);
    const another = { ...asked, title: '工资', text: '工厂欠了半年工资，老板不见了。' };
    expect((await well(clerk.post('/api/persons/earlier', another))).json.earlier).toEqual([]);
  });

  it('whoever signs in with the number of four letters is told of none, and then of the one they added', async () => {
    const made = await cityOf(1);
    const clerk = await made.officer('d01-petition', 'clerk');
    const particulars = { people: [PERSON], title: '路灯不亮', text: '路灯三年不亮。', requests: ['修好'] };
    const letter = { channel: 'letter', purpose: 'claim', division: '990101001', particulars };
    const fifth = await well(clerk.post('/api/submissions', { ...letter, matters: [matterOf('路灯不亮')] }));
    const { number, code } = fifth.json;
    const owner = await signedIn(made, PERSON.phone);
    const stranger = await signedIn(made, '13900009999');
    const listOf = async (one: Browser) => {
      const { json } = await one.send('GET', '/api/mine');
      return { petitions: json.petitions, shut: json.shut };
    };
    expect(await listOf(owner)).toEqual({ petitions: [], shut: [] });
    expect(await listOf(stranger)).toEqual(await listOf(owner));
    await well(owner.send('POST', '/api/mine/petitions', { code: String(code), fact: '1101' }));
    expect(await numbersOn(owner)).toEqual([number]);
    /* The same number anew, with the list deleted: nothing was remembered by it. */
    await well(owner.send('DELETE', '/api/mine'));
    expect(await numbersOn(await signedIn(made, PERSON.phone))).toEqual([]);
  });

  it('no parameter of any address asks for people, nor sorts or groups', async () => {
    city = await openWatchedCity();
    const asked = routesOf(city.server).flatMap((route: RouteContract) =>
      Object.keys(schemaOf(route.query).properties ?? {}).map((name) => `${route.path} ${name}`),
    );
    expect(asked.length).toBeGreaterThan(30);
    const suspicious =
      /(person|people|petitioner|name|phone|idNumber|address|times|repeat|sort|order|group|by|rank|who)$/i;
    /* The officer whose acts the auditor looks for. */
    expect(asked.filter((one) => suspicious.test(one))).toEqual(['/api/audit who']);
  });
});
