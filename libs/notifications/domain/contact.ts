import { invalidInput, telephonesIn, unreachable } from '#kernel';

export const CONTACT_KINDS = ['email', 'sms', 'voice', 'fax', 'push', 'webhook', 'line_works'] as const;
/** By what a person is reached (連絡手段). */
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** Where a person is reached, as it lies in the personal-data store. */
export interface ContactAddress {
  /** Mail address, telephone number, URL, account: whatever the kind has. */
  readonly address: string;
  /** What signs webhooks. It is shown to its owner once, when it is made. */
  readonly secret?: string;
  /** What encrypts for this browser (Web Push). */
  readonly keys?: { readonly p256dh: string; readonly auth: string };
}

/** [D] Numbers of how contact points are verified. */
export const CONTACT_RULES = {
  /** A code can be typed in for so long. */
  codeMinutes: 30,
  /** And so often, before a new one has to be asked for. */
  codeTries: 5,
  /** One person has no more contact points than this. */
  most: 12,
} as const;

const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;
const LINE_WORKS_ACCOUNT = /^[A-Za-z0-9._-]{1,64}@[A-Za-z0-9-]{1,64}$/;
const P256DH = /^[A-Za-z0-9_-]{87}=?$/;
const AUTH = /^[A-Za-z0-9_-]{22}={0,2}$/;

/**
 * The address in the form that is kept and sent to. `asciiOf` spells a domain the way that DNS knows it: what looks like
 * another one shows (reliability.md I16).
 * @throws invalid_input on `address`
 */
export function addressOf(
  kind: ContactKind,
  { address: typed, keys }: Pick<ContactAddress, 'address' | 'keys'>,
  asciiOf: (domain: string) => string,
): ContactAddress {
  const address = typed.trim();
  switch (kind) {
    case 'email':
      return { address: mailAddress(address, asciiOf) };
    case 'sms':
    case 'voice':
    case 'fax':
      return { address: telephone(kind, address) };
    case 'line_works':
      if (!LINE_WORKS_ACCOUNT.test(address))
        throw wrong(
          'LINE WORKS のアカウントを「名前@会社」の形で入力してください。',
          'Give the LINE WORKS account as name@company.',
        );
      return { address };
    case 'webhook':
      return { address: urlOf(address).href };
    case 'push':
      if (!keys || !P256DH.test(keys.p256dh) || !AUTH.test(keys.auth))
        throw wrong(
          'このブラウザーの通知の登録が壊れています。もう一度許可してください。',
          'The subscription of this browser is broken. Allow notifications again.',
        );
      return { address: urlOf(address).href, keys };
    default:
      return unreachable(kind);
  }
}

function mailAddress(address: string, asciiOf: (domain: string) => string): string {
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const domain = asciiOf(address.slice(at + 1)).toLowerCase();
  if (at < 1 || local.length > 64 || !LOCAL_PART.test(local) || !DOMAIN.test(domain) || address.length > 254)
    throw wrong(
      'メールアドレスの形ではありません。例：yamada@example.jp',
      'This is no mail address. Example: yamada@example.jp',
    );
  return `${local}@${domain}`;
}

/** 携帯電話. Other numbers take no SMS. */
const MOBILE = /^0[6789]0\d{8}$/;

function telephone(kind: 'sms' | 'voice' | 'fax', address: string): string {
  const [number, ...others] = telephonesIn(address);
  if (number === undefined || others.length > 0 || !/^0\d{9,10}$/.test(number))
    throw wrong(
      '電話番号を一つ、市外局番から入力してください。例：0167-22-0000',
      'Give one telephone number with its area code, as 0167-22-0000.',
    );
  if (kind === 'sms' && !MOBILE.test(number))
    throw wrong(
      'SMS が届くのは携帯電話の番号です。例：090-0000-0000',
      'SMS goes to mobile numbers only, as 090-0000-0000.',
    );
  return number;
}

function urlOf(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (
    !url ||
    !['https:', 'http:'].includes(url.protocol) ||
    url.username !== '' ||
    url.password !== '' ||
    address.length > 2_000
  )
    throw wrong('https:// で始まる URL を入力してください。', 'Give a URL that begins with https://.');
  url.hash = '';
  return url;
}

export const wrong = (ja: string, en: string) => invalidInput('address', ja, en);

/** So that its owner knows it again, and whoever looks over a shoulder does not. */
export function masked(kind: ContactKind, address: string): string {
  if (kind === 'email' || kind === 'line_works') {
    const [local = '', domain = ''] = address.split('@');
    return `${local.slice(0, 2)}***@${domain}`;
  }
  if (kind === 'push' || kind === 'webhook') return URL.canParse(address) ? new URL(address).host : '***';
  return `***${address.slice(-4)}`;
}
