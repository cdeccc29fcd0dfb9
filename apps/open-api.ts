import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  DocumentBuilder,
  getSchemaPath,
  SwaggerModule,
  type OpenAPIObject,
  type OperationObject,
} from '@nestjs/swagger';
import { httpAdapter, Problem } from '#platform';
import { ApiModule } from './api/api.module.js';

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
  const content = { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } };
  const refused = { description: 'RFC 9457', content };
  return { ...document, components: { ...document.components, responses: { Problem: refused } } };
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
