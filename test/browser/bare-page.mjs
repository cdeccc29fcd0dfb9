import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

/** As much as a first load brings, of what cannot be made smaller. */
const BYTES = 135_000;
/** Work with which the page takes 2 s where that limit was set: so many turns of a loop, so many rows laid out. */
const TURNS = 13_000_000;
const ROWS = 900;

const work = `
let sum = 0;
for (let i = 0; i < ${TURNS}; i += 1) sum = (sum + i * 31) % 1000003;
const rows = [];
for (let i = 0; i < ${ROWS}; i += 1) rows.push('<li><b>' + i + '</b> <span>' + ((sum + i) % 97) + '</span></li>');
document.querySelector('ol').innerHTML = rows.join('');
document.querySelector('ol').getBoundingClientRect();
fetch('/answer').then((answer) => answer.text()).then(() => { document.querySelector('main').id = 'shown'; });
`;
const script = `${work}/* ${randomBytes(BYTES / 2).toString('hex')} */`;
const page = '<!doctype html><main><ol></ol></main><script src="/script.js" defer></script>';

const CONTENT = {
  '/': ['text/html', page],
  '/script.js': ['text/javascript', script],
  '/answer': ['text/plain', 'shown'],
};

/**
 * A page that brings and does a fixed amount, in the order of a board: itself, its script, an answer. What it takes on a
 * line and a processor says how fast both are just now, and so what another page may take there.
 */
export async function serveBarePage() {
  const server = createServer(({ url }, response) => {
    const [type, body] = CONTENT[url] ?? ['text/plain', ''];
    response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { base: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}
