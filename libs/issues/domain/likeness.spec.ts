import fc from 'fast-check';
import { likeness } from './likeness.js';

describe('how alike two narratives are', () => {
  it('is more for the same trouble in other words than for another trouble', () => {
    const one = '夜間に麻薬を届けられる薬局がなく、翌朝まで痛みが続いた。';
    const same = '夜間は麻薬を届ける薬局が見つからず、痛みが朝まで続いた。';
    const other = '退院の連絡がケアマネジャーに届かなかった。';
    expect(likeness(one, same)).toBeGreaterThan(likeness(one, other));
  });

  it('is 100 for the same, however it is spelled, 0 where nothing is shared, and the same both ways', () => {
    expect(likeness('ヤッキョク。', 'やっきょく')).toBe(100);
    expect(likeness('薬局', '訪問')).toBe(0);
    expect(likeness('', '')).toBe(0);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        expect(likeness(a, b)).toBe(likeness(b, a));
        expect(likeness(a, b)).toBeLessThanOrEqual(100);
      }),
    );
  });
});
