import { array, assert, constantFrom, property, record, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCitation } from '../../domain/articles.ts';
import { ROUTES, type Route } from '../../domain/vocabulary.ts';
import { LED_ROUTES } from './acceptance.rules.ts';
import { NOTICE_PARTS, PROCEDURE_FACTS, PROCEDURE_KINDS, proceduresOf, usualNotice } from './procedures.texts.ts';
import { nextQuestion, noticeFor, refill, routeOf, type SortingAnswers, withAnswer } from './sorting.rules.ts';
import { type QuestionId, SORTING_QUESTIONS } from './sorting.texts.ts';

interface Path {
  readonly asked: readonly string[];
  readonly answers: SortingAnswers;
}

/** Every way through the tree. */
function paths(from: Path = { asked: [], answers: {} }): readonly Path[] {
  const question = nextQuestion(from.answers);
  if (question === undefined) return [from];
  return question.options.flatMap(({ value }) =>
    paths({ asked: [...from.asked, question.id], answers: withAnswer(from.answers, question.id, value) }),
  );
}

/* The keys of a table are its ids. */
const QUESTION_IDS = Object.keys(SORTING_QUESTIONS) as QuestionId[];
const CLAIM: SortingAnswers = { purpose: 'claim' };
const NOT_LED: SortingAnswers = { ...CLAIM, justice: 'no', arbitration: 'no', party: 'no', administrative: 'no' };

describe('the tree', () => {
  const all = paths();

  test('every complete path ends in exactly one route', () => {
    for (const { answers, asked } of all) {
      expect(nextQuestion(answers)).toBeUndefined();
      expect(ROUTES).toContain(routeOf(answers)?.route);
      expect(new Set(asked).size).toBe(asked.length);
    }
  });

  test('every route and every procedure is reached, and every question is asked', () => {
    expect(new Set(all.map(({ answers }) => routeOf(answers)?.route))).toEqual(new Set(ROUTES));
    const kinds = all.map(({ answers }) => routeOf(answers)?.procedure?.kind).filter((kind) => kind !== undefined);
    expect(new Set(kinds)).toEqual(new Set(PROCEDURE_KINDS));
    expect(new Set(all.flatMap(({ asked }) => asked))).toEqual(new Set(Object.keys(SORTING_QUESTIONS)));
  });

  test('it is short: nobody answers more than seven questions', () => {
    expect(Math.max(...all.map(({ asked }) => asked.length))).toBeLessThanOrEqual(7);
  });

  test('while a question is open there is no route', () => {
    for (const { asked, answers } of all) {
      const half = Object.fromEntries(Object.entries(answers).slice(0, -1)) as SortingAnswers;
      expect(routeOf(half)).toBeUndefined();
      expect(nextQuestion(half)?.id).toBe(asked.at(-1));
    }
  });

  test('every question and every result stands on an article that is there', () => {
    for (const { citations } of Object.values(SORTING_QUESTIONS)) {
      expect(citations.length).toBeGreaterThan(0);
      for (const citation of citations) expect(findCitation(citation), citation).toBeDefined();
    }
    for (const { answers } of all) {
      const sorted = routeOf(answers);
      expect(sorted?.article).toBe(`regulation:${sorted?.route}`);
      expect(findCitation(sorted?.article ?? '')).toBeDefined();
    }
  });

  test('every sentence is there in both languages', () => {
    for (const { answers } of all) {
      const sorted = routeOf(answers);
      const said = [sorted?.reason, sorted?.clock, sorted?.remedy, ...Object.values(sorted?.procedure ?? {})];
      for (const one of said) {
        if (typeof one !== 'object') continue;
        expect(one.zh).not.toBe('');
        expect(one.en).not.toBe('');
      }
    }
  });
});

describe('in the order of the Regulation', () => {
  test('the purpose comes first', () => {
    expect(nextQuestion({})?.id).toBe('purpose');
    expect(routeOf({ purpose: 'suggestion', justice: 'yes' })?.route).toBe('29');
    expect(routeOf({ purpose: 'report', duty: 'yes' })?.route).toBe('30');
  });

  test('a claim is asked for 31(1) to 31(6) one after the other', () => {
    const asked = paths().find(({ answers }) => routeOf(answers)?.route === '31(6)')?.asked;
    expect(asked).toEqual(['purpose', 'justice', 'arbitration', 'party', 'administrative', 'duty']);
  });

  test('the first that holds decides, whatever else holds', () => {
    const everything: SortingAnswers = {
      purpose: 'claim',
      justice: 'yes',
      'justice-kind': 'civil-suit',
      arbitration: 'yes',
      'arbitration-kind': 'labour',
      party: 'yes',
      'party-kind': 'party-appeal',
      administrative: 'yes',
      'administrative-kind': 'reconsideration',
      own: 'no',
      duty: 'yes',
    };
    const order: readonly [keyof SortingAnswers, Route][] = [
      ['justice', '31(1)'],
      ['arbitration', '31(2)'],
      ['party', '31(3)'],
      ['administrative', '31(4)'],
      ['duty', '31(5)'],
    ];
    let answers = everything;
    for (const [question, route] of order) {
      expect(routeOf(answers)?.route).toBe(route);
      answers = { ...answers, [question]: 'no' };
    }
    expect(routeOf(answers)?.route).toBe('31(6)');
  });
});

describe('what follows', () => {
  test('31(6) alone has the 60 days and the review; 31(5) has two months, and suit', () => {
    const petition = routeOf({ ...NOT_LED, duty: 'no' });
    expect(petition?.clock.zh).toContain('60日');
    expect(petition?.remedy.zh).toContain('复查');
    const duty = routeOf({ ...NOT_LED, duty: 'yes' });
    expect(duty?.clock.zh).toContain('两个月');
    expect(duty?.remedy.zh).toContain('不走复查');
  });

  test('a report never goes to whom it accuses', () => {
    expect(routeOf({ purpose: 'report' })?.reason.zh).toContain('不得透露');
  });

  test('31(1) to 31(4) name body, limit and papers, and warn that no limit stops', () => {
    for (const { answers } of paths()) {
      const sorted = routeOf(answers);
      const isLed = LED_ROUTES.some((route) => route === sorted?.route);
      expect(sorted?.procedure !== undefined).toBe(isLed);
      if (isLed) expect(sorted?.procedure?.warning.zh).toContain('不能使');
    }
  });

  test('labour has one year, rural land two, reconsideration sixty days', () => {
    const arbitration: SortingAnswers = { ...CLAIM, justice: 'no', arbitration: 'yes' };
    expect(routeOf({ ...arbitration, 'arbitration-kind': 'labour' })?.procedure?.limit.zh).toContain('一年内');
    expect(routeOf({ ...arbitration, 'arbitration-kind': 'land' })?.procedure?.limit.zh).toContain('二年内');
    expect(PROCEDURE_FACTS.reconsideration.limit.zh).toContain('六十日内');
  });

  test('an organ that is itself competent starts the procedure and sends nobody away', () => {
    const administrative: SortingAnswers = {
      ...NOT_LED,
      administrative: 'yes',
      'administrative-kind': 'licence',
    };
    expect(nextQuestion(administrative)?.id).toBe('own');
    const own = routeOf({ ...administrative, own: 'yes' });
    const other = routeOf({ ...administrative, own: 'no' });
    expect([own?.route, other?.route]).toEqual(['31(4)', '31(4)']);
    expect(own?.reason.zh).toContain('本单位直接启动');
    expect(own && noticeFor(own)?.body).toContain('不用再去别处');
    expect(other && noticeFor(other)?.body).toBe(PROCEDURE_FACTS.licence.body.zh);
  });
});

describe('the notice', () => {
  test('every part fits the field it is filled into', () => {
    for (const route of LED_ROUTES) {
      expect(proceduresOf(route).length).toBeGreaterThan(0);
      for (const part of NOTICE_PARTS) {
        expect(usualNotice(route)[part]).not.toBe('');
        expect(usualNotice(route)[part].length).toBeLessThanOrEqual(500);
      }
    }
  });

  test('what was typed by hand stays, what was filled in follows', () => {
    const text = string({ maxLength: 6 });
    const notice = record({ body: text, limit: text, materials: text });
    assert(
      property(notice, notice, notice, (typed, filled, next) => {
        const after = refill({ typed, filled, next });
        for (const part of NOTICE_PARTS) {
          const byHand = typed[part].trim() !== '' && typed[part] !== filled[part];
          expect(after[part]).toBe(byHand ? typed[part] : next[part]);
        }
      }),
    );
  });
});

test('answers that are not offered, or come in any order, never break it', () => {
  const id = constantFrom(...QUESTION_IDS);
  const value = constantFrom('yes', 'no', 'claim', 'report', 'labour', 'licence', '', '不是');
  assert(
    property(array(record({ id, value }), { maxLength: 20 }), (given) => {
      const answers = given.reduce<SortingAnswers>((all, one) => withAnswer(all, one.id, one.value), {});
      expect(nextQuestion(answers) === undefined).toBe(routeOf(answers) !== undefined);
    }),
  );
});
