import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { fieldErrors } from './field-errors.js';
import { invalidFields } from './problem.js';
import { quickCheckOf } from './quick-check.js';
import { faultsOfTexts } from './texts.js';

/** The DTO's rules, and those of all texts: what is said can be seen. What is typed is otherwise kept as it is. */
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

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    return quickly(value, metadata) ?? (await this.fully(value, metadata));
  }

  /** With every rule and its errors, without the compiled check before it. */
  fully(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    return super.transform(value, metadata);
  }

  protected override async validate(
    ...[object, options]: Parameters<ValidationPipe['validate']>
  ): Promise<ValidationError[]> {
    const errors = await super.validate(object, options);
    const named = new Set(errors.flatMap((error) => fieldErrors(error)).map(({ path }) => path));
    const texts = faultsOfTexts(object).filter(({ path }) => !named.has(path));
    return [...errors, ...texts.map(({ path, rule }) => ({ property: path, value: ' ', constraints: { [rule]: '' } }))];
  }
}

/** Nearly every body is as it should be. */
const quickly = (value: unknown, { type, metatype }: ArgumentMetadata): object | undefined =>
  type === 'body' && metatype ? quickCheckOf(metatype)(value) : undefined;
