import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BodyPipe } from './body.pipe.js';
import { compressAnswer, compressEvents } from './compression.js';
import { FILE_LIMIT, FILE_TYPE, refusalOfFile } from './files.js';
import { formOf, FORM_LIMIT } from './forms.js';
import { guardedJson } from './guarded-json.js';
import { BODY_LIMIT } from './http-adapter.js';
import { KnownPaths } from './known-paths.js';
import { ProblemFilter } from './problem.filter.js';
import { refusalOf } from './request-guard.js';
import { headersFor, isKept } from './security-headers.js';

/** The same edge in production and in tests. The application stands on `httpAdapter()`. */
export function configureHttp(app: NestFastifyApplication): NestFastifyApplication {
  const server = app.getHttpAdapter().getInstance();
  server.removeAllContentTypeParsers();
  app.useBodyParser('application/json', { bodyLimit: BODY_LIMIT }, guardedJson);
  // Nest would add its own parser for forms, which no command takes.
  app.useBodyParser('application/x-www-form-urlencoded', { bodyLimit: FORM_LIMIT }, formOf);
  app.useBodyParser(FILE_TYPE, { bodyLimit: FILE_LIMIT }, (_request, body, done) => done(null, body));
  const paths = new KnownPaths();
  server.addHook('onRoute', (route) => paths.add(route));
  server.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headersFor(request.url));
    if (!isKept(request.url)) void reply.header('cache-control', 'no-store');
    const refused = refusalOf(request.raw) ?? refusalOfFile(request);
    // Its body is not read: whoever goes on sending it would hold the connection.
    if (refused) void reply.header('connection', 'close');
    done(refused);
  });
  server.addHook('onRequest', compressEvents);
  server.addHook('onSend', compressAnswer);
  app.useGlobalPipes(new BodyPipe());
  app.useGlobalFilters(new ProblemFilter(paths));
  return app;
}
