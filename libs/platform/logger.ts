import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

type Level = 'debug' | 'info' | 'warn' | 'error' | 'fatal';

/** Nest's log lines as JSON. Facts with ids at the edges; what people wrote never gets here. */
export class PinoLogger implements LoggerService {
  private readonly pino: Logger;

  constructor(level: string) {
    this.pino = pino({
      level,
      base: { service: 'tsunagi' },
      redact: ['*.authorization', '*.cookie', '*.body', '*.password', '*.parameters', '*.values'],
    });
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }
  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }
  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }
  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  private write(level: Level, message: unknown, rest: readonly unknown[]): void {
    const context = typeof rest.at(-1) === 'string' ? rest.at(-1) : undefined;
    const error = rest.find((part): part is Error => part instanceof Error);
    this.pino[level]({ context, ...(error && { error: described(error) }) }, String(message));
  }
}

/** A database error's detail can quote a row, and so can the message about a value: only what and where it failed is kept. */
const described = (error: Error): object => ({
  name: error.name,
  message: withoutValue(error, error.message),
  code: (error as { code?: string }).code,
  stack: withoutValue(error, error.stack),
  ...(error instanceof AggregateError && { causes: error.errors.map((one) => described(one as Error)) }),
  ...(error.cause instanceof Error && { cause: described(error.cause) }),
});

/** PostgreSQL's class 22 (data exception) quotes what it was given: `invalid input syntax for type uuid: "…"`. */
const withoutValue = (error: Error, text = ''): string =>
  (error as { code?: string }).code?.startsWith('22')
    ? text.replace(error.message, error.message.replace(/"[^]*"/, '"…"'))
    : text;
