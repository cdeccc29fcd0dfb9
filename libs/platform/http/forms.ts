import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { faultOfText } from './json-faults.js';
import { refuse } from './problem.js';

/** Largest form: a text of 4,000 characters, each of them nine bytes under its percent signs, and the rest. */
export const FORM_LIMIT = 65_536;

/** A form as a page without script posts it: each field once. */
export type Form = ReadonlyMap<string, string>;

/** The route takes a form of a page without script; no other one does. */
export const TakesForm = (): MethodDecorator => RouteConfig({ takesForm: true });

const takesForm = ({ routeOptions }: FastifyRequest): boolean =>
  (routeOptions.config as { readonly takesForm?: boolean } | undefined)?.takesForm === true;

/** Parses a form where one is taken. A field that comes twice, or text that nobody can have typed, is refused. */
export function formOf(
  request: FastifyRequest,
  body: Buffer,
  done: (error: Error | null, parsed?: unknown) => void,
): void {
  if (!takesForm(request)) return done(refuse(415));
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(body.toString('latin1'))) {
    // What a browser calls a line end in a form is one here.
    const text = value.replaceAll('\r\n', '\n');
    if (fields.has(name) || faultOfText(text) !== undefined) return done(refuse(400));
    fields.set(name, text);
  }
  done(null, fields);
}
