import { axeFaults, openContext, overflow, PHONE, shoot, signIn } from './pages.mjs';

const WORDS = '**/assets/english-*.js';
const FAILED = '英語の表示を読み込めませんでした';

/** The English words are fetched once somebody wants them: where that fails, it is said, and can be tried again. */
export async function language({ browser, base, report, shots }) {
  await unreachable({ browser, base, report, shots });
  await slow({ browser, base, report });
  await fromBefore({ browser, base, report });
}

async function unreachable({ browser, base, report, shots }) {
  const context = await openContext(browser, base, PHONE);
  await context.route(WORDS, (route) => route.abort());
  const page = await context.newPage();
  await page.goto('/');
  const button = page.getByRole('button', { name: 'English' });
  await button.click();
  report.check(
    'language: on the first page it says that the words could not be fetched',
    await appears(page.getByRole('alert').getByText(FAILED)),
  );
  await page.close();

  const signed = await signIn(context, 'discharge_nurse');
  await signed.getByRole('button', { name: 'English' }).click();
  const said = signed.getByRole('alert').getByText(FAILED);
  report.check('language: and on every other', await appears(said));
  report.check('language: the page stays in its language', (await languageOf(signed)) === 'ja');
  const faults = await axeFaults(signed);
  report.check('language: axe has nothing serious', faults.length === 0, faults.join('; '));
  report.check('language: no horizontal scroll', (await overflow(signed)) <= 0);
  await shoot(signed, shots, 'language-failed-phone');
  await context.unroute(WORDS);
  // A server that is being exchanged answers, but not with the words.
  await context.route(WORDS, (route) => route.fulfill({ status: 502, body: 'Bad Gateway' }));
  await signed.getByRole('button', { name: 'English' }).click();
  report.check('language: an answer that is none of ours is a failure as well', await appears(said));
  await context.unroute(WORDS);
  await signed.getByRole('button', { name: 'English' }).click();
  report.check(
    'language: pressed again once the line is back, the page is in English',
    (await appears(signed.locator('html[lang=en]'))) && (await appears(signed.getByText('Your turn').first())),
  );
  report.check('language: and says nothing of a failure any more', (await said.count()) === 0);
  await context.close();
}

/** Of a slow line the button says that it is at work. */
async function slow({ browser, base, report }) {
  const context = await openContext(browser, base);
  let go;
  const held = new Promise((resolve) => (go = resolve));
  await context.route(WORDS, async (route) => {
    await held;
    await route.continue();
  });
  const page = await context.newPage();
  await page.goto('/');
  const button = page.getByRole('button', { name: 'English' });
  await button.click();
  report.check('language: while the words are on their way the button says so', await appears(busy(page)));
  go();
  report.check('language: and then they are there', await appears(page.locator('html[lang=en]')));
  await context.close();
}

/** Who chose English before, and has no words now, reads Japanese, is told why, and need not choose again. */
async function fromBefore({ browser, base, report }) {
  const context = await openContext(browser, base);
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name: 'English' }).click();
  await page.locator('html[lang=en]').waitFor();
  await context.route(WORDS, (route) => route.abort());
  await page.reload();
  report.check(
    'language: whoever chose English before is told as well',
    (await appears(page.getByRole('alert').getByText(FAILED))) && (await languageOf(page)) === 'ja',
  );
  await context.unroute(WORDS);
  await page.reload();
  report.check('language: and has it again with the next load', await appears(page.locator('html[lang=en]')));
  await context.close();
}

const busy = (page) => page.locator('button[lang=en][aria-busy=true]');
const languageOf = (page) => page.evaluate(() => document.documentElement.lang);

const appears = (locator) =>
  locator.waitFor({ timeout: 10_000 }).then(
    () => true,
    () => false,
  );
