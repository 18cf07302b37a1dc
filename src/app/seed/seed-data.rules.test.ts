import { describe, expect, it } from 'vitest';
import { bodies } from './bodies.ts';
import { categories } from './categories.ts';
import { divisions } from './divisions.ts';
import { citizens, people, type StaffRole, UNSIGNED } from './people.ts';
import { stories } from './stories-all.ts';
import { OPINION_STAGES, REVIEW_STAGES, STAGE_COUNTS, type Story, type StoryStage } from './stories-shape.ts';

const bodyById = new Map(bodies.map((body) => [body.id, body]));
const divisionCodes = new Set(divisions.map((division) => division.code));
const categoryCodes = new Set(categories.map((category) => category.code));

function repeated(list: readonly string[]): string[] {
  return list.filter((one, at) => list.indexOf(one) !== at);
}

function keysWhere(wrong: (story: Story) => boolean): string[] {
  return stories.filter(wrong).map((story) => story.key);
}

/** ISO 7064 MOD 11-2 digit by digit: another road to GB 11643 than the weights the seed uses. */
function checksOut(id: string): boolean {
  let rest = 0;
  for (const digit of id.slice(0, 17)) rest = ((rest + Number(digit)) * 2) % 11;
  return (rest + (id[17] === 'X' ? 10 : Number(id[17]))) % 11 === 1;
}

describe('places and categories of the demonstration city', () => {
  it('has 11 districts and 176 streets and towns, sixteen in each district', () => {
    const at = (level: string) => divisions.filter((division) => division.level === level);
    expect(at('district')).toHaveLength(11);
    expect(at('street')).toHaveLength(176);
    expect(at('village').length).toBeGreaterThanOrEqual(24);
    for (const { code } of at('district'))
      expect(at('street').filter(({ parent }) => parent === code)).toHaveLength(16);
  });

  it('gives every place its own code and name, under a parent it shares digits with', () => {
    expect(repeated(divisions.map(({ code }) => code))).toEqual([]);
    expect(repeated(divisions.map(({ name }) => name.zh))).toEqual([]);
    expect(repeated(divisions.map(({ name }) => name.en))).toEqual([]);
    const widths = { city: 6, district: 6, street: 9, village: 12 };
    for (const { code, parent, level, name } of divisions) {
      expect(code).toMatch(/^99\d+$/);
      expect(code).toHaveLength(widths[level]);
      expect(name.en).toMatch(/^[A-Z][A-Za-z ]+$/);
      if (level !== 'city') expect(divisionCodes).toContain(parent);
      if (level === 'street' || level === 'village') expect(code.startsWith(parent ?? '?')).toBe(true);
    }
  });

  it('has the 17 first-level categories with 990000 for the rest', () => {
    expect(categories.filter(({ parent }) => parent === undefined)).toHaveLength(17);
    expect(categories.find(({ code }) => code === '990000')?.name.zh).toBe('其他');
    expect(repeated(categories.map(({ code }) => code))).toEqual([]);
    for (const { code, parent, name } of categories) {
      expect(code).toMatch(/^\d{6}$/);
      expect(name.en).toMatch(/^[A-Z][A-Za-z ,-]+$/);
      if (parent !== undefined) expect(categoryCodes).toContain(parent);
    }
  });
});

describe('bodies of the demonstration city', () => {
  it('have ids, letters, telephones and names of their own', () => {
    expect(repeated(bodies.map(({ id }) => id))).toEqual([]);
    expect(repeated(bodies.map(({ code }) => code))).toEqual([]);
    expect(repeated(bodies.map(({ phone }) => phone))).toEqual([]);
    expect(repeated(bodies.map(({ name }) => name.zh))).toEqual([]);
    for (const { id, phone } of bodies) {
      expect(id).toMatch(/^[a-z][a-z0-9-]+$/);
      expect(phone).toMatch(/^0900-868 \d{4}$/);
    }
  });

  it('stand under known parents, which come first, and serve known places and subjects', () => {
    const seen = new Set<string>();
    for (const body of bodies) {
      if (body.parent !== undefined) expect(seen).toContain(body.parent);
      expect(divisionCodes).toContain(body.division);
      for (const subject of body.subjects) expect(categoryCodes).toContain(subject);
      for (const superior of body.superiors ?? []) expect(bodyById.has(superior)).toBe(true);
      seen.add(body.id);
    }
  });

  it('give every department and street below the city someone to review it (条例 35)', () => {
    for (const body of bodies) {
      if (body.level === 'district' && body.kind === 'department') expect(body.superiors).toHaveLength(2);
      if (body.level !== 'city') expect(body.superiors?.length).toBeGreaterThan(0);
    }
    expect(bodies.filter(({ kind }) => kind === 'street')).toHaveLength(176);
  });
});

describe('people of the demonstration city', () => {
  it('fill every role, from a known body, with a login of their own', () => {
    const wanted: StaffRole[] = [
      'clerk',
      'dispatcher',
      'handler',
      'head',
      'supervisor',
      'leader',
      'reviewer',
      'analyst',
      'admin',
      'security',
      'auditor',
      'sealed',
    ];
    expect(wanted.filter((role) => !people.some(({ roles }) => roles.includes(role)))).toEqual([]);
    expect(repeated(people.map(({ login }) => login))).toEqual([]);
    for (const { body, login } of people) {
      expect(bodyById.has(body)).toBe(true);
      expect(login).toMatch(/^[a-z]+$/);
    }
  });

  it('keep the three administrators apart from everything else', () => {
    for (const role of ['admin', 'security', 'auditor'] as const) {
      const holders = people.filter(({ roles }) => roles.includes(role));
      expect(holders.map(({ roles }) => roles)).toEqual([[role]]);
    }
  });

  it('carry valid fictional ID numbers that fit the age, and telephones nobody shares', () => {
    const withId = citizens.filter(({ idNumber }) => idNumber !== undefined);
    expect(withId.length).toBeGreaterThanOrEqual(20);
    for (const { idNumber = '', age = 0 } of withId) {
      expect(idNumber).toMatch(/^990101\d{11}[\dX]$/);
      expect(checksOut(idNumber)).toBe(true);
      expect(Number(idNumber.slice(6, 10)) + age).toBe(2026);
    }
    expect(checksOut('11010519491231002X')).toBe(true);
    expect(checksOut('110105194912310021')).toBe(false);
    expect(repeated(citizens.map(({ name }) => name))).toEqual([]);
    expect(repeated(citizens.map(({ phone }) => phone).filter((phone) => phone !== ''))).toEqual([]);
    for (const { phone } of citizens) expect(phone).toMatch(/^(1390000\d{4})?$/);
  });
});

describe('the 200 petitions', () => {
  it('stand at every stage, in the numbers planned', () => {
    const counted: Partial<Record<StoryStage, number>> = {};
    for (const { stage } of stories) counted[stage] = (counted[stage] ?? 0) + 1;
    expect(stories).toHaveLength(200);
    expect(counted).toEqual(STAGE_COUNTS);
  });

  it('refer to places, categories, people and bodies that exist', () => {
    expect(repeated(stories.map(({ key }) => key))).toEqual([]);
    expect(keysWhere(({ division }) => !divisionCodes.has(division) || division.length < 9)).toEqual([]);
    expect(keysWhere(({ category }) => !categoryCodes.has(category))).toEqual([]);
    expect(keysWhere(({ citizen }) => citizens[citizen] === undefined)).toEqual([]);
    expect(keysWhere(({ target }) => !bodyById.has(target))).toEqual([]);
  });

  it('go to the city or to a body of the place where it happened', () => {
    const elsewhere = keysWhere(({ target, division }) => {
      const body = bodyById.get(target);
      return body?.level !== 'city' && body?.division.slice(0, 6) !== division.slice(0, 6);
    });
    expect(elsewhere).toEqual([]);
  });

  it('read as whole letters, each its own', () => {
    expect(keysWhere(({ title }) => [...title].length > 40)).toEqual([]);
    expect(keysWhere(({ text }) => [...text].length < 80 || [...text].length > 400)).toEqual([]);
    expect(repeated(stories.map(({ text }) => text))).toEqual([]);
    expect(keysWhere(({ text, title, requests }) => /[{}]/.test(text + title + requests.join('')))).toEqual([]);
    expect(keysWhere(({ requests }) => requests.length < 1 || requests.length > 3)).toEqual([]);
  });

  it('are answered request by request once drafted, and only then (条例 32)', () => {
    expect(keysWhere(({ stage, opinion }) => OPINION_STAGES.includes(stage) !== (opinion !== undefined))).toEqual([]);
    expect(
      keysWhere(({ opinion, requests }) => opinion !== undefined && opinion.items.length !== requests.length),
    ).toEqual([]);
    expect(keysWhere(({ opinion, route }) => opinion !== undefined && route !== '31(6)')).toEqual([]);
    const items = stories.flatMap(({ opinion }) => opinion?.items ?? []);
    for (const item of items) {
      expect(item.finding + item.basis + item.answer).not.toMatch(/[{}]/);
      expect(item.basis.length).toBeGreaterThan(5);
      expect(item.dueInDays !== undefined).toBe(item.verdict === 'support');
    }
    expect(new Set(items.map(({ verdict }) => verdict)).size).toBe(3);
  });

  it('are rated at the end only, with a reason where the rating is bad', () => {
    expect(keysWhere(({ stage, rating }) => (stage === 'rated') !== (rating !== undefined))).toEqual([]);
    expect(keysWhere(({ rating }) => rating?.responsibleBody === 'unsatisfied' && rating.reason === undefined)).toEqual(
      [],
    );
  });

  it('name a reviewer above the body that answered, and a reason, in review only (条例 35)', () => {
    expect(keysWhere(({ stage, review }) => REVIEW_STAGES.includes(stage) !== (review !== undefined))).toEqual([]);
    const reviewed = stories.filter(({ review }) => review !== undefined);
    expect(reviewed).toHaveLength(3);
    for (const { review, target } of reviewed) {
      expect(bodyById.get(target)?.superiors).toContain(review?.reviewer);
      expect(people.some(({ body, roles }) => body === review?.reviewer && roles.includes('reviewer'))).toBe(true);
    }
    expect(keysWhere(({ final, stage }) => final === true && stage !== 'not-accepted')).toEqual([]);
    expect(stories.filter(({ final }) => final)).toHaveLength(1);
  });

  it('carry a route from acceptance on, and words where a body or the petitioner turned them', () => {
    const turned: StoryStage[] = [
      'objected',
      'returned',
      'not-accepted',
      'routed-out',
      'withdrawn',
      'answered-directly',
    ];
    expect(keysWhere(({ stage, remark }) => turned.includes(stage) && remark === undefined)).toEqual([]);
    const routed: StoryStage[] = ['accepted', 'handling', 'extended', 'routed-out', ...OPINION_STAGES];
    expect(keysWhere(({ stage, route }) => routed.includes(stage) && route === undefined)).toEqual([]);
    const out = stories.filter(({ stage }) => stage === 'routed-out').map(({ route }) => route);
    expect(out.every((route) => route !== undefined && /^31\([1-5]\)$/.test(route))).toBe(true);
  });

  it('keep reports with the discipline bodies, never with the place complained of (条例 30)', () => {
    const reports = stories.filter(({ purpose }) => purpose === 'report');
    expect(reports).toHaveLength(3);
    for (const { target } of reports) expect(bodyById.get(target)?.kind).toBe('discipline');
  });

  it('include suggestions, two group visits, an unsigned letter and repeats of the same person', () => {
    expect(stories.filter(({ purpose }) => purpose === 'suggestion')).toHaveLength(8);
    const groups = stories.filter(({ channel, petitioners }) => channel === 'visit' && petitioners >= 5);
    expect(groups.map(({ petitioners }) => petitioners).toSorted((a, b) => b - a)).toEqual([12, 7]);
    expect(keysWhere(({ anonymous, citizen }) => (anonymous === true) !== (citizen === UNSIGNED))).toEqual([]);
    expect(stories.some(({ anonymous }) => anonymous)).toBe(true);
    const repeats = stories.filter((story) => story.repeats !== undefined);
    expect(repeats.length).toBeGreaterThanOrEqual(2);
    for (const story of repeats) {
      const earlier = stories.find(({ key }) => key === story.repeats);
      expect(earlier?.citizen).toBe(story.citizen);
      expect(earlier?.daysAgo).toBeGreaterThan(story.daysAgo);
    }
  });

  it('come oldest first, some in time, some late on the 15 and 60 day clocks', () => {
    const ages = stories.map(({ daysAgo }) => daysAgo);
    expect(ages).toEqual(ages.toSorted((a, b) => b - a));
    const registered = stories.filter(({ stage }) => stage === 'registered').map(({ daysAgo }) => daysAgo);
    expect(registered.some((days) => days > 15) && registered.some((days) => days <= 15)).toBe(true);
    const handling = stories.filter(({ stage }) => stage === 'handling').map(({ daysAgo }) => daysAgo);
    expect(handling.some((days) => days > 90) && handling.some((days) => days < 40)).toBe(true);
  });
});
