import { Ajv } from 'ajv';
import type { OpenAPIObject, OperationObject } from '@nestjs/swagger';
import { execFileSync } from 'node:child_process';
import { isId, isInstantText, isLocalDate } from '#kernel';

/** The document of the build: jest compiles without the plugin that finds the types. */
export const builtOpenApi = (): OpenAPIObject =>
  JSON.parse(
    execFileSync(process.execPath, ['dist/apps/cli/main.js', 'openapi'], { encoding: 'utf8' }),
  ) as OpenAPIObject;

export interface Described {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly operation: OperationObject;
}

export const operationsOf = ({ paths }: OpenAPIObject): Described[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, OperationObject>).map(([method, operation]) => ({
      id: operation.operationId ?? '',
      method,
      path,
      operation,
    })),
  );

/** The schema of what an operation answers when it succeeds. */
export function answerOf({ responses }: OperationObject): Record<string, unknown> | undefined {
  const [, success] = Object.entries(responses).find(([status]) => status.startsWith('2')) ?? [];
  const [content] = success && 'content' in success ? Object.values(success.content ?? {}) : [];
  return content?.schema as Record<string, unknown> | undefined;
}

/** What an answer says otherwise than its schema; of what is not described, too. */
export function faultsOf(document: OpenAPIObject, operation: OperationObject, answer: unknown): string[] {
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    formats: { uuid: isId, 'date-time': isInstantText, date: isLocalDate },
  });
  const schema = jsonSchema({ ...answerOf(operation), components: document.components }) as object;
  const validate = ajv.compile(schema);
  validate(answer);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

/** OpenAPI 3.0 as JSON Schema, closed: an answer holds nothing that is not described. */
function jsonSchema(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(jsonSchema);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, ...schema } = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, jsonSchema(value)]),
  );
  const closed = 'properties' in schema ? { additionalProperties: false, ...schema } : schema;
  return nullable ? { anyOf: [closed, { type: 'null' }] } : closed;
}
