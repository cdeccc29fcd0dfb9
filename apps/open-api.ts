import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  DocumentBuilder,
  getSchemaPath,
  SwaggerModule,
  type OpenAPIObject,
  type OperationObject,
} from '@nestjs/swagger';
import { policyOf, type AnyKind } from '#cases';
import { OBLIGATION_EVENTS, OBLIGATION_TEMPLATES } from '#obligations';
import { httpAdapter, Problem } from '#platform';
import { ApiModule } from './api/api.module.js';
import { KINDS, PAGES } from './contexts.js';

/** Whatever an operation refuses is a problem. */
export function openApiOf(app: NestFastifyApplication): OpenAPIObject {
  const document = SwaggerModule.createDocument(
    app,
    new DocumentBuilder()
      .setTitle('Tsunagi（つなぎ）')
      .setDescription('在宅医療・介護連携の約束を守るためのAPI')
      .setVersion('0.1.0')
      .build(),
    { extraModels: [Problem] },
  );
  for (const operation of Object.values(document.paths).flatMap((path) => Object.values(path) as OperationObject[]))
    operation.responses['default'] = { $ref: '#/components/responses/Problem' };
  showRights(document);
  const content = { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } };
  const refused = { description: 'RFC 9457', content };
  const described = { ...document, components: { ...document.components, responses: { Problem: refused } } };
  return Object.assign(described, { 'x-tsunagi': vocabulary() });
}

/** Who may ask a command (`x-policy`): its lines of policy.csv. */
function showRights({ paths }: OpenAPIObject): void {
  const rows = policyOf(KINDS as unknown as readonly AnyKind[]);
  for (const operation of Object.values(paths).flatMap((path) => Object.values(path) as OperationObject[])) {
    const { operationId: id = '' } = operation;
    const command = id.slice(0, 1).toUpperCase() + id.slice(1);
    const rights = rows.filter((row) => row.operation === command);
    if (rights.length > 0)
      Object.assign(operation, {
        'x-policy': rights.map(({ relation, narrowed, roles }) => ({ relation, narrowed, roles })),
      });
  }
}

/** Every name that a person may meet: the screens have words for each, in each language. */
export function vocabulary() {
  const kinds = (KINDS as unknown as readonly AnyKind[]).map(({ kind, states, commands, events, steps, texts }) => ({
    kind,
    states,
    // A command without a route is no person's.
    commands: Object.entries(commands).flatMap(([name, { route }]) => (route ? [name] : [])),
    events: Object.keys(events),
    steps: Object.keys(steps),
    templates: texts.templates,
    records: texts.records,
  }));
  return {
    kinds,
    pages: Object.keys(PAGES),
    obligations: { events: OBLIGATION_EVENTS, templates: OBLIGATION_TEMPLATES },
  };
}

/** The document of the API by itself: a preview makes no provider, so that no database is needed. */
export async function openApi(): Promise<OpenAPIObject> {
  const nowhere = { host: '', user: '', database: '' };
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.of({ connection: nowhere, queue: { kind: 'none' }, queuePrefix: '' }),
    httpAdapter(),
    { preview: true, logger: ['error', 'fatal'], abortOnError: false },
  );
  return openApiOf(app);
}
