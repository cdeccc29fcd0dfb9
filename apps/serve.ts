import fastifyStatic from '@fastify/static';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configureHttp, httpAdapter, PinoLogger, RequestLimits } from '#platform';
import { openApiOf } from './open-api.js';
import { answerWithPage } from './page-addresses.js';
import { PROJECT_ROOT } from './project-root.js';

const WEB = join(PROJECT_ROOT, 'dist/web');

/** An application with its edge, its OpenAPI document and, where it has been built, the web screens. */
export async function makeHttpApp(module: DynamicModule, logLevel: string): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(module, httpAdapter(), {
    logger: new PinoLogger(logLevel),
    abortOnError: false,
  });
  configureHttp(app, app.get(RequestLimits));
  const fastify = app.getHttpAdapter().getInstance();
  let document: string | undefined;
  fastify.get('/api/openapi.json', (_request, reply) => {
    document ??= JSON.stringify(openApiOf(app));
    return reply.type('application/json').send(document);
  });
  if (existsSync(join(WEB, 'index.html'))) await serveWeb(app);
  return app;
}

async function serveWeb(app: NestFastifyApplication): Promise<void> {
  await app.register(fastifyStatic, {
    root: join(WEB, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    // The build has laid a .br and a .gz beside each that is worth it.
    preCompressed: true,
  });
  const fastify = app.getHttpAdapter().getInstance();
  for (const file of readdirSync(WEB, { withFileTypes: true }))
    if (file.isFile() && file.name !== 'index.html')
      fastify.get(`/${file.name}`, (_request, reply) => reply.sendFile(file.name, WEB));
  answerWithPage(app, readFileSync(join(WEB, 'index.html'), 'utf8'));
}
