import { plainToInstance } from 'class-transformer';
import { IsArray, IsIn, IsString, Length, MaxLength } from 'class-validator';
import { faultOfText } from './json-faults.js';
import { faultsOfTexts } from './texts.js';
import { NestedList } from './validators.js';

class Place {
  @IsString() @Length(1, 40) readonly name!: string;
}
class Said {
  @IsString() @Length(1, 100) readonly name!: string;
  @IsString() @MaxLength(300) readonly address!: string;
  @IsString() @Length(1, 4000) readonly summary!: string;
  @IsArray() @IsString({ each: true }) @MaxLength(40, { each: true }) readonly places!: string[];
  @IsArray() @IsString({ each: true }) readonly others!: string[];
  @NestedList(() => Place, 5) readonly nested!: Place[];
  @IsIn(['a']) readonly code!: string;
  readonly document!: object;
}

const said = (body: object) => faultsOfTexts(plainToInstance(Said, body)).map(({ path, rule }) => `${path} ${rule}`);

const EMPTY = [
  ' ',
  '\u3000',
  '\n\t',
  '\u200b',
  '\u200b\u200d\ufeff',
  '\u00ad',
  '\u2060',
  '\u3164',
  '\u115f\u1160',
  '\uffa0',
  '\u2800',
  '\ufe0f',
  '\u{e0100}',
  '\u{e0041}',
  '\u0301',
  '\u180e',
  '\u034f',
];

describe('a text', () => {
  it.each(EMPTY)('that looks empty, %j, is none, wherever it stands', (text) => {
    const everywhere = {
      name: text,
      address: text,
      summary: text,
      places: ['x', text],
      others: [text],
      nested: [{ name: text }],
      document: { diagnosis: text },
    };
    expect(said(everywhere)).toEqual([
      'name isNotBlank',
      'address isNotBlank',
      'summary isNotBlank',
      'places[1] isNotBlank',
      'others[0] isNotBlank',
      'nested[0].name isNotBlank',
      'document.diagnosis isNotBlank',
    ]);
  });

  it.each([
    '山田\n太郎',
    '山田\r太郎',
    '山田\t太郎',
    '山田\u2028太郎',
    '山田\u2029太郎',
    '山\u200b田',
    '山田\ufeff',
    '山\u00ad田',
    '山\u2060田',
    '山\u3164田',
    'a\u{e0041}',
    `山${'\u0300'.repeat(5)}田`,
  ])('of more than can be seen, %j, is no line', (text) => {
    expect(said({ name: text, address: text, places: [text], others: [text], nested: [{ name: text }] })).toEqual([
      'name isLine',
      'address isLine',
      'places[0] isLine',
      'others[0] isLine',
      'nested[0].name isLine',
    ]);
  });

  it('that may be long keeps its lines', () => {
    expect(said({ summary: '一行目\n二行目\t表', document: { diagnosis: '一\n二' } })).toEqual([]);
  });

  it.each([
    '山田 太郎',
    'やまだ　たろう',
    '葛\u{e0100}城',
    '辻\ufe00',
    '髙橋',
    '𠮷野',
    'が\u3099',
    'ﾔﾏﾀﾞ',
    'José',
    'Vie\u0302\u0323t',
    '\ue000島',
  ])('as people have for names, %j, is taken', (name) => {
    expect(said({ name })).toEqual([]);
    expect(faultOfText(name)).toBeUndefined();
  });

  it.each([
    '\u202e',
    '\u202a',
    '\u202b',
    '\u202c',
    '\u202d',
    '\u2066',
    '\u2067',
    '\u2068',
    '\u2069',
    '\u200e',
    '\u200f',
    '\u061c',
  ])('with a control of its direction, %j, is refused, however long it may be', (control) => {
    expect(faultOfText(`山田${control}太郎`)).toBe('direction_control');
  });
});
