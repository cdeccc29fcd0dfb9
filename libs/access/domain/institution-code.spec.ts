import { codeTyped, institutionCode } from './institution-code.js';

describe('the code of an institution', () => {
  it.each([
    ['asahikawa-hp', 'asahikawa-hp'],
    [' Asahikawa-HP ', 'asahikawa-hp'],
    ['ＡＳＡＨＩＫＡＷＡ．example．jp', 'asahikawa.example.jp'],
    ['tsuji@asahikawa.example.jp', 'asahikawa.example.jp'],
  ])('typed as %s is %s', (typed, code) => {
    expect(institutionCode(typed)).toBe(code);
  });

  it.each(['', 'abc', '旭川病院', 'a b c d', '-abcd', 'abcd-', 'a'.repeat(65)])('is never %j', (typed) => {
    expect(() => institutionCode(typed)).toThrow(expect.objectContaining({ code: 'invalid_input' }));
  });

  it('of an address keeps nothing of who wrote it', () => {
    expect(codeTyped('"a@b"@c.example.jp')).toBe('c.example.jp');
  });
});
