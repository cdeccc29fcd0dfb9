import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchIn } from './chromium.mjs';
import { discardAll } from './drafts.mjs';
import { DESK, signIn } from './pages.mjs';

const TYPED = '喀痰カナリア九号';

/** Whatever of a person could be read in a browser's own files by whoever sits there next: nothing. */
export async function profile({ base, report }) {
  const folder = mkdtempSync(join(tmpdir(), 'tsunagi-profile-'));
  try {
    const context = await launchIn(folder, {
      baseURL: base,
      viewport: DESK,
      locale: 'ja-JP',
      timezoneId: 'Asia/Tokyo',
    });
    const { names, pages } = await aDayAtIt(context);
    await context.close();
    const files = filesIn(folder).map((file) => [file.slice(folder.length), readFileSync(file)]);
    const holding = (text) =>
      files
        .filter(([, bytes]) => [text, encodeURIComponent(text)].some((one) => isIn(bytes, one)))
        .map(([file]) => file);
    // A profile in which nothing is found because nothing is kept would prove nothing.
    report.check('profile: the browser has kept where it was', holding('/cases/').length > 0);
    report.check(
      `profile: ${pages} pages were read, which named ${names.length} people`,
      names.length > 3 && pages > 5,
    );
    const found = names.flatMap((name) => holding(name).map((file) => `${name} in ${file}`));
    report.check('profile: the browser keeps no name of a person', found.length === 0, found.slice(0, 3).join('; '));
    const kept = holding(TYPED);
    report.check('profile: nor what somebody typed', kept.length === 0, kept.join('; '));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Boards, cases, persons, a search and a form, read by a coordinator; then somebody else may sit down. */
async function aDayAtIt(context) {
  const page = await signIn(context, 'coordinator');
  const { rows } = await (await context.request.get('/api/v1/board')).json();
  const patients = await (await context.request.get('/api/v1/patients')).json();
  const cases = rows.slice(0, 4).map(({ about }) => `/cases/${about.id}`);
  const persons = patients.slice(0, 3).map(({ id }) => `/patients/${id}`);
  for (const address of ['/', '/list', ...cases, ...persons]) {
    await page.goto(address);
    await page.locator('h1').first().waitFor();
  }
  const names = [
    ...new Set([...rows.map(({ patient }) => patient?.name), ...patients.slice(0, 10).map(({ name }) => name)]),
  ];
  await page.goto('/consultations/new');
  const saved = page.waitForResponse(
    (answer) => answer.url().includes('/drafts') && answer.request().method() !== 'GET',
  );
  await page.locator('#field-summary').fill(TYPED);
  await saved;
  await discardAll(context);
  await context.request.delete('/api/v1/sessions/current');
  await page.goto('/');
  return { names: names.filter((name) => name && name.length > 2), pages: 2 + cases.length + persons.length };
}

const isIn = (bytes, text) => bytes.includes(Buffer.from(text, 'utf8')) || bytes.includes(Buffer.from(text, 'utf16le'));

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
