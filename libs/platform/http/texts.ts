import { getMetadataStorage } from 'class-validator';

export type TextRule = 'isNotBlank' | 'isLine';

export interface TextFault {
  readonly path: string;
  readonly rule: TextRule;
}

/** A field that takes no more than this is one line: a name, a place, a number to call. What takes more is a text [D]. */
const LONGEST_LINE = 300;

/** Nothing of it can be seen, though it has a length: spaces of every kind, fillers, zero-width characters, bare marks. */
const looksEmpty = (text: string): boolean => /^[\p{White_Space}\p{Cc}\p{Cf}\p{M}\p{DI}\u2800]+$/u.test(text);

/**
 * Breaks of a line, and characters that nobody sees: two names that look alike are then not alike. Variation selectors stay,
 * for they choose the form of a character (葛󠄀, IVS). No writing puts five marks on one letter: piled up they cover other lines.
 */
const isLine = (text: string): boolean => !/[\n\r\t\u2028\u2029]|(?!\p{VS})[\p{Cf}\p{DI}]|\p{M}{5}/u.test(text);

function ruleBroken(text: string, line: boolean): TextRule | undefined {
  if (looksEmpty(text)) return 'isNotBlank';
  return line && !isLine(text) ? 'isLine' : undefined;
}

export const isFaultless = (text: string, line: boolean): boolean => ruleBroken(text, line) === undefined;

/** One place for all texts of all commands: whether each can be seen, and whether what is one line is one. */
export function faultsOfTexts(value: unknown, path = '', line = false): TextFault[] {
  if (typeof value === 'string') {
    const rule = ruleBroken(value, line);
    return rule ? [{ path, rule }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((inner, i) => faultsOfTexts(inner, `${path}[${i}]`, line));
  if (typeof value !== 'object' || value === null) return [];
  const lines = linesOf(value);
  return Object.entries(value).flatMap(([name, inner]) =>
    faultsOfTexts(inner, path ? `${path}.${name}` : name, lines(name)),
  );
}

/** Which fields of an object are lines. One of no class has parts that its own validator knows. */
export function linesOf(value: object): (field: string) => boolean {
  const { constructor } = value;
  if (constructor === Object) return () => false;
  const longest = longestOf(constructor);
  return (field) => (longest.get(field) ?? 0) <= LONGEST_LINE;
}

const known = new WeakMap<object, ReadonlyMap<string, number>>();

/** The length that each field of a class may have, where one is stated. */
function longestOf(type: object): ReadonlyMap<string, number> {
  const found = known.get(type);
  if (found) return found;
  const metadatas = getMetadataStorage().getTargetValidationMetadatas(type as () => void, '', false, false);
  const longest = new Map(
    metadatas.flatMap(({ name, propertyName, constraints }) => {
      if (name !== 'isLength' && name !== 'maxLength') return [];
      const most: unknown = constraints?.at(-1);
      return typeof most === 'number' ? [[propertyName, most] as const] : [];
    }),
  );
  known.set(type, longest);
  return longest;
}
