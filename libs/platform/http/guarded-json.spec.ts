import { HttpException } from '@nestjs/common';
import * as fc from 'fast-check';
import { jsonOf } from './guarded-json.js';
import { isReserved } from './json-faults.js';
import type { Problem } from './problem.dto.js';

const read = (text: string | Buffer): unknown => jsonOf(Buffer.from(text as string));

function refusedAs(text: string | Buffer): Problem {
  try {
    read(text);
  } catch (error) {
    return (error as HttpException).getResponse() as Problem;
  }
  throw new Error(`accepted: ${text.toString().slice(0, 80)}`);
}
const codeOf = (text: string | Buffer): string => refusedAs(text).code;
const firstOf = (text: string): { path?: string; code?: string } => {
  const { path, code } = refusedAs(text).errors[0] ?? {};
  return { ...(path !== undefined && { path }), ...(code && { code }) };
};

const nested = (levels: number): string => `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
const fine = (text: string): boolean => !/\p{Cs}|[^\P{Cc}\n\r\t]|\p{Noncharacter_Code_Point}/u.test(text);

describe('the guard before every body', () => {
  it.each([
    '{"a":',
    '{"a":1,}',
    '{"a":NaN}',
    "{'a':1}",
    '{"a":"\\x"}',
    '{"a":"\n"}',
    '{"a":01}',
    '{} {}',
    '{"a":1',
    '}',
    '"',
    '{"a"',
    '\u{FEFF}{}',
  ])('refuses what is no JSON: %j', (text) =>
    expect(refusedAs(text)).toMatchObject({ status: 400, code: 'malformed_request' }),
  );

  it.each(['', '[]', '[{}]', 'null', '1', '"text"', 'true', '   '])('refuses what is no object: %j', (text) =>
    expect(refusedAs(text)).toMatchObject({ status: 400, code: 'malformed_request' }),
  );

  it('refuses other encodings', () => {
    expect(codeOf(Buffer.from([0x7b, 0x22, 0x88, 0xc0, 0x22, 0x7d]))).toBe('invalid_utf8');
    expect(codeOf(Buffer.from('{"a":"Ａ"}', 'utf16le'))).toBe('invalid_utf8');
    expect(codeOf(Buffer.from([0x7b, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x7d]))).toBe('invalid_utf8');
  });

  it('says where a name appears twice, however it is written', () => {
    expect(refusedAs('{"role":"nurse","role":"admin"}')).toMatchObject({ status: 400, code: 'duplicate_key' });
    expect(firstOf('{"a":[{"b":1},{"c":{"d":1,"\\u0064":2}}]}')).toEqual({ path: 'a[1].c.d', code: 'duplicate_key' });
    expect(read('{"a":{"b":1},"b":{"a":1},"c":[{"a":1},{"a":1}]}')).toBeDefined();
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString', '\\u005f_proto__'])('refuses the name %s', (name) => {
    expect(codeOf(`{"a":[{"${name}":{"x":1}}]}`)).toBe('forbidden_key');
    expect(read(`{"a":"${name}"}`)).toBeDefined();
  });

  it('refuses what is nested too deeply, broken or not', () => {
    expect(read(nested(20))).toBeDefined();
    expect(codeOf(nested(21))).toBe('too_deep');
    expect(codeOf(`{"a":${'['.repeat(500_000)}`)).toBe('too_deep');
    expect(codeOf(`{"a":[${'{},'.repeat(100_000)}{}]}`)).toBe('too_many_values');
  });

  it.each([
    '1e400',
    '-1e400',
    '9007199254740992',
    '12345678901234567890',
    '1.0000000000000001',
    '1e-400',
    '1e21',
    '1'.repeat(400),
  ])('refuses the number %s, which cannot be kept', (number) => {
    expect(refusedAs(`{"a":{"n":[0,${number}]}}`)).toMatchObject({ status: 422, code: 'invalid_input' });
    expect(firstOf(`{"a":{"n":[0,${number}]}}`)).toEqual({ path: 'a.n[1]', code: 'inexact_number' });
  });

  it('keeps numbers however they are written', () => {
    expect(read('{"a":[0,-0,1.50,15e-1,0.1,1E3,9007199254740991,5e-324,0.000,36.5]}')).toEqual({
      a: [0, -0, 1.5, 1.5, 0.1, 1000, Number.MAX_SAFE_INTEGER, 5e-324, 0, 36.5],
    });
  });

  it('names every text that cannot be kept, and keeps all names of people as they are', () => {
    const { status, errors } = refusedAs(
      '{"a":"\\ud842","b":["ok","\\u0000"],"c":"\\u0085","d":"\u007f","e":"\\udfb7\\ud842"}',
    );
    expect(status).toBe(422);
    expect(errors.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'a ill_formed_text',
      'b[1] control_character',
      'c control_character',
      'd control_character',
      'e ill_formed_text',
    ]);
    const names = { a: '𠮷田', b: '髙橋 﨑', c: '葛󠄀', d: '神塚都', e: '一行目\r\n\t二行目', f: '\\ud842 " \u{10FFFD}' };
    expect(read(JSON.stringify(names))).toEqual(names);
    expect(read('{"a":"\\ud842\\udfb7"}')).toEqual({ a: '𠮷' });
  });

  it('never sends back what it refuses', () => {
    expect(JSON.stringify(refusedAs('{"secret": 田中}'))).not.toContain('田中');
    expect(refusedAs('{"\\u0000\\ud800":1}').errors[0]?.path).toBe('\u{FFFD}\u{FFFD}');
    expect(firstOf(`{"${'x'.repeat(10_000)}":"\\u0000"}`).path).toHaveLength(60);
  });

  const text = fc.string({ unit: 'grapheme', maxLength: 20 }).filter(fine);
  const name = text.filter((key) => !isReserved(key));
  const exact = fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .filter((n) => !Number.isInteger(n) || Number.isSafeInteger(n));
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 6 },
      fc.oneof(text, exact, fc.maxSafeInteger(), fc.boolean(), fc.constant(null)),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  const object = fc.dictionary(name, value, { maxKeys: 5, noNullPrototype: true });
  const spaces = fc.constantFrom(undefined, 1, '\t');

  it('returns what JSON.parse returns, where nothing is forbidden', () => {
    fc.assert(
      fc.property(object, spaces, (body, indent) => {
        const json = JSON.stringify(body, null, indent);
        expect(read(json)).toEqual(JSON.parse(json));
      }),
    );
  });

  it('finds a name that is there twice, anywhere', () => {
    fc.assert(
      fc.property(object, name, value, value, fc.nat(10), (body, twice, one, other, depth) => {
        const fields = Object.entries(body).map(([key, inner]) => `${JSON.stringify(key)}:${JSON.stringify(inner)}`);
        const pair = [one, other].map((inner) => `${JSON.stringify(twice)}: ${JSON.stringify(inner)}`);
        const json = `{${[pair[0], ...fields, pair[1]].join(',')}}`;
        expect(codeOf('{"in":['.repeat(depth > 3 ? 3 : depth) + json + ']}'.repeat(depth > 3 ? 3 : depth))).toBe(
          'duplicate_key',
        );
      }),
    );
  });

  it('finds a broken or invisible character, raw or escaped, in texts and in names', () => {
    const broken = fc.oneof(
      fc.integer({ min: 0xd800, max: 0xdfff }),
      fc.integer({ min: 0, max: 0x9f }).filter((c) => (c < 0x20 || c > 0x7e) && ![9, 10, 13].includes(c)),
    );
    fc.assert(
      fc.property(text, broken, text, fc.boolean(), (before, char, after, inName) => {
        const held = JSON.stringify(before + String.fromCharCode(char) + after);
        const json = inName ? `{${held}:1}` : `{"a":[${held}]}`;
        expect(refusedAs(json)).toMatchObject({ status: 422, code: 'invalid_input' });
      }),
    );
  });

  it('gives an answer or a problem to any bytes at all', () => {
    const near = fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', '"', ',', ':', '\\', 'u', 'd', '8', '1', 'e', '-'),
    });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 60 }), near), (bytes) => {
        try {
          return typeof read(Buffer.from(bytes as string)) === 'object';
        } catch (error) {
          return error instanceof HttpException;
        }
      }),
      { numRuns: 500 },
    );
  });
});
