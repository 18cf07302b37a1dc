import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRecordCode, sayRecordCode } from './record-code.rules.ts';

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'));

describe('the record code', () => {
  it('is read as it is said, whatever people put between and however they write it', () => {
    fc.assert(
      fc.property(hash, fc.constantFrom(' ', '-', '', ' - '), fc.boolean(), (of, between, large) => {
        const said = sayRecordCode(of);
        expect(said).toMatch(/^([0-9a-f]{4} ){5}[0-9a-f]{4}$/);
        const typed = said.replaceAll(' ', between);
        expect(readRecordCode(large ? typed.toUpperCase() : typed)).toBe(of.slice(0, 24));
        expect(readRecordCode(of)).toBe(of);
      }),
    );
  });

  it.each(['', '12', 'g'.repeat(24), 'a'.repeat(23), 'a'.repeat(65), '<script>'])('is not %s', (typed) => {
    expect(readRecordCode(typed)).toBeUndefined();
  });
});
