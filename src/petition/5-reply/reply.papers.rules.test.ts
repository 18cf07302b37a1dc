import { expect, it } from 'vitest';
import { opinionText } from './reply.papers.rules.ts';

function textWith(finding: string, basis: string): readonly string[] {
  return opinionText({
    number: '990101-2026-000001-1',
    title: '屋顶漏雨',
    receivedOn: '2026-03-11',
    acceptedOn: '2026-03-13',
    extendedDays: 0,
    route: '31(6)',
    items: [{ request: '修好屋顶', verdict: 'support', finding, basis, answer: '重做防水。' }],
    reviewers: [],
  }).map((paragraph) => paragraph.text);
}

it.each(['经查：', '经查，', ''])('says once that it was found, also where the handler wrote “%s”', (word) => {
  expect(textWith(`${word}卷材开裂。`, '《民法典》第九百四十二条。')).toContain('经查：卷材开裂。');
});

it.each(['依据：', ''])('names the basis once, also where the handler wrote “%s”', (word) => {
  expect(textWith('卷材开裂。', `${word}《民法典》第九百四十二条。`)).toContain('依据：《民法典》第九百四十二条。');
});

it('leaves words alone that only begin alike', () => {
  expect(textWith('经查实，卷材开裂。', '依据《民法典》第九百四十二条。')).toEqual(
    expect.arrayContaining(['经查实，卷材开裂。', '依据《民法典》第九百四十二条。']),
  );
});
