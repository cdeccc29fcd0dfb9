import type { Type } from '@nestjs/common';
// Where the decorators of class-transformer leave what they say; it has no door of its own.
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage } from 'class-validator';
import { isReserved } from './json-faults.js';
import { isFaultless, linesOf } from './texts.js';

type Plain = Readonly<Record<string, unknown>>;
type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

/** Makes the DTO of a body, or undefined where it is not certain that the full pipe takes the body. */
export type QuickCheck = (body: unknown) => object | undefined;

type Test = (value: unknown, dto: object) => boolean;

interface Field {
  readonly name: string;
  /** Whether its text is one line. */
  readonly line: boolean;
  /** All of them hold, or the field is not looked at (@IsOptional). */
  readonly conditions: readonly Test[];
  readonly tests: readonly Test[];
  /** The class of the object, or of each in the list. */
  readonly nested: (() => QuickCheck) | undefined;
}

const NEVER: QuickCheck = () => undefined;

const compiled = new Map<Type<object>, QuickCheck>();

/**
 * What the decorators of a DTO say, put together once. It only ever says yes: what it does not take, the full pipe looks at
 * again and says why, so that nothing passes here that would not pass there. A class that says more than is followed here is
 * never taken.
 */
export function quickCheckOf(type: Type<object>): QuickCheck {
  const known = compiled.get(type);
  if (known) return known;
  const fields = fieldsOf(type);
  const made = fields ? checkOf(type, fields) : NEVER;
  compiled.set(type, made);
  return made;
}

function checkOf(type: Type<object>, fields: readonly Field[]): QuickCheck {
  const names = new Set(fields.map(({ name }) => name));
  return (body) => {
    if (!isObject(body)) return undefined;
    for (const name of Object.keys(body)) if (!names.has(name)) return undefined;
    // Made by its constructor, so that its fields stand in the order of the class, whatever the order they came in.
    const dto = new type() as Record<string, unknown>;
    for (const field of fields) {
      const given = body[field.name];
      if (given === undefined) continue;
      const value = field.nested && given !== null ? nestedOf(field.nested, given) : given;
      if (value === undefined || (!field.nested && !isPlainly(given, field.line))) return undefined;
      dto[field.name] = value;
    }
    return fields.every((field) => holds(field, dto)) ? dto : undefined;
  };
}

const isObject = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function holds({ name, conditions, tests }: Field, dto: Record<string, unknown>): boolean {
  const value = dto[name];
  return !conditions.every((test) => test(value, dto)) || tests.every((test) => test(value, dto));
}

function nestedOf(of: () => QuickCheck, given: unknown): object | undefined {
  const check = of();
  if (!Array.isArray(given)) return check(given);
  const items = given.map((item) => check(item));
  return items.includes(undefined) ? undefined : items;
}

/** The rule of texts in a value of no class, all the way down. */
function isPlainly(value: unknown, line: boolean): boolean {
  if (typeof value === 'string') return isFaultless(value, line);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every((item) => isPlainly(item, line));
  return Object.entries(value).every(([name, inner]) => !isReserved(name) && isPlainly(inner, false));
}

/** Undefined where the class says something that is not followed here. */
function fieldsOf(type: Type<object>): Field[] | undefined {
  const all = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  const names = [...new Set(all.map(({ propertyName }) => propertyName))];
  const isLine = linesOf(type.prototype as object);
  const own = Object.entries(new type());
  // A field without a rule is unknown to the full pipe, and one with a value of its own is not what was sent.
  if (names.length === 0 || own.some(([name, value]) => value !== undefined || !names.includes(name))) return undefined;
  if (isTransformed(type, names)) return undefined;
  const fields = names.map((name) =>
    fieldOf(
      type,
      name,
      all.filter(({ propertyName }) => propertyName === name),
      isLine(name),
    ),
  );
  return fields.every((field) => field !== undefined) ? fields : undefined;
}

const isTransformed = (type: Type<object>, names: readonly string[]): boolean =>
  defaultMetadataStorage.getExposedMetadatas(type).length > 0 ||
  defaultMetadataStorage.getExcludedMetadatas(type).length > 0 ||
  names.some((name) => defaultMetadataStorage.findTransformMetadatas(type, name, 0).length > 0);

function fieldOf(type: Type<object>, name: string, rules: readonly Metadata[], line: boolean): Field | undefined {
  const conditions: Test[] = [];
  const tests: Test[] = [];
  let nested: Field['nested'];
  for (const rule of rules) {
    if (rule.validateIf || (Array.isArray(rule.groups) && rule.groups.length > 0)) return undefined;
    switch (rule.type) {
      case 'conditionalValidation': {
        const [condition] = rule.constraints as [(dto: object, value: unknown) => boolean];
        conditions.push((value, dto) => condition(dto, value));
        break;
      }
      case 'isDefined':
      case 'customValidation': {
        const found = testsOf(type, rule);
        if (!found) return undefined;
        tests.push(...found);
        break;
      }
      case 'nestedValidation': {
        const of = defaultMetadataStorage.findTypeMetadata(type, name);
        if (!of || of.options.discriminator) return undefined;
        // The full pipe lets a missing one pass and a null not.
        tests.push((value) => value !== null);
        nested = () => quickCheckOf((of.typeFunction as () => Type<object>)());
        break;
      }
      case 'whitelistValidation':
        break;
      default:
        return undefined;
    }
  }
  // What is turned into a class and not looked at inside is for the full pipe.
  if (!nested && defaultMetadataStorage.findTypeMetadata(type, name)) return undefined;
  return { name, line, conditions, tests, nested };
}

/** The very functions that the full pipe asks, so that both know one meaning of a rule. */
function testsOf(type: Type<object>, rule: Metadata): Test[] | undefined {
  const constraints = getMetadataStorage().getTargetValidatorConstraints(rule.constraintCls);
  if (constraints.length === 0 || constraints.some(({ async }) => async)) return undefined;
  return constraints.map((constraint) => {
    const instance = constraint.instance;
    const test: Test = (value, object) =>
      instance.validate(value, {
        targetName: type.name,
        property: rule.propertyName,
        object,
        value,
        constraints: rule.constraints as unknown[],
      }) === true;
    if (!rule.each) return test;
    return (value, object) => (Array.isArray(value) ? value.every((item) => test(item, object)) : test(value, object));
  });
}
