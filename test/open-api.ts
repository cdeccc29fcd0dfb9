import { Ajv, type ValidateFunction } from 'ajv';
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

const FORMATS = { uuid: isId, 'date-time': isInstantText, date: isLocalDate };

/** The answers that a document promises; each schema is compiled once. */
export class Contract {
  private readonly ajv = new Ajv({ strict: false, allErrors: true, formats: FORMATS });
  private readonly known = new Map<string, ValidateFunction>();
  private readonly operations: ReadonlyMap<string, OperationObject>;

  constructor(document: OpenAPIObject) {
    this.operations = new Map(operationsOf(document).map(({ id, operation }) => [id, operation]));
    this.ajv.addSchema({ $id: 'api', ...(jsonSchema({ components: document.components }) as object) });
  }

  /** What an answer says otherwise than its schema; a status that succeeds and that nothing describes. */
  faultsOf(id: string, status: number, answer: unknown): string[] {
    const operation = this.operations.get(id);
    if (status >= 400) return this.against('Problem', { $ref: '#/components/schemas/Problem' }, answer);
    if (!operation?.responses[status]) return [`${status} is not described`];
    const schema = answerOf(operation);
    return schema ? this.against(id, schema, answer) : [];
  }

  private against(name: string, schema: object, answer: unknown): string[] {
    let validate = this.known.get(name);
    if (!validate) {
      validate = this.ajv.compile(referring(jsonSchema(schema)) as object);
      this.known.set(name, validate);
    }
    return validate(answer) ? [] : worded(validate.errors);
  }
}

/** What an answer says otherwise than its schema; of what is not described, too. */
export function faultsOf(document: OpenAPIObject, operation: OperationObject, answer: unknown): string[] {
  const ajv = new Ajv({ strict: false, allErrors: true, formats: FORMATS });
  const schema = jsonSchema({ ...answerOf(operation), components: document.components }) as object;
  const validate = ajv.compile(schema);
  validate(answer);
  return worded(validate.errors);
}

const worded = (errors: ValidateFunction['errors']): string[] =>
  (errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);

/** References to the document stand in another schema than it. */
function referring(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(referring);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, key === '$ref' ? `api${String(value)}` : referring(value)]),
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
