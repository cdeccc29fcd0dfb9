import { isOfThisComputer, publicOrigin } from './public-origin.ts';

describe('the address of an invitation', () => {
  it.each([
    ['https://tsunagi.example.jp', 'http://127.0.0.1:3000', 'https://tsunagi.example.jp'],
    ['http://localhost:3000', 'http://192.0.2.7:3000', 'http://192.0.2.7:3000'],
    ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
  ])('said to be %s, and made at %s, is %s', (said, ours, whole) => {
    expect(publicOrigin(said, ours)).toBe(whole);
  });

  it.each(['http://localhost:3000/join#01.x', 'http://127.0.0.1/join', 'http://[::1]:3000/join'])(
    'opens on no telephone where it is %s',
    (link) => {
      expect(isOfThisComputer(link)).toBe(true);
    },
  );

  it('opens anywhere where it is public', () => {
    expect(isOfThisComputer('https://tsunagi.example.jp/join#01.x')).toBe(false);
  });
});
