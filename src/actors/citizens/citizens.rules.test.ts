import { describe, expect, it } from 'vitest';
import { digitsOf, maskedPhone } from './citizens.rules.ts';

describe('a phone and its code', () => {
  it('shows of a mobile number the first three and the last four digits', () => {
    expect(maskedPhone('13900009912')).toBe('139 **** 9912');
  });

  it.each(['012345', ' 012 345 ', '０１２３４５', '012-345'])('takes the code typed as %s', (typed) => {
    expect(digitsOf(typed)).toBe('012345');
  });

  it('keeps zeros, and what is no code stays none', () => {
    expect(digitsOf('000000')).toBe('000000');
    expect(digitsOf('没收到')).toBe('');
  });
});
