import type { FieldError } from '#kernel';

const DEEPEST = 20;
/**
 * Turning 20,000 small values into a DTO and checking them holds the event loop for a second (measured); the largest
 * command, a prefecture's areas, has about 1,000.
 */
const MOST_VALUES = 5_000;
const MOST_NAMES = 200;
const MOST_FAULTS = 100;
const LONGEST_NUMBER = 40;
const LONGEST_NAME = 60;

/** Faults of the whole text, after which nothing in it can be trusted; the others are about single fields. */
export const STRUCTURAL: ReadonlySet<string> = new Set([
  'too_deep',
  'too_many_values',
  'duplicate_key',
  'forbidden_key',
]);

interface Level {
  /** The names seen; undefined in an array. */
  readonly names: Set<string> | undefined;
  at: string | number;
  named: boolean;
}

/**
 * What JSON.parse lets pass without a word, found in one pass over the text. The text need not be valid: that is
 * JSON.parse's to say. Ends at the first structural fault.
 */
export function faultsOf(text: string): readonly FieldError[] {
  const faults: FieldError[] = [];
  const levels: Level[] = [];
  // Where the whole text holds neither an escape nor a fault, no string in it does.
  const isClean = !text.includes('\\') && faultOfText(text) === undefined;
  let values = 0;
  for (let i = 0; i < text.length && faults.length < MOST_FAULTS;) {
    const level = levels.at(-1);
    let next = i + 1;
    let code: keyof typeof TEXTS | undefined;
    switch (text.charAt(i)) {
      case '{':
      case '[':
        if (levels.length === DEEPEST) return [fault('too_deep', levels)];
        levels.push({ names: text[i] === '{' ? new Set() : undefined, at: text[i] === '{' ? '' : 0, named: false });
        values++;
        break;
      case '}':
      case ']':
        levels.pop();
        break;
      case ',':
        if (level && typeof level.at === 'number') level.at++;
        if (level) level.named = false;
        break;
      case '"': {
        next = isClean ? text.indexOf('"', i + 1) + 1 || text.length : endOfString(text, i);
        const string = isClean ? text.slice(i + 1, next - 1) : unescaped(text.slice(i, next));
        if (level?.names && !level.named) {
          level.at = string;
          level.named = true;
          if (isReserved(string)) return [fault('forbidden_key', levels)];
          if (level.names.has(string)) return [fault('duplicate_key', levels)];
          level.names.add(string);
          if (level.names.size > MOST_NAMES) return [fault('too_many_values', levels.slice(0, -1))];
        } else values++;
        if (!isClean) code = faultOfText(string);
        break;
      }
      default:
        if (!startsNumber(text.charCodeAt(i))) break;
        next = endOfNumber(text, i);
        values++;
        if (!isExact(text.slice(i, next))) code = 'inexact_number';
    }
    if (code) faults.push(fault(code, levels));
    if (values > MOST_VALUES) return [fault('too_many_values', [])];
    i = next;
  }
  return faults;
}

/** A name that every object has already: class-transformer drops some of them in silence, others change the object. */
export const isReserved = (name: string): boolean => name === 'prototype' || name in Object.prototype;

/**
 * A lone surrogate would be stored as U+FFFD; NUL cannot be stored at all; a control of the writing direction (U+202E) makes
 * a text look like another; the rest nobody can see.
 */
export function faultOfText(text: string): 'ill_formed_text' | 'control_character' | 'direction_control' | undefined {
  if (/\p{Cs}/u.test(text)) return 'ill_formed_text';
  if (/\p{Bidi_C}/u.test(text)) return 'direction_control';
  return /[^\P{Cc}\n\r\t]|\p{Noncharacter_Code_Point}/u.test(text) ? 'control_character' : undefined;
}

function endOfString(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1;
  return i + 1;
}

function unescaped(literal: string): string {
  if (!literal.includes('\\')) return literal.slice(1, -1);
  try {
    return JSON.parse(literal) as string;
  } catch {
    return literal;
  }
}

const isDigit = (char: number): boolean => char >= 48 && char <= 57;
const startsNumber = (char: number): boolean => isDigit(char) || char === 45;

function endOfNumber(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && (isDigit(text.charCodeAt(i)) || '+-.eE'.includes(text.charAt(i)))) i++;
  return i;
}

/** True if the number is kept as it was written: 0.1 is, 1e400, 2^53 + 1 and 1.0000000000000001 are not. */
function isExact(literal: string): boolean {
  if (literal.length > LONGEST_NUMBER) return false;
  const value = Number(literal);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return false;
  return digitsOf(literal) === digitsOf(String(value));
}

/** Digits and power of ten, so that 1.50, 15e-1 and 1.5 are one. */
function digitsOf(literal: string): string {
  const [, whole = '', fraction = '', power = '0'] = /^-?(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(literal) ?? [];
  const digits = (whole + fraction).replace(/^0+/, '');
  const short = digits.replace(/0+$/, '');
  return short && `${short}e${Number(power) - fraction.length + digits.length - short.length}`;
}

const pathOf = (levels: readonly Level[]): string =>
  levels.reduce((path, { at }) => {
    if (typeof at === 'number') return `${path}[${at}]`;
    return path && at ? `${path}.${at.slice(0, LONGEST_NAME)}` : path + at.slice(0, LONGEST_NAME);
  }, '');

const fault = (code: keyof typeof TEXTS, levels: readonly Level[]): FieldError => ({
  // What is written here goes back as it is, so a path never holds what it complains about.
  path: pathOf(levels).replaceAll(/[\p{Cs}\p{Cc}\p{Bidi_C}\p{Noncharacter_Code_Point}]/gu, '\u{FFFD}'),
  code,
  ...TEXTS[code],
});

const TEXTS = {
  too_deep: {
    ja: `入れ子が深すぎます（${DEEPEST}段まで）。構造を確かめて送り直してください。`,
    en: `This is nested too deeply (${DEEPEST} levels at most). Check its structure and send again.`,
  },
  too_many_values: {
    ja: `値が多すぎます（全部で${MOST_VALUES}個、一つのオブジェクトに${MOST_NAMES}項目まで）。分けて送ってください。`,
    en: `There are too many values (${MOST_VALUES} in all, ${MOST_NAMES} fields in one object). Send them in parts.`,
  },
  duplicate_key: {
    ja: '同じ名前の項目が二度あり、どちらが正しいか分かりません。一つにして送り直してください。',
    en: 'The same field appears twice, so that it is unclear which one is meant. Send it once.',
  },
  forbidden_key: {
    ja: 'この名前は項目名に使えません。取り除いて送り直してください。',
    en: 'No field may have this name. Leave it out and send again.',
  },
  ill_formed_text: {
    ja: '壊れた文字（対になっていないサロゲート）が含まれていて、そのままでは記録できません。入力し直してください。',
    en: 'The text holds half of a character (a lone surrogate) and cannot be kept as it is. Type it again.',
  },
  control_character: {
    ja: '目に見えない制御文字が含まれています。取り除いて送り直してください（改行とタブは使えます）。',
    en: 'The text holds an invisible control character. Remove it and send again (line breaks and tabs are fine).',
  },
  direction_control: {
    ja: '文字の並ぶ向きを変える、目に見えない文字が含まれています。取り除いて送り直してください。',
    en: 'The text holds an invisible character that turns its direction. Remove it and send again.',
  },
  inexact_number: {
    ja: 'この数は正確に記録できません（大きすぎるか、桁が多すぎます）。桁を確かめてください。',
    en: 'This number cannot be kept exactly (it is too large or has too many digits). Check its digits.',
  },
} as const;
