import { Buffer } from 'node:buffer';
import { escapeHtml } from '../../src/platform/http/html.ts';

/** Every form in which a word may leave a server: as it is, and as JSON, HTML, addresses, base64 and hex write it. */
export function formsOf(word: string): readonly string[] {
  const bytes = Buffer.from(word);
  const hex = bytes.toString('hex');
  const units = (write: (unit: string) => string): string =>
    [...word].map((one) => (one > '~' ? write(one) : one)).join('');
  const point = (one: string): number => one.codePointAt(0) ?? 0;
  const unicode = units((one) => `\\u${point(one).toString(16).padStart(4, '0')}`);
  const percent = encodeURIComponent(word);
  return [
    ...new Set([
      word,
      escapeHtml(word),
      unicode,
      unicode.replace(/\\u[\da-f]+/g, (one) => `\\u${one.slice(2).toUpperCase()}`),
      units((one) => `&#${point(one)};`),
      units((one) => `&#x${point(one).toString(16)};`),
      units((one) => `&#x${point(one).toString(16).toUpperCase()};`),
      percent,
      percent.toLowerCase(),
      hex,
      hex.toUpperCase(),
      ...[0, 1, 2].flatMap((shift) => inBase64(bytes, shift)),
    ]),
  ];
}

/** What is the same of the word in base64 whatever stands before and after it, `shift` bytes into a group of three. */
function inBase64(bytes: Buffer, shift: number): readonly string[] {
  const shifted = Buffer.concat([Buffer.alloc(shift), bytes]);
  const [from, to] = [Math.ceil((shift * 4) / 3), Math.floor((shifted.length * 4) / 3)];
  return (['base64', 'base64url'] as const).map((form) => shifted.toString(form).slice(from, to));
}

/** Which of these words stand in a text, in any form. */
export function detectorOf(words: readonly string[]): (text: string) => readonly string[] {
  const all = words.map((word) => ({ word, forms: formsOf(word) }));
  return (text) => all.filter(({ forms }) => forms.some((form) => text.includes(form))).map(({ word }) => word);
}
