import type { onRequestHookHandler, onSendHookHandler } from 'fastify';
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, createGzip, gzip } from 'node:zlib';

/** Below this an answer fits into one packet, compressed or not [D]. */
const WORTH_COMPRESSING = 1_000;

/** Far from the smallest, but soon: an answer is made for one reader and compressed while he waits. */
const BROTLI_QUALITY = 4;

const withBrotli = promisify(brotliCompress);
const withGzip = promisify(gzip);

const COMPRESSED: Readonly<Record<Encoding, (text: string) => Promise<Buffer>>> = {
  br: (text) =>
    withBrotli(text, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      },
    }),
  gzip: (text) => withGzip(text),
};

type Encoding = 'br' | 'gzip';

/** Whether the reader takes it; one with q=0 is refused by name. */
function takes(accepted: string | undefined, encoding: Encoding): boolean {
  const taken = new Map(
    (accepted ?? '').split(',').map((part): [string, boolean] => {
      const [name = '', ...parameters] = part.split(';').map((each) => each.trim().toLowerCase());
      return [name, !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))];
    }),
  );
  return taken.get(encoding) ?? taken.get('*') ?? false;
}

/** The smaller one first. */
const encodingFor = (accepted: string | undefined): Encoding | undefined =>
  (['br', 'gzip'] as const).find((encoding) => takes(accepted, encoding));

/**
 * Compresses an answer that is a text, and therefore whole; a small one goes as it is, without waiting. The session stands in no body, so that nothing can be learned of it
 * from the size of an answer (BREACH).
 */
export const compressAnswer: onSendHookHandler = (request, reply, payload, done) => {
  if (typeof payload !== 'string' || payload.length < WORTH_COMPRESSING) return done(null, payload);
  if (request.method === 'HEAD' || reply.hasHeader('content-encoding')) return done(null, payload);
  void reply.header('vary', 'accept-encoding');
  const encoding = encodingFor(request.headers['accept-encoding']);
  if (!encoding) return done(null, payload);
  COMPRESSED[encoding](payload).then((body) => {
    void reply.removeHeader('content-length').header('content-encoding', encoding);
    done(null, body);
  }, done);
};

const EVENTS = 'text/event-stream';

/** Compresses a stream of events. A board is a hundred rows that are much alike, and the same rows again when they change. */
export const compressEvents: onRequestHookHandler = ({ headers }, { raw }, done) => {
  if (headers.accept === EVENTS && takes(headers['accept-encoding'], 'gzip')) flushing(raw);
  done();
};

/**
 * Each event leaves at once: the compressor is flushed after every write. With gzip, of which a stream that stands open for
 * hours costs less memory. Nest writes events past Fastify.
 */
function flushing(raw: ServerResponse): void {
  const own = {
    writeHead: raw.writeHead.bind(raw) as (status: number, headers?: OutgoingHttpHeaders) => ServerResponse,
    write: raw.write.bind(raw) as (part: Buffer) => boolean,
    end: raw.end.bind(raw) as () => ServerResponse,
  };
  const writeHead = (status: number, headers?: OutgoingHttpHeaders): ServerResponse => {
    // What is refused is no stream.
    if (headers?.['Content-Type'] !== EVENTS) return own.writeHead(status, headers);
    const zip = createGzip({ flush: constants.Z_SYNC_FLUSH, windowBits: 14, memLevel: 6 });
    zip.on('data', (part: Buffer) => {
      if (!own.write(part)) zip.pause();
    });
    zip.on('drain', () => raw.emit('drain')).on('end', () => own.end());
    raw.on('drain', () => zip.resume()).on('close', () => zip.destroy());
    Object.assign(raw, {
      write: (part: string | Buffer) => zip.write(part),
      end: () => {
        zip.end();
        return raw;
      },
    });
    return own.writeHead(status, { ...headers, 'Content-Encoding': 'gzip', Vary: 'accept-encoding' });
  };
  Object.assign(raw, { writeHead });
}
