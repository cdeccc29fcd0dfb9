import writeExcelFile from 'write-excel-file/node';

/** So long a handover or an import may take on a busy machine. */
const LONGEST_MS = 30_000;
export const PATIENT = { name: '𠮷田 ハナ', kana: 'ヨシダ ハナ', birthDate: '1935-01-02' };

const AREAS = [
  ['令和8年度 圏域一覧'],
  ['団体コード', '市区町村名', '在宅医療圏', '二次医療圏', '三次医療圏', '所管保健所'],
  ['012041', '旭川市', '旭川', '上川中部', '道北', '旭川市保健所'],
  ['014591', '美瑛町', '上川', '上川中部', '道北', '上川保健所'],
];
const ORGANIZATIONS = [
  ['医療機関コード・事業所番号', '名称', '種別', '住所', '電話番号'],
  ['0110100001', '旭川つじ病院', '病院', '北海道旭川市1条1丁目', '0166-00-0001'],
  ['0110100004', '旭川つじ医院', '診療所', '北海道旭川市2条2丁目', '0166-00-0002'],
  ['0170100010', 'ケアプランあさひ', '居宅介護支援', '北海道旭川市3条3丁目', '0166-00-0003'],
  ['', '旭川在宅医療介護連携相談窓口', '相談窓口', '北海道旭川市4条4丁目', '0166-00-0004'],
];
/** The same list before somebody has looked at it: a number without its zero, one twice, a kind that nobody knows. */
const UNMENDED = [
  ...ORGANIZATIONS.slice(0, 2),
  ['110100004', ...ORGANIZATIONS[2].slice(1)],
  ...ORGANIZATIONS.slice(3),
  ['0170100010', 'ケアプランあさひ', '居宅介護支援', '北海道旭川市3条3丁目', ''],
  ['', '旭川の何か', '何か', '北海道旭川市', ''],
];
const STAFF = [
  ['職員氏名', '職種', '所属', '病棟'],
  ['神﨑 みどり', '退院支援看護師', '旭川つじ病院', ''],
  ['髙橋 徹', '介護支援専門員', 'ケアプランあさひ', ''],
  ['山本 進', 'コーディネーター', '旭川在宅医療介護連携相談窓口', ''],
];
const PATIENTS = [
  ['氏名', 'フリガナ', '生年月日', '性別', '住所', '担当ケアマネ', '居宅介護支援事業所', '主治医', '情報共有の同意'],
  [
    PATIENT.name,
    'ﾖｼﾀﾞ ﾊﾅ',
    '昭和10年1月2日',
    '女',
    '旭川市5条5丁目',
    '髙橋 徹',
    'ケアプランあさひ',
    '旭川つじ医院',
    '有',
  ],
  ['德永 誠', 'とくなが まこと', 'S12.3.4', '男', '美瑛町本町', '', '', '', ''],
];

const csv = (rows) => rows.map((row) => row.join(',')).join('\r\n');
const withMark = (name, rows) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${csv(rows)}`) });
const workbook = async (name, rows) => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: await writeExcelFile(rows.map((row) => row.map((value) => ({ value, type: String })))).toBuffer(),
});

/** As Excel in Japan saves a CSV: CP932, which Node reads and does not write. */
function cp932(name, rows) {
  const decoder = new TextDecoder('shift_jis');
  const codes = new Map();
  for (let lead = 0x81; lead <= 0xfc; lead++)
    for (let trail = 0x40; trail <= 0xfc; trail++) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if (char.length === 1 && char !== '\uFFFD') codes.set(char, [lead, trail]);
    }
  const bytes = Array.from(csv(rows)).flatMap((char) => (char < '\u0080' ? [char.codePointAt(0)] : codes.get(char)));
  return { name, mimeType: 'text/csv', buffer: Buffer.from(bytes) };
}

/** 開設準備 from its first task to its last: all that a region begins with comes from the files that an office has. */
export async function fillsFromFiles({ page, report, fine }) {
  await page.getByRole('link', { name: '圏域を読み込む：ファイルから取り込む' }).click();
  await page.locator('[data-columns="areas"]').waitFor();
  report.check(
    'import: the task leads to its list, which says what columns it needs before anybody looks for a file',
    /必要な列：団体コード/.test(await page.locator('[data-columns="areas"]').innerText()),
  );
  await fine(page, 'import areas');
  await imports(page, await workbook('圏域一覧.xlsx', AREAS));
  await page.getByRole('link', { name: '開設準備へ戻る' }).click();
  await page.locator('[data-task="areas"][data-state="done"]').waitFor();
  report.check('set up: the areas are there, from a workbook with a title above its headings', true);

  await to(page, '機関を登録する');
  await reads(page, await workbook('機関一覧.xlsx', UNMENDED));
  await page.getByText('直すところのある行が3行あります').waitFor({ timeout: LONGEST_MS });
  const wrong = await page.locator('main').innerText();
  report.check(
    'import: every row that is wrong is named, with why and what to do',
    ['先頭の0が落ちて', '行目にもあります', 'どの種類か決められません'].every((words) => wrong.includes(words)),
    wrong,
  );
  await fine(page, 'import faults');
  await page.getByRole('button', { name: '直したファイルを選ぶ' }).click();
  await page.locator('[data-columns="organizations"]').waitFor();
  report.check('import: the mended file is chosen for the same list', true);
  await imports(page, await workbook('機関一覧.xlsx', ORGANIZATIONS));
  await back(page, 'organizations');

  await to(page, '職員を登録する');
  await imports(page, cp932('職員名簿.csv', STAFF));
  report.check(
    'import: names of a file in CP932 keep their own forms of characters',
    await page.getByText('新しく登録：3件').isVisible(),
  );
  await back(page, 'people');
  await to(page, '患者を登録する');
  await imports(page, withMark('患者.csv', PATIENTS));
  await page.getByRole('button', { name: 'この取り込みを取り消す' }).click();
  await page.getByRole('button', { name: '取り消す', exact: true }).click();
  await page.getByText('取り消しました').first().waitFor({ timeout: LONGEST_MS });
  await page.goto('/setup');
  await page.locator('[data-task="patients"][data-state="todo"]').waitFor();
  report.check('set up: what an import registered is counted no more when it is undone', true);
  await to(page, '患者を登録する');
  await imports(page, withMark('患者.csv', PATIENTS));
  await page.getByRole('link', { name: '続けて別の一覧を取り込む' }).click();
  await page.locator('input[value="patients"]').check();
  await imports(page, withMark('患者.csv', [PATIENTS[0], ...PATIENTS.slice(1).map(moved)]));
  report.check(
    'import: a newer file changes what has changed, and nothing else',
    (await page.getByText('新しく登録：0件').isVisible()) && (await page.getByText('内容を変更：1件').isVisible()),
  );
  await back(page, 'patients');
}

const moved = (row) => row.map((cell) => (cell === '美瑛町本町' ? '美瑛町新町' : cell));

/** A desk that serves more than its own municipality: what happens where none serves reaches nobody. */
export async function namesDesks({ page, report, fine }) {
  const desks = page.locator('[data-task="desks"]');
  report.check(
    'set up: it names the municipalities that no desk serves',
    /窓口も拠点もない市町村が1あります（美瑛町）/.test(await desks.innerText()),
    await desks.innerText(),
  );
  await page.getByRole('link', { name: '相談窓口と拠点を決める：一覧を見る' }).click();
  await page.getByRole('link', { name: '旭川在宅医療介護連携相談窓口' }).click();
  await page.getByRole('link', { name: '機関の情報を変える' }).click();
  await page.getByPlaceholder('圏域を名前でさがす').fill('美瑛');
  await page.getByLabel('美瑛町（市町村）').check();
  await fine(page, 'areas of a desk');
  await page.getByRole('button', { name: '機関の情報を変える' }).click();
  await page.getByText('記録しました').waitFor();
  await page.goto('/setup');
  await page.locator('[data-task="desks"][data-state="done"]').waitFor();
  report.check('set up: and is content when the desk serves them too', true);
}

/** Everybody at once, each with a sheet; the links of two of them. */
export async function invitesAll({ page, report, fine }) {
  await page.goto('/people');
  await page.getByRole('button', { name: /まとめて招待する/ }).click();
  await page.getByRole('button', { name: '招待状を印刷する' }).waitFor({ timeout: LONGEST_MS });
  await page.getByAltText('神﨑 みどりさんの招待の二次元コード').waitFor();
  report.check(
    'people: whoever is not invited yet is invited with one press, each on a sheet of his own',
    (await page.locator('article').count()) >= 3,
  );
  report.check(
    'people: who invites from an address that no phone can open is told so',
    await page.getByText('このパソコンでしか開けません').isVisible(),
  );
  await fine(page, 'letters');
  const linkOf = (name) => page.locator('article').filter({ hasText: name }).locator('p.break-all').innerText();
  return { nurse: await linkOf('神﨑 みどり'), manager: await linkOf('髙橋 徹') };
}

/** 引継ぎ: what the region is for, between two people who came in by their invitations. */
export async function handsOver({ nurse, manager, report, fine, patient = PATIENT }) {
  await nurse.goto('/handovers/new');
  await nurse.locator('#field-search-birthDate').fill(patient.birthDate);
  await nurse.locator('#field-search-kana').fill(patient.kana);
  await nurse.getByRole('button', { name: '探す', exact: true }).click();
  await nurse.getByRole('button', { name: patient.name }).click();
  await nurse.locator('#field-admissionKind input').first().check();
  await fine(nurse, 'admission on a phone');
  await nurse.getByRole('button', { name: '入院を登録する' }).click();
  await nurse.locator('#timeline').waitFor();
  report.check('handover: the nurse finds an imported person by birth date and reading', true);
  const address = new URL(nurse.url()).pathname;
  await nurse.goto(`${address}?do=SubmitHandover`);
  await nurse.getByRole('button', { name: '台帳の担当ケアマネジャーにする' }).click();
  await nurse.getByText('まだ送れません').waitFor({ state: 'detached' });
  report.check('handover: whom the directory has as care manager is named by one press', true);
  await writes(nurse);
  await nurse.getByRole('button', { name: '引継書を送る' }).click();
  await nurse.locator('#timeline').waitFor();
  await manager.goto('/');
  await manager
    .getByRole('link', { name: /^読んで受領/ })
    .first()
    .click({ timeout: LONGEST_MS });
  await manager.getByText('引継書を開いて読む').click();
  await fine(manager, 'acknowledge on a phone');
  await manager.getByRole('button', { name: '読みました。受領を記録する' }).click();
  await manager.locator('#timeline').waitFor();
  await nurse.goto(address);
  await nurse.getByText('受領を確認済み').first().waitFor();
  report.check('handover: a first one is sent and acknowledged', true);
}

/** 引継書: on a phone one section after the other. */
export async function writes(nurse) {
  const next = nurse.getByRole('button', { name: /^次へ/ });
  for (;;) {
    await nurse.locator('textarea[id^="field-document-"]:visible').first().waitFor();
    for (const part of await nurse.locator('textarea[id^="field-document-"]:visible').all())
      if ((await part.inputValue()) === '') await part.fill('退院後も続けてほしいこと。');
    if ((await next.count()) === 0) return;
    await next.click();
  }
}

const to = async (page, task) => page.getByRole('link', { name: `${task}：ファイルから取り込む` }).click();

async function reads(page, file) {
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.getByRole('button', { name: 'このファイルを読む' }).click();
  await page.getByRole('button', { name: /すべての行を確かめる/ }).click({ timeout: LONGEST_MS });
}

async function imports(page, file) {
  await reads(page, file);
  await page.getByRole('button', { name: '取り込む', exact: true }).click({ timeout: LONGEST_MS });
  await page.getByText('取り込みました').first().waitFor({ timeout: LONGEST_MS });
}

async function back(page, task) {
  await page.getByRole('link', { name: '開設準備へ戻る' }).click();
  await page.locator(`[data-task="${task}"][data-state="done"]`).waitFor();
}
