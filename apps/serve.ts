import fastifyStatic from '@fastify/static';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configureHttp, httpAdapter, PinoLogger } from '#platform';
import { openApiOf } from './open-api.js';
import { PROJECT_ROOT } from './project-root.js';

const WEB = join(PROJECT_ROOT, 'dist/web');

/** An application with its edge, its OpenAPI document and, where it has been built, the web screens. */
export async function makeHttpApp(module: DynamicModule, logLevel: string): Promise<NestFastifyApplication> {
  const app = await NestFactory.create<NestFastifyApplication>(module, httpAdapter(), {
    logger: new PinoLogger(logLevel),
    abortOnError: false,
  });
  configureHttp(app);
  const fastify = app.getHttpAdapter().getInstance();
  let document: string | undefined;
  fastify.get('/api/openapi.json', (_request, reply) => {
    document ??= JSON.stringify(openApiOf(app));
    return reply.type('application/json').send(document);
  });
  if (existsSync(join(WEB, 'index.html'))) await serveWeb(app);
  return app;
}

/** The screens are one page: every address that is no file and no API is that page. */
async function serveWeb(app: NestFastifyApplication): Promise<void> {
  const page = readFileSync(join(WEB, 'index.html'));
  await app.register(fastifyStatic, {
    root: join(WEB, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
  });
  const fastify = app.getHttpAdapter().getInstance();
  for (const path of [
    '/',
    '/cases/*',
    '/sign-in',
    '/consultations/*',
    '/handovers/*',
    '/backup-requests/*',
    '/messages',
  ])
    fastify.get(path, (_request, reply) =>
      reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(page),
    );
}
