/** Hostile values by kind: each is what JSON.stringify takes. */
export const TEXTS = [
  '',
  ' ',
  '\u3000\u3000',
  '\u0000',
  'a\u0000b',
  '\u0007\u001b[31m',
  '\u007f\u0085',
  '\ud842',
  'x\udc00y',
  '\uffff\ufffe',
  '\u200b\u200d\ufeff',
  '\u2060\u00ad',
  '\u202egnp.exe',
  '\u2066\u2069',
  '\u{e0041}\u{e0042}',
  `Z${'\u0300'.repeat(1_000)}`,
  '👨‍👩‍👧‍👦',
  '𠮷田 葛\u{e0100}',
  '\r\nBcc: x@example.com',
  'a\nb',
  'null',
  'undefined',
  'true',
  '0',
  '-1',
  'NaN',
  'Infinity',
  '１２３',
  "' OR 1=1 --",
  "'; select pg_sleep(5)--",
  '%_\\%',
  '$1 $$ {{7*7}} ${7*7} <%= 7*7 %>',
  '<script>alert(1)</script>',
  '=HYPERLINK("http://evil.example")',
  '../../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '*)(uid=*))(|(uid=*',
  'a & | ! b',
];

export const LONG_TEXTS = [
  'x'.repeat(4_001),
  'あ'.repeat(20_000),
  ' '.repeat(50_000),
  `${'a'.repeat(50_000)}!`,
  '𠮷'.repeat(5_000),
];

export const DATES = [
  '2025-02-30',
  '2023-02-29',
  '0000-01-01',
  '0001-01-01',
  '9999-12-31',
  '-000001-01-01',
  '+275760-09-13',
  '99999-01-01',
  '2025-13-01',
  '2025-00-00',
  '20250501',
  '2025/5/1',
  '令和7年5月1日',
  'infinity',
  'now',
  'today',
  'epoch',
  '1850-01-01',
  '2199-12-31',
  '1948-05-02',
];

export const TIMES = [
  '2025-06-02T10:00:00',
  '2025-06-02T24:00:00Z',
  '2025-06-02T23:59:60Z',
  '2025-06-02T10:00:00+25:00',
  '2025-06-02T10:00:00+14:00',
  '2025-02-30T10:00:00Z',
  '0001-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
  '1850-01-01T00:00:00Z',
  '2199-12-31T23:59:59-12:00',
  '2199-12-31T23:59:59.999999999Z',
  '1969-12-31T23:59:59.999Z',
  '2025-06-02 10:00:00Z',
  '2025-06-02T10:00Z',
  '2025-W23-1T10:00:00Z',
  '1717322400000',
  'Mon Jun 02 2025',
];

export const NUMBERS = [
  -1,
  -0,
  0,
  0.5,
  1e-9,
  1e9,
  3_000_000_000,
  2_147_483_648,
  Number.MAX_SAFE_INTEGER,
  2 ** 53,
  -(2 ** 53),
  1e21,
  1e308,
];

export const WRONG_TYPES = [
  null,
  true,
  false,
  0,
  '',
  [],
  {},
  [[]],
  [null],
  [{}],
  { $gt: '' },
  { length: 1e9 },
  { toString: 1 },
  JSON.parse('{"then":1}'),
];

/** Ids that name nothing, and what is no id at all. */
export const IDS = [
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'not-an-id',
  '1',
  '-1',
  'null',
  'undefined',
  '2147483648',
  '01890000-0000-7000-8000-00000000000',
  '01890000-0000-7000-8000-0000000000000',
  '{01890000-0000-7000-8000-000000000000}',
  '0189000000007000800000000000000a',
  '01890000-0000-7000-8000-00000000000G',
  '01890000-0000-7000-8000-000000000000\n',
  ' 01890000-0000-7000-8000-000000000000',
  '０１８９００００-0000-7000-8000-000000000000',
  "' OR 1=1 --",
  '*',
  '__proto__',
  'constructor',
];

export const PATHS = [
  '%00',
  '%',
  '%zz',
  '%c0%ae',
  '%ed%a0%80',
  '..',
  '..%2f..%2fetc%2fpasswd',
  '%252e%252e%252f',
  '..;',
  '.',
  'x'.repeat(8_000),
  '%E3%81%82',
];

export function hostileId(dice) {
  if (dice.next() < 0.3) return dice.oneOf(PATHS);
  return encodeURIComponent(dice.oneOf(IDS));
}

/** Changes one place of a body, wherever it lies: what stands there is gone, or is a value that is meant to hurt. */
export function spoil(body, { at, gone, fits, value }, kindOf) {
  const spoilt = structuredClone(body);
  const places = [...placesIn(spoilt), [spoilt, 'noSuchField']];
  const [holder, name] = places[at % places.length];
  if (gone) delete holder[name];
  else holder[name] = structuredClone(fits ? value[sortOf(kindOf(name, holder[name]))] : value.any);
  return spoilt;
}

function sortOf({ type, format, kind }) {
  if (kind) return 'id';
  if (format === 'date') return 'date';
  if (format === 'date-time') return 'time';
  if (type === 'number' || type === 'integer') return 'number';
  return type === 'array' ? 'list' : 'text';
}

function* placesIn(value) {
  if (typeof value !== 'object' || value === null) return;
  for (const name of Object.keys(value)) {
    yield [value, name];
    yield* placesIn(value[name]);
  }
}

/** Bodies that JSON.stringify does not write. */
export function rawBody(dice, body) {
  const text = JSON.stringify(body);
  const inside = text.slice(1, -1);
  const comma = inside ? ',' : '';
  const name = Object.keys(body)[0] ?? 'occurredAt';
  return dice.oneOf([
    () => '',
    () => 'null',
    () => '[]',
    () => `[${text}]`,
    () => '"text"',
    () => '0',
    () => text.slice(0, -1),
    () => `${text}${text}`,
    () => text.replace(/\}$/, ',}'),
    () => text.replaceAll('"', "'"),
    () => `\ufeff${text}`,
    () => `{"${name}":1${comma}${inside}}`,
    () => `{${inside}${comma}"${name}":"again"}`,
    () => `{"__proto__":{"admin":true}${comma}${inside}}`,
    () => `{"constructor":{"prototype":{"x":1}}${comma}${inside}}`,
    () => `{"a":{"__proto__":{"x":1}}${comma}${inside}}`,
    () => `{"\\u005f_proto__":{"x":1}${comma}${inside}}`,
    () => `{"toString":1,"valueOf":2,"hasOwnProperty":3,"then":4${comma}${inside}}`,
    () => `{"${name}":NaN}`,
    () => `{"${name}":1e400}`,
    () => `{"${name}":-1e400}`,
    () => `{"${name}":${'9'.repeat(1_000)}}`,
    () => `{"${name}":0.${'1'.repeat(500)}}`,
    () => `{"${name}":12345678901234567890}`,
    () => `{"${name}":"\\ud842"}`,
    () => `{"${name}":"\\u0000"}`,
    () => `{"${name}":"\\uDEAD\\uDEAD"}`,
    () => `{"\\u0000":1${comma}${inside}}`,
    () => `{"":1${comma}${inside}}`,
    () => `{"${'k'.repeat(10_000)}":1${comma}${inside}}`,
    () => `{${Array.from({ length: 300 }, (_, i) => `"k${i}":${i}`).join()}}`,
    () => `{"${name}":${'['.repeat(20_000)}`,
    () => `{"${name}":${'{"a":'.repeat(40)}1${'}'.repeat(40)}}`,
    () => `{"${name}":[${'1,'.repeat(9_999)}1]}`,
    () => Buffer.from(`{"${name}":"\u00ff"}`, 'latin1'),
    () => Buffer.from(text, 'utf16le'),
    () => Buffer.from([0x7b, 0xc0, 0xae, 0x7d]),
    () => `{"${name}":"${'x'.repeat(900_000)}"}`,
    () => (dice.next() < 0.2 ? `{"${name}":"${'x'.repeat(1_100_000)}"}` : text),
  ])();
}

const KEYS = [
  '',
  'x',
  'null',
  '00000000-0000-0000-0000-000000000000',
  '{x}',
  'x'.repeat(9_000),
  '\u00ff\u00fe',
  "'; --",
  '01890000-0000-7000-8000-00000000000a, 01890000-0000-7000-8000-00000000000b',
];
const MATCHES = [
  '*',
  '""',
  '"x"',
  '1',
  '"-1"',
  '"1e3"',
  'W/"1"',
  '"999999999999999"',
  '"9999999999999999999"',
  '"1", "2"',
  '\u00ff',
  "'1'",
  '"0"',
];
const TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/json; charset=shift_jis',
  'application/json; charset=utf-8; charset=utf-16',
  'application/json;',
  'application/problem+json',
  'application/json, text/plain',
  'x',
  '',
  'application/jsonx',
  '*/*',
  'application/xml',
];

/** Spoils one of the headers that a command takes. */
export function spoilHeaders(dice, headers, usedKeys) {
  const spoilt = { ...headers };
  dice.oneOf([
    () => delete spoilt['idempotency-key'],
    () => (spoilt['idempotency-key'] = dice.oneOf(KEYS)),
    () => (spoilt['idempotency-key'] = [headers['idempotency-key'], dice.oneOf(KEYS)]),
    () => (spoilt['idempotency-key'] = headers['idempotency-key']?.toUpperCase() ?? 'x'),
    () => (spoilt['idempotency-key'] = usedKeys.length > 0 ? dice.oneOf(usedKeys) : 'x'),
    () => (spoilt['if-match'] = dice.oneOf(MATCHES)),
    () => (spoilt['if-match'] = `"${Math.floor(dice.next() * 12)}"`),
    () => (spoilt['if-match'] = ['"1"', '"2"']),
    () => (spoilt['content-type'] = dice.oneOf(TYPES)),
    () => delete spoilt['content-type'],
    () => (spoilt['content-encoding'] = dice.oneOf(['gzip', 'br', 'identity', 'x', ''])),
    () =>
      (spoilt.authorization = dice.oneOf([
        '',
        'Bearer',
        'Bearer x',
        'Bearer 01.x',
        'Bearer 99.x',
        `Bearer \u00ff\u00ff.${'x'.repeat(500)}`,
        'Basic eA==',
        'Bearer null',
        "Bearer '1.x",
        'Bearer ..',
      ])),
    () => {
      delete spoilt.authorization;
      spoilt.cookie = dice.oneOf([
        'tsunagi_session=',
        'tsunagi_session=\u00e3',
        'tsunagi_session=01.a; tsunagi_session=02.b',
        '=;;=',
        'a'.repeat(4_000),
      ]);
    },
    () => (spoilt.origin = dice.oneOf(['null', 'https://evil.example', 'x', 'http://127.0.0.1'])),
    () => (spoilt['sec-fetch-site'] = dice.oneOf(['cross-site', 'same-site', 'none', 'x'])),
    () => (spoilt.host = dice.oneOf(['evil.example', '', '[::1', 'a b', 'x'.repeat(300)])),
    () => (spoilt.accept = dice.oneOf(['text/html', 'x', '*/*;q=0', ''])),
    () => (spoilt['x-http-method-override'] = 'DELETE'),
    () => (spoilt['x-forwarded-for'] = '1.2.3.4, \u00ff'),
    () => (spoilt['last-event-id'] = dice.oneOf(['-1', 'x', '9'.repeat(40)])),
  ])();
  return spoilt;
}

const QUERY_VALUES = [
  ...TEXTS.map(encodeLoosely),
  ...DATES.map(encodeLoosely),
  ...NUMBERS.map(String),
  '%00',
  '%',
  '%ff',
  '1e400',
  '9'.repeat(400),
  '1&x=1',
  '',
  '0x10',
  '1.5',
  '%201',
  '+1',
];

/** Lone surrogates have no encoding. */
function encodeLoosely(text) {
  return encodeURIComponent(text.toWellFormed?.() ?? text.replaceAll(/\p{Cs}/gu, '\ufffd'));
}

export function hostileQuery(dice, names) {
  const name =
    names.length > 0 && dice.next() < 0.8 ? dice.oneOf(names) : dice.oneOf(['position', 'limit', 'x', 'after', 'from']);
  const value = dice.oneOf(QUERY_VALUES);
  return dice.oneOf([
    `${name}=${value}`,
    `${name}=${value}`,
    `${name}=${value}`,
    `${name}=1&${name}=${value}`,
    `${name}[]=${value}`,
    `${name}[a]=${value}`,
    `${name}[__proto__][x]=1`,
    `__proto__=${value}`,
    `constructor=${value}`,
    `${name}`,
    `=&&=${value}`,
    `${name}=${value}&q=${'x'.repeat(4_000)}`,
  ]);
}

export const METHODS = [
  'GET',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'HEAD',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'MKCOL',
  'SEARCH',
  'PURGE',
];
