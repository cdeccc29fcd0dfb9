import { domainToASCII } from 'node:url';
import { addressOf, masked, type ContactKind } from './contact.js';

const kept = (kind: ContactKind, address: string) => addressOf(kind, { address }, domainToASCII).address;
const refused = (kind: ContactKind, address: string) => expect(() => kept(kind, address)).toThrow(/invalid_input/);

describe('an address', () => {
  it('of mail is kept as it is sent to; a domain that looks like another shows what it is (I16)', () => {
    expect(kept('email', ' yamada.taro+nurse@Example.JP ')).toBe('yamada.taro+nurse@example.jp');
    // The first letter is Cyrillic.
    expect(kept('email', 'info@аpple.example.com')).toBe('info@xn--pple-43d.example.com');
  });

  it.each([
    'a@b.c\r\nBcc:x@y.jp',
    '"a b"@x.jp',
    'a b@x.jp',
    `${'a'.repeat(65)}@x.jp`,
    `a@${'x'.repeat(320)}.jp`,
    'a@localhost',
    'a@[127.0.0.1]',
    'a@x.jp,b@y.jp',
    '@x.jp',
    'a@',
    '',
    '<a@x.jp>',
    'a@x..jp',
    '.a@x.jp',
  ])('of mail is refused: %j', (address) => refused('email', address));

  it('of a telephone is kept as its digits, and SMS goes to mobile ones only', () => {
    expect(kept('voice', '０１６７－２２－００００')).toBe('0167220000');
    expect(kept('sms', '+81 90-1234-5678')).toBe('09012345678');
    expect(kept('fax', '(0167)22-0001')).toBe('0167220001');
    refused('sms', '0167-22-0000');
    for (const none of ['110', '0167-22-000', '090-1234-5678, 080-1234-5678', 'abc']) refused('voice', none);
  });

  it.each(['file:///etc/passwd', 'gopher://x.jp', 'javascript:alert(1)', 'https://user:pw@x.jp/', 'x.jp', '//x.jp'])(
    'of a webhook is refused: %s',
    (address) => refused('webhook', address),
  );

  it('is shown as far as its owner knows it again', () => {
    expect(masked('email', 'yamada@example.jp')).toBe('ya***@example.jp');
    expect(masked('sms', '09012345678')).toBe('***5678');
    expect(masked('webhook', 'https://hooks.example.jp/secret/path')).toBe('hooks.example.jp');
  });
});
