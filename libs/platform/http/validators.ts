import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, buildMessage, IsArray, IsDefined, IsObject, ValidateBy, ValidateNested } from 'class-validator';
import { isId, isInstantText, isLocalDate } from '#kernel';
import type { Explain } from './field-errors.js';

const check = (
  name: string,
  test: (text: string) => boolean,
  what: string,
  { each = false }: { each?: boolean } = {},
): PropertyDecorator =>
  ValidateBy(
    {
      name,
      validator: {
        validate: (value: unknown) => typeof value === 'string' && test(value),
        defaultMessage: buildMessage((prefix) => `${prefix}$property must be ${what}`, { each }),
      },
    },
    { each },
  );

/** Marks a field of the OpenAPI document that names something: who writes names instead of ids knows by it which to put in. */
export const REFERENCE = 'x-reference';
const MARKED = { [REFERENCE]: true };

/** The id of something that exists: a UUID in lower case. */
export const IsId = (options: { each?: boolean } = {}): PropertyDecorator =>
  applyDecorators(
    check('isId', isId, 'an id (a UUID in lower case)', options),
    ApiProperty({ type: String, ...MARKED, ...(options.each && { isArray: true }) }),
  );

/** Year 0 and 9999 are days to JavaScript, but not to PostgreSQL, or leave the one form of an Instant with their offset. */
const isNear = (text: string): boolean => text >= '1850' && text < '2200';

/** A moment with its offset, on a day that exists. */
export const IsInstant = (): PropertyDecorator =>
  applyDecorators(
    check(
      'isInstant',
      (text) => isNear(text) && isInstantText(text),
      'a moment with an offset, as 2025-06-02T10:00:00+09:00',
    ),
    ApiProperty({ type: String, format: 'date-time' }),
  );

/** A day that exists, YYYY-MM-DD. */
export const IsLocalDate = (options: { each?: boolean } = {}): PropertyDecorator =>
  applyDecorators(
    check('isLocalDate', (text) => isNear(text) && isLocalDate(text), 'a day that exists, as 2025-06-02', options),
    ApiProperty({ type: String, format: 'date', ...(options.each && { isArray: true }) }),
  );

/** A rule that names the parts of its field that are wrong, each by its path within the field; none: all is well. */
export const Explained = (name: string, explain: Explain): PropertyDecorator =>
  ValidateBy(
    // Without a message class-validator drops the context.
    { name, validator: { validate: (value) => explain(value).length === 0, defaultMessage: () => name } },
    { context: { explain } },
  );

/** An object of its own class. class-validator alone lets it be missing, or an array. */
export const Nested = (of: () => new () => object): PropertyDecorator =>
  applyDecorators(IsDefined(), IsObject(), ValidateNested(), Type(of), ApiProperty({ type: () => of() }));

/** A list of objects of one class. class-validator alone takes `[[]]` for one. */
export const NestedList = (of: () => new () => object, most: number): PropertyDecorator =>
  applyDecorators(
    IsDefined(),
    IsArray(),
    ArrayMaxSize(most),
    Explained('isObjectList', (value) => (Array.isArray(value) ? value.flatMap(notAnObject) : [])),
    ValidateNested({ each: true }),
    Type(of),
    ApiProperty({ type: () => of(), isArray: true }),
  );

const notAnObject = (item: unknown, index: number) =>
  typeof item === 'object' && item !== null && !Array.isArray(item)
    ? []
    : [{ path: `[${index}]`, code: 'wrong_type', ja: 'オブジェクトで入力してください。', en: 'It must be an object.' }];
