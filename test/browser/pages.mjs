import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';

export const DESK = { width: 1366, height: 768 };
export const PHONE = { width: 390, height: 844 };
export const ROLES = ['coordinator', 'discharge_nurse', 'care_manager', 'secondary_physician'];
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A browser of its own: its session, its language, its clock in Japan. */
export async function openContext(browser, base, viewport = DESK) {
  return browser.newContext({ baseURL: base, viewport, locale: 'ja-JP', timezoneId: 'Asia/Tokyo' });
}

/** Signs in through the page, as the person of a role who has the most to do. */
export async function signIn(context, role) {
  const { name } = await busiest(context, role);
  const page = await context.newPage();
  await page.goto('/');
  const person = page.locator(`[data-role="${role}"]`).filter({ hasText: name }).first();
  await person.waitFor({ state: 'attached' });
  if (!(await person.isVisible())) await page.getByText('ほかの役割').click();
  await person.click();
  await boardShown(page);
  return page;
}

/** Signs in without the page. */
export const signInAs = ({ request }, userId) =>
  request.post('/api/v1/sessions', { data: { userId }, headers: { 'idempotency-key': randomUUID() } });

const known = new Map();

async function busiest({ request }, role) {
  if (known.has(role)) return known.get(role);
  const accounts = await (await request.get('/api/v1/demo-accounts')).json();
  const found = [];
  for (const account of accounts.filter((one) => one.role === role)) {
    await signInAs({ request }, account.userId);
    const { rows } = await (await request.get('/api/v1/board')).json();
    found.push({ name: account.name, owed: rows.filter(({ mine }) => mine).length });
  }
  await request.delete('/api/v1/sessions/current');
  const [first] = found.toSorted((a, b) => b.owed - a.owed);
  if (!first) throw new Error(`nobody of the demo is ${role}`);
  known.set(role, first);
  return first;
}

/** A browser's open stream, whomever it is meant for. */
export const isStream = (request) => new URL(request.url()).pathname === '/api/v1/stream';

export const boardShown = (page) => page.locator('[data-board]').waitFor({ timeout: 20_000 });

/** Begins something on a phone, whose bar keeps in its menu what it has no room for. */
export async function begin(page, name) {
  await page.getByRole('link', { name: 'メニュー' }).click();
  await page.locator('main').getByRole('link', { name, exact: true }).click();
}

export async function shoot(page, folder, name) {
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

/** Rules that a page breaks seriously, each with the first place where it does. */
export async function axeFaults(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} at ${nodes[0]?.html.slice(0, 160)} (${nodes[0]?.any[0]?.message ?? ''})`);
}

export const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
