import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Addresses of the API and of files: a wrong one there is no page. */
const NO_PAGE = /^\/+(api|assets)(\/|$)/i;
/** Every address of a page is of this form; whatever else somebody types is a page that says there is none. */
const OF_A_PAGE = /^(?:\/[a-z0-9_-]+)+$/;

/**
 * The screens are one page: whatever a person opens that is no file and nothing of the API is that page, which knows its own
 * addresses, the wrong ones too. One with a slash at its end or with capital letters leads to the one it means.
 */
export function answerWithPage(app: NestFastifyApplication, page: string): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', (request, reply, done) => {
      const { is404, method, headers, url } = request;
      if (!is404 || method !== 'GET' || !/\btext\/html\b/.test(headers.accept ?? '') || NO_PAGE.test(url))
        return done();
      void reply.header('cache-control', 'no-cache');
      const meant = addressMeantBy(url);
      if (meant !== undefined) return void reply.redirect(meant, 308);
      void reply.type('text/html; charset=utf-8').send(page);
    });
}

/** Undefined where it is written as it should be, or is nothing that can be mended. */
function addressMeantBy(url: string): string | undefined {
  const [path = '', ...query] = url.split('?');
  const meant = path.toLowerCase().replace(/\/+$/, '');
  // Never "//elsewhere.example", which a browser would take for another site.
  if (meant === path || !OF_A_PAGE.test(meant)) return undefined;
  return [meant, ...query].join('?');
}
