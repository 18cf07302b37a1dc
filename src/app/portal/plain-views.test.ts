import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { drawQr } from '../../platform/qr/qr.ts';
import { TextField } from '../../ui/plain/fields.tsx';
import { withQuery } from '../../ui/plain/page.tsx';
import { Ruler } from '../../ui/plain/parts.tsx';
import { ProblemSummary, titleWith } from '../../ui/plain/problems.tsx';
import { splitPhrases } from '../../ui/plain/seams.tsx';
import { ownAddress } from './reading-routes.tsx';
import { STYLE_BYTES, squeeze } from './style.ts';

const wrong = [{ field: 'name', said: { zh: '请写姓名', en: 'Write your name' } }];

describe('the parts pages are made of', () => {
  it('leads from the summary to the field, and the field says what it is about', () => {
    const summary = renderToStaticMarkup(createElement(ProblemSummary, { problems: wrong, lang: 'zh' }));
    expect(summary).toContain('autofocus=""');
    expect(summary).toContain('href="#name"');
    const field = renderToStaticMarkup(
      createElement(TextField, {
        name: 'name',
        label: '姓名',
        lang: 'zh',
        problems: wrong,
        value: '<b>',
        maxLength: 50,
      }),
    );
    expect(field).toContain('aria-describedby="name-wrong"');
    expect(field).toContain('aria-invalid="true"');
    expect(field).toContain('value="&lt;b&gt;"');
    expect(titleWith('您是谁', wrong, 'zh')).toBe('要改一处：您是谁');
  });

  it('breaks headings at phrases and loses no sign', () => {
    const said = '云岭县自然资源局没有按时书面答复您，已经迟了15天';
    expect(splitPhrases(said)).toEqual(['云岭县自然资源局', '没有按时', '书面答复您，', '已经迟了15天']);
    expect(splitPhrases(said).join('')).toBe(said);
  });

  it('draws rulers without style attributes', () => {
    expect(renderToStaticMarkup(createElement(Ruler, { share: 0.426, late: false }))).not.toContain('style=');
  });

  it('keeps the rest of an address', () => {
    expect(withQuery('/law?q=a&lang=zh', 'lang', 'en')).toBe('/law?q=a&lang=en');
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'law', '', undefined, `/${'a'.repeat(400)}`])(
    'comes back to its own pages only: %s',
    (given) => expect(ownAddress(given)).toBe('/'),
  );

  it('comes back where it was', () => expect(ownAddress('/law?q=%E5%A4%8D')).toBe('/law?q=%E5%A4%8D'));

  it('draws the same QR code for the same address, within its square', () => {
    const { size, path } = drawQr('https://huiying.nanjiang.example/follow');
    expect(size).toBeGreaterThanOrEqual(25);
    expect(path).toMatch(/^(M\d+ \d+h\d+v1h-\d+z)+$/);
    expect(drawQr('https://huiying.nanjiang.example/follow').path).toBe(path);
  });

  it('sends at most 12 KB of style', () => {
    expect(STYLE_BYTES).toBeLessThanOrEqual(12 * 1024);
    expect(squeeze('a { color : red ; }\n/* x */ b > c { margin: 0 auto; }')).toBe('a{color :red}b > c{margin:0 auto}');
  });
});
