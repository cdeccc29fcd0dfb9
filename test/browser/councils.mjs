import { openContext, PHONE, signIn } from './pages.mjs';

const THEME = '入退院支援、ルールが守られない';

/** Officers work without names and texts: their pages say what a matter is about and whose it is all the same. */
export async function councils({ browser, base, report }) {
  const context = await openContext(browser, base, PHONE);
  const page = await signIn(context, 'municipal_ltc_officer');
  const row = page.locator('li[data-obligation]').filter({ hasText: THEME });
  report.check('councils: a row of the board says what the agenda item is about', (await row.count()) > 0);
  const { rows } = await (await context.request.get('/api/v1/board')).json();
  const id = rows.find(({ about, mine, step }) => mine && about.kind === 'agenda_item' && step === 'action')?.about.id;
  await page.goto(`/cases/${id}`);
  await page.locator('#timeline').waitFor();
  report.check('councils: and so does its page', await page.locator('main').getByText(THEME).first().isVisible());
  await page
    .getByText(/行う機関：.+/)
    .first()
    .waitFor();
  report.check('councils: an assigned action says who has it', true);
  await page.goto(`/cases/${id}?do=CompleteAction`);
  const choices = page.locator('#field-action label');
  await choices.first().waitFor();
  const said = await choices.allInnerTexts();
  report.check(
    'councils: actions to choose from name their institution',
    said.length > 1 && said.every((text) => /（.+、期限 .+）/.test(text)),
    said.join(' / '),
  );
  await context.close();
}
