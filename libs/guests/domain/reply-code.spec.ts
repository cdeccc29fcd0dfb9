import { CODE_DIGITS, codeTyped, MOST_RANDOM, replyCode, spoken } from './reply-code.js';

describe('a reply code', () => {
  const codes = [0, 7, 12_345_678, 90_807_060, MOST_RANDOM - 1].map(replyCode);

  it('is nine digits, told in threes', () => {
    for (const code of codes) expect(code).toMatch(/^\d{9}$/);
    expect(spoken(replyCode(12_345_678))).toMatch(/^123-456-78\d$/);
  });

  it('is taken as people type it', () => {
    for (const code of codes) {
      const wide = [...code].map((digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0)).join('');
      for (const typed of [
        code,
        spoken(code),
        ` ${code} `,
        wide,
        code.replaceAll(/(\d{3})/g, '$1　'),
        code.replace(/^.../, '$&ー'),
      ])
        expect(codeTyped(typed)).toBe(code);
    }
  });

  it('is not taken with any digit wrong, or two neighbors changed', () => {
    for (const code of codes)
      for (let at = 0; at < CODE_DIGITS; at++) {
        for (let other = 0; other < 10; other++)
          if (String(other) !== code[at])
            expect(codeTyped(code.slice(0, at) + String(other) + code.slice(at + 1))).toBeUndefined();
        const [a = '', b = ''] = code.slice(at, at + 2);
        if (a !== b && b !== '') expect(codeTyped(code.slice(0, at) + b + a + code.slice(at + 2))).toBeUndefined();
      }
  });

  it('is nothing else', () => {
    for (const typed of ['', '12345678', '1234567890', 'abcdefghi', '12345678x'])
      expect(codeTyped(typed)).toBeUndefined();
  });
});
