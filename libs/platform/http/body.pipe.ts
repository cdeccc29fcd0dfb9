import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { fieldErrors } from './field-errors.js';
import { invalidFields } from './problem.js';

/** The DTO's rules, and one for all texts: no field is filled by spaces. What is typed is otherwise kept as it is. */
export class BodyPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      transform: true,
      stopAtFirstError: true,
      // The value tells a missing field from a wrong one; it is not sent back.
      validationError: { target: false, value: true },
      exceptionFactory: (errors) => invalidFields(errors.flatMap((error) => fieldErrors(error))),
    });
  }

  protected override async validate(
    ...[object, options]: Parameters<ValidationPipe['validate']>
  ): Promise<ValidationError[]> {
    const errors = await super.validate(object, options);
    const named = new Set(errors.flatMap((error) => fieldErrors(error)).map(({ path }) => path));
    const blank = blanksIn(object).filter((path) => !named.has(path));
    return [...errors, ...blank.map((property) => ({ property, value: ' ', constraints: { isNotBlank: '' } }))];
  }
}

function blanksIn(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return value !== '' && value.trim() === '' ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (Array.isArray(value)) return blanksIn(inner, `${path}[${name}]`);
    return blanksIn(inner, path ? `${path}.${name}` : name);
  });
}
