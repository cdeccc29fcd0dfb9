import { serveBarePage } from './bare-page.mjs';
import { boardShown, openContext, signIn } from './pages.mjs';

/** What somebody at the end of a telephone line can wait for (issue 6, B2). */
const FIRST_LOAD = 150_000;
const ROUTE = 60_000;
/** Whatever else runs beside it can only make a load slower: the best of so many says what the page costs. */
const TRIES = 8;
/** By how much two loads of one page differ from each other. */
const SPREAD = 1.1;
/** The line and the machine on which it is measured how long that takes. */
const SLOW_LINE = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOW_PROCESSOR = { rate: 4 };

/** Headers and the first line of a stream: what is more is a board. */
const A_BEGINNING = 1_000;

const kb = (bytes) => `${(bytes / 1_000).toFixed(1)} kB`;

/** What is sent to a reader who has nothing of it yet, and how long a slow line and processor take for it. */
export async function weight({ browser, base, report }) {
  const bare = await serveBarePage();
  try {
    await weigh({ browser, base, report, bare });
  } finally {
    bare.stop();
  }
}

async function weigh({ browser, base, report, bare }) {
  for (const role of ['coordinator', 'discharge_nurse']) {
    const { session, addresses } = await signedIn(browser, base, role);
    const first = await firstLoad(browser, base, session);
    report.check(
      `weight: the first load of ${role} is within ${kb(FIRST_LOAD)}`,
      first.sent <= FIRST_LOAD,
      kb(first.sent),
    );
    note(`${kb(first.sent)} sent`);
    for (const address of addresses) {
      const { more } = await firstLoad(browser, base, session, { next: address });
      const name = address.replace(/[0-9a-f-]{36}/, ':id');
      report.check(`weight: ${name} adds no more than ${kb(ROUTE)}`, more <= ROUTE, kb(more));
      note(`${kb(more)} more`);
    }
    const pairs = [];
    while (pairs.length < TRIES && !pairs.some(isUsable))
      pairs.push([(await firstLoad(browser, base, session, { slow: true })).took, await bareLoad(browser, bare.base)]);
    const took = pairs.map(([board, asLong]) => `${board} of ${asLong} ms`).join(', ');
    report.check(
      `weight: the board of ${role} is usable within a tenth of what a bare page of as many bytes takes, 2 s, at 1.6 Mbit/s, 150 ms and a quarter of the processor, at the best of up to ${TRIES} loads`,
      pairs.some(isUsable),
      took,
    );
    note(took);
  }
  const { session } = await signedIn(browser, base, 'coordinator');
  const zipped = await firstLoad(browser, base, session, { only: 'gzip' });
  report.check(
    `weight: where there is no TLS, and so no Brotli, the first load is within ${kb(FIRST_LOAD)} too`,
    zipped.sent <= FIRST_LOAD,
    kb(zipped.sent),
  );
  note(`${kb(zipped.sent)} sent`);
  await assets({ base, report });
}

const isUsable = ([board, bare]) => board <= bare * SPREAD;

const note = (text) => process.stdout.write(`     ${text}\n`);

/** A session, and pages to which the board of this person leads: each beginning, a case of each kind, two things to be done. */
async function signedIn(browser, base, role) {
  const context = await openContext(browser, base);
  const page = await signIn(context, role);
  const links = await page
    .locator('nav a[href^="/"]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  const { rows } = await (await context.request.get('/api/v1/board')).json();
  const ofKinds = new Map(rows.map(({ about }) => [about.kind, `/cases/${about.id}`]));
  const ofCommands = new Map(
    rows.flatMap(({ about, commands }) => commands.map((command) => [command, `/cases/${about.id}?do=${command}`])),
  );
  const session = await context.storageState();
  await context.close();
  const pages = links.filter((link) => link !== '/' && !link.includes('?'));
  const doing = [...ofCommands].toSorted(([a], [b]) => b.localeCompare(a)).map(([, address]) => address);
  return { session, addresses: [...new Set([...pages, ...ofKinds.values(), ...doing.slice(0, 2)])] };
}

/** Opens the board with nothing kept, and then another page: what came over the line, as the network sees it. */
async function firstLoad(browser, base, storageState, { only, slow, next } = {}) {
  const context = await browser.newContext({ baseURL: base, storageState, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  const bytes = new Map();
  const heard = (requestId, part) => {
    const { streamed = 0, whole = 0 } = bytes.get(requestId) ?? {};
    bytes.set(requestId, { streamed: streamed + (part.streamed ?? 0), whole: part.whole ?? whole });
  };
  const sum = (requests = [...bytes.keys()]) =>
    requests.map((id) => bytes.get(id)).reduce((all, { streamed, whole }) => all + Math.max(streamed, whole), 0);
  network.on('Network.responseReceivedExtraInfo', ({ requestId, headersText = '' }) =>
    heard(requestId, { streamed: headersText.length }),
  );
  const streams = new Set();
  const asked = new Set();
  const ended = ({ requestId }) => asked.delete(requestId);
  network.on('Network.loadingFinished', ended);
  network.on('Network.loadingFailed', ended);
  const boardHeard = new Promise((resolve) => {
    network.on('Network.requestWillBeSent', ({ requestId, request }) => {
      asked.add(requestId);
      if (new URL(request.url).pathname === '/api/v1/stream') streams.add(requestId);
    });
    network.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
      heard(requestId, { streamed: encodedDataLength });
      if (streams.has(requestId) && bytes.get(requestId).streamed > A_BEGINNING) resolve();
    });
  });
  network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    heard(requestId, { whole: encodedDataLength }),
  );
  await network.send('Network.enable');
  if (only) await network.send('Network.setAcceptedEncodings', { encodings: [only] });
  if (slow) await slowDown(network);
  await page.goto('/', { waitUntil: 'commit' });
  await boardShown(page);
  const took = await page.evaluate(() => Math.round(performance.now()));
  await page.locator('[data-obligation]').first().waitFor();
  if (slow) {
    await context.close();
    return { took };
  }
  if (next === undefined) {
    // The page may show it before the network has said what it was.
    await boardHeard;
    const sent = sum();
    await context.close();
    return { sent };
  }
  // What the first load asks for late is not the page's; its stream stays open.
  await boardHeard;
  const before = new Set(bytes.keys());
  // As a link of the page goes there: whoever reads on keeps the document and its stream.
  const heading = await page.locator('main h1').first().elementHandle();
  await page.evaluate((address) => history.pushState(null, '', address), next);
  await page.waitForFunction((old) => !old.isConnected && document.querySelector('main h1'), heading);
  await page.locator('main form, main article, main #timeline, main li, main h1 ~ *').first().waitFor();
  await atRest(page, asked, streams);
  const more = sum([...bytes.keys()].filter((id) => !before.has(id)));
  await context.close();
  return { more };
}

/** Until everything that was asked for has come, and two pictures later nothing else has been asked for. */
async function atRest(page, asked, streams) {
  const pictures = () =>
    page.evaluate(() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go))));
  const waited = () => [...asked].some((id) => !streams.has(id));
  do await pictures();
  while (waited() || (await pictures(), waited()));
}

/** How long the bare page takes on the same line and processor, just after: a busy machine is slow for both. */
async function bareLoad(browser, base) {
  const context = await browser.newContext({ baseURL: base });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  await slowDown(network);
  await page.goto('/', { waitUntil: 'commit' });
  await page.locator('main#shown').waitFor({ state: 'attached' });
  const took = await page.evaluate(() => Math.round(performance.now()));
  await context.close();
  return took;
}

async function slowDown(network) {
  await network.send('Network.emulateNetworkConditions', SLOW_LINE);
  await network.send('Emulation.setCPUThrottlingRate', SLOW_PROCESSOR);
}

/** What the build has laid beside each asset is what a reader gets. */
async function assets({ base, report }) {
  const page = await (await fetch(base, { headers: { accept: 'text/html' } })).text();
  const [script] = /\/assets\/index-[^"]+\.js/.exec(page) ?? [];
  const whole = await (await fetch(base + script, { headers: { 'accept-encoding': 'identity' } })).text();
  for (const encoding of ['br', 'gzip', null]) {
    const answer = await fetch(base + script, { headers: { 'accept-encoding': encoding ?? 'identity' } });
    const { headers } = answer;
    report.check(
      `weight: assets go out ${encoding ? `with ${encoding}` : 'as they are'}, are kept for ever, and are whole`,
      headers.get('content-encoding') === encoding &&
        headers.get('vary') === 'accept-encoding' &&
        /max-age=31536000, immutable/.test(headers.get('cache-control')) &&
        (await answer.text()) === whole,
      JSON.stringify(Object.fromEntries(headers)),
    );
  }
}
