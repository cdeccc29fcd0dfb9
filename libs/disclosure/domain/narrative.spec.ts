import fc from 'fast-check';
import { tellsOf, type Whom } from './narrative.js';

const hanako: Whom = {
  name: '髙橋 花子',
  kana: 'タカハシ ハナコ',
  birthDate: '1938-04-01',
  address: '北海道富良野市弥生町1-23 コーポふらの201',
};

describe('what a narrative still tells', () => {
  it.each([
    ['高橋さんは一人暮らしで、夜間の対応先がない。', 'name'],
    ['娘が「花子は」と話した。', 'name'],
    ['髙 橋 花 子の件。', 'name'],
    ['ﾀｶﾊｼ様の退院後の件。', 'kana'],
    ['たかはしはなこさんの件。', 'kana'],
    ['弥生町の住宅で、冬は除雪が届かない。', 'address'],
    ['コーポふらのには手すりがない。', 'address'],
    ['１－２３の家まで救急車が入れない。', 'address'],
    ['昭和13年4月1日生まれの方。', 'birth_date'],
    ['S13.4.1生。', 'birth_date'],
    ['1938/4/1生まれ。', 'birth_date'],
    ['家族（0167-22-1234）に連絡した。', 'telephone'],
  ])('%s', (text, tells) => {
    expect(tellsOf(text, [hanako])).toEqual([tells]);
  });

  it.each([
    '80代の独居の方。夜間に訪問できる薬局がなく、麻薬の受け渡しができなかった。',
    '富良野市では、退院後の口腔ケアを頼む先がはっきりしない。',
    '2025年4月1日からの制度。',
  ])('says nothing of %s', (text) => {
    expect(tellsOf(text, [hanako])).toEqual([]);
  });

  it('finds a name of one character where somebody is addressed by it, and not in every wood', () => {
    const hayashi: Whom = { name: '林 さと', kana: 'ハヤシ サト' };
    expect(tellsOf('林さんは独居。', [hayashi])).toEqual(['name']);
    expect(tellsOf('森林組合の方に頼んだ。里山の家。', [hayashi])).toEqual([]);
    expect(tellsOf('サトさんは独居。', [hayashi])).toContain('kana');
  });

  it('finds a name that was typed without a space', () => {
    expect(tellsOf('山田さんの件', [{ name: '山田太郎' }])).toEqual(['name']);
    expect(tellsOf('太郎さんの件', [{ name: '山田太郎' }])).toEqual(['name']);
  });

  it('finds a name wherever it stands, in any width and glyph, and any of several persons', () => {
    const plain = fc.stringMatching(/^[あいうえお、。介護退院]{0,12}$/);
    const spelled = fc.constantFrom('髙橋花子', '高橋花子', '高橋 花子', 'タカハシ', 'ﾀｶﾊｼ', 'たかはし', '花子');
    fc.assert(
      fc.property(plain, spelled, plain, (before, name, after) => {
        expect(tellsOf(before + name + after, [{ name: '佐藤 一' }, hanako])).not.toEqual([]);
      }),
    );
  });
});
