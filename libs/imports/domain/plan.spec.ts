import type { Known, KnownPerson } from './known.js';
import { planOf, type Decisions } from './plan.js';
import { faultsOfMapping, guessed, twice, type Target } from './targets.js';

const CLINIC = 'c0000000-0000-4000-8000-000000000001';
const OFFICE = 'c0000000-0000-4000-8000-000000000002';
const MANAGER = 'd0000000-0000-4000-8000-000000000001';
const HANAKO = 'e0000000-0000-4000-8000-000000000001';

const hanako: KnownPerson = {
  id: HANAKO,
  name: '髙橋 花子',
  kana: 'タカハシ ハナコ',
  birthDate: '1940-05-05',
  sex: 'female',
  municipality: '012297',
  address: '富良野市弥生町1-1',
  consent: false,
};

const known: Known = {
  prefecture: '01',
  municipalities: [
    { id: '012297', name: '富良野市' },
    { id: '014621', name: '南富良野町' },
    { id: '014036', name: '泊村' },
    { id: '016969', name: '泊村' },
  ],
  organizations: [
    {
      id: CLINIC,
      kind: 'clinic',
      name: '架空クリニック',
      municipality: '012297',
      phone: '0167-00-0001',
      codes: [{ list: 'medical_institution', code: '0110000001' }],
    },
    { id: OFFICE, kind: 'care_management_office', name: '架空居宅', municipality: '012297', codes: [] },
  ],
  users: [{ id: MANAGER, name: '介護 太郎', role: 'care_manager', organization: OFFICE }],
  people: [hanako],
};

function read(target: Target, text: string, decisions: Decisions = {}, directory: Known = known) {
  const [headings = [], ...rows] = text.split('\n').map((line) => line.split(','));
  return planOf(
    target,
    { headings, mapping: guessed(target, headings), rows: rows.map((cells, i) => ({ line: i + 2, cells })) },
    directory,
    decisions,
  );
}
const codes = (plan: ReturnType<typeof read>) =>
  plan.faults.map(({ line, column, code }) => `${line} ${column} ${code}`);

describe('columns', () => {
  it('are known by the headings of real files', () => {
    expect(
      guessed('organizations', [
        '都道府県コード又は市区町村コード',
        'No',
        '都道府県名',
        '市区町村名',
        '事業所名',
        '事業所名カナ',
        'サービスの種類',
        '住所',
        '緯度',
        '経度',
        '電話番号',
        'FAX番号',
        '法人番号',
        '法人の名称',
        '事業所番号',
      ]),
    ).toEqual([
      null,
      null,
      null,
      'municipality',
      'name',
      null,
      'kind',
      'address',
      null,
      null,
      'phone',
      null,
      null,
      'group',
      'code',
    ]);
    expect(
      guessed('patients', ['利用者氏名（必須）', 'ﾌﾘｶﾞﾅ', '生年月日', '性別', '現住所', '担当ケアマネ', '主治医']),
    ).toEqual(['name', 'kana', 'birthDate', 'sex', 'address', 'careManager', 'primaryPhysician']);
    expect(guessed('staff', ['氏名', '職種', '所属'])).toEqual(['name', 'role', 'organization']);
  });

  it('that are there twice are left to the person', () => {
    const headings = ['氏名', '氏名', '職種', '所属'];
    expect(twice(headings)).toEqual(['氏名']);
    expect(guessed('staff', headings)).toEqual([null, null, 'role', 'organization']);
    expect(faultsOfMapping('staff', guessed('staff', headings))).toEqual([{ code: 'missing_column', field: 'name' }]);
    expect(faultsOfMapping('staff', ['name', 'name', 'role', 'organization'])).toEqual([
      { code: 'column_twice', field: 'name' },
    ]);
  });
});

describe('organizations of a file', () => {
  it('are new, changed or the same', () => {
    const plan = read(
      'organizations',
      '名称,種類,市町村,電話番号,医療機関コード\n架空クリニック,診療所,富良野市,０１６７−００−０００１,01-1-0000001\n架空クリニック改,診療所,富良野市,0167-00-0009,0110000001\n架空居宅,居宅介護支援,富良野市,,\n架空薬局,薬局,012297,,1234567'
        .split('\n')
        .filter((_, i) => i !== 1)
        .join('\n'),
    );
    expect(plan.faults).toEqual([]);
    expect(plan.rows).toEqual([
      {
        line: 2,
        outcome: 'changed',
        steps: [
          {
            kind: 'organization',
            command: 'ChangeInstitution',
            id: CLINIC,
            body: { name: '架空クリニック改', phone: '0167-00-0009' },
          },
        ],
      },
      { line: 3, outcome: 'same', steps: [] },
      {
        line: 4,
        outcome: 'new',
        steps: [
          {
            kind: 'organization',
            command: 'RegisterInstitution',
            id: null,
            body: {
              name: '架空薬局',
              kind: 'pharmacy',
              municipality: '012297',
              codes: [{ list: 'medical_institution', code: '0141234567' }],
            },
          },
        ],
      },
    ]);
    expect(
      read(
        'organizations',
        '名称,種類,市町村,電話番号,医療機関コード\n架空クリニック,診療所,富良野市,０１６７−００−０００１,01-1-0000001',
      ).rows[0]?.outcome,
    ).toBe('same');
  });

  it('have every fault listed with its line and column', () => {
    const plan = read(
      'organizations',
      '名称,種類,市町村,電話番号,事業所番号\n,訪問介護,富良野市,,\nあ,何か,富良野市,,\nい,訪問介護,無い町,,\nう,訪問介護,泊村,,\nえ,訪問介護,富良野市,167000001,\nお,訪問介護,富良野市,,123456789\nか,訪問介護,富良野市,,0170000001\nき,訪問介護,富良野市,,０１７０００００01\nく,訪問介護,富良野市,,\nく,訪問介護,富良野市,,\nけ,訪問看護,富良野市,,0170000001',
    );
    expect(codes(plan)).toEqual([
      '2 名称 missing',
      '3 種類 unknown_kind',
      '4 市町村 not_found',
      '5 市町村 ambiguous',
      '6 電話番号 lost_zero',
      '7 事業所番号 lost_zero',
      '9 事業所番号 duplicate',
      '11 名称 duplicate',
    ]);
    // One house may offer two services under one number.
    expect(plan.rows.map(({ line }) => line)).toEqual([8, 10, 12]);
    for (const { ja, en } of plan.faults) expect([ja.length > 5, en.length > 5]).toEqual([true, true]);
  });

  it('are placed by their address where there is no column of municipalities', () => {
    const places = read(
      'organizations',
      '名称,種類,住所\nあ病院,,〒076-0000 北海道富良野市弥生町1\nい病院,,空知郡南富良野町幾寅\nう病院,,札幌市中央区',
    );
    expect(places.rows.map(({ steps }) => steps[0]?.body['municipality'])).toEqual(['012297', '014621']);
    expect(codes(places)).toEqual(['4 住所 not_found']);
  });
});

describe('staff of a file', () => {
  it('belong to organizations of the directory', () => {
    const plan = read(
      'staff',
      '氏名,職種,所属\n介護　太郎,ケアマネージャー,架空居宅\n介護太郎,居宅管理者,架空居宅\n𠮷田,医師,0110000001\n無,看護師,架空居宅\n誰,MSW,無い病院',
    );
    expect(codes(plan)).toEqual(['3 氏名 duplicate', '5 職種 unknown_role', '6 所属 not_found']);
    expect(plan.rows).toEqual([
      {
        line: 2,
        outcome: 'changed',
        steps: [{ kind: 'user', command: 'ChangeUser', id: MANAGER, body: { name: '介護　太郎' } }],
      },
      {
        line: 4,
        outcome: 'new',
        steps: [
          {
            kind: 'user',
            command: 'RegisterUser',
            id: null,
            body: { name: '𠮷田', role: 'primary_physician', organization: CLINIC },
          },
        ],
      },
    ]);
  });
});

describe('patients of a file', () => {
  const HEAD = '氏名,フリガナ,生年月日,性別,市町村,住所,担当ケアマネ,主治医,同意\n';
  it('keep their names as they are written, and are registered without consent unless it is said', () => {
    const plan = read(
      'patients',
      `${HEAD}𠮷田 \uFA19一,ﾖｼﾀﾞ ｼﾝｲﾁ,昭和１５年３月１日,男,富良野市,,介護太郎,架空クリニック 山田医師,\n髙﨑 ①子,たかさき いちこ,S15.3.2,女,富良野市,,,,有`,
    );
    expect(plan.faults).toEqual([]);
    expect(plan.rows.map(({ steps }) => steps[0]?.body)).toEqual([
      {
        name: '𠮷田 \uFA19一',
        kana: 'ヨシダ シンイチ',
        birthDate: '1940-03-01',
        sex: 'male',
        municipality: '012297',
        careManager: MANAGER,
        primaryPhysician: CLINIC,
        consent: false,
      },
      {
        name: '髙﨑 ①子',
        kana: 'タカサキ イチコ',
        birthDate: '1940-03-02',
        sex: 'female',
        municipality: '012297',
        consent: true,
      },
    ]);
  });

  it('who are known are changed only where the file says otherwise', () => {
    const same = read('patients', `${HEAD}髙橋花子,たかはし　はなこ,1940/5/5,女,富良野市,富良野市弥生町1-1,,,`);
    expect(same.rows).toEqual([{ line: 2, outcome: 'same', steps: [] }]);
    const changed = read('patients', `${HEAD}髙橋花子,タカハシ ハナコ,1940/5/5,2,富良野市,富良野市新町2,介護太郎,,有`);
    expect(changed.rows[0]?.steps.map(({ command, body }) => [command, body])).toEqual([
      ['MovePatient', { municipality: '012297', address: '富良野市新町2' }],
      ['ChangeCareManager', { careManager: MANAGER }],
      ['GiveConsent', {}],
    ]);
  });

  it('who are only like somebody are rows to decide', () => {
    const text = `${HEAD}高橋花子,タカハシ ハナコ,1940/5/5,女,南富良野町,,,,`;
    const open = read('patients', text);
    expect(open.faults).toMatchObject([{ line: 2, code: 'decide', candidates: [HANAKO] }]);
    expect(open.rows).toEqual([]);
    expect(read('patients', text, { 2: 'skip' }).rows).toEqual([{ line: 2, outcome: 'skipped', steps: [] }]);
    expect(read('patients', text, { 2: 'another' }).rows[0]?.steps[0]?.body).toMatchObject({
      name: '高橋花子',
      anotherPerson: true,
    });
    expect(codes(read('patients', text, { 2: `same:${HANAKO}` }))).toEqual(['2 氏名 two_at_once']);
    const moved = text.replace('高橋', '髙橋');
    expect(read('patients', moved, { 2: `same:${HANAKO}` }).rows[0]?.steps).toMatchObject([
      { command: 'MovePatient', body: { municipality: '014621' } },
    ]);
    // An id that the row never named is nobody.
    expect(read('patients', text, { 2: `same:${CLINIC}` }).faults).toHaveLength(1);
  });

  it('who are there twice in the file are rows to decide', () => {
    const twins = `${HEAD}双子 一,フタゴ ハジメ,1940/1/1,男,富良野市,,,,\n双子 二,フタゴ ツギ,1940/1/1,男,富良野市,,,,\n双子 壱,フタゴ ハジメ,1940/1/1,男,富良野市,,,,`;
    expect(codes(read('patients', twins))).toEqual(['4 氏名 decide']);
    expect(read('patients', twins, { 4: 'another' }).rows).toHaveLength(3);
  });

  it('have impossible days named', () => {
    expect(
      codes(
        read(
          'patients',
          `${HEAD}甲,コウ,昭和64年2月1日,男,富良野市,,,,\n乙,オツ,平成31年2月30日,男,富良野市,,,,\n丙,ヘイ,1/2/1940,男,富良野市,,,,\n丁,丁,1940-01-01,?,富良野市,,誰か,どこか,たぶん`,
        ),
      ),
    ).toEqual([
      '2 生年月日 outside_era',
      '3 生年月日 no_such_day',
      '4 生年月日 not_a_date',
      '5 フリガナ not_kana',
      '5 性別 unknown_code',
      '5 同意 unknown_code',
      '5 担当ケアマネ not_found',
      '5 主治医 not_found',
    ]);
  });
});

describe('areas of a file', () => {
  it('are one command', () => {
    const plan = read(
      'areas',
      '団体コード,市町村名,在宅医療圏,二次医療圏,三次医療圏,人口\n012297,富良野市,富良野,富良野,道北,"20000"\n014621,南富良野町,富良野,富良野,道北,2400'.replaceAll(
        '"',
        '',
      ),
    );
    expect(plan.rows.map(({ steps }) => steps.length)).toEqual([1, 0]);
    expect(plan.rows[0]?.steps[0]?.body).toEqual({
      prefecture: { code: '01', name: '北海道' },
      homeCareAreas: [
        {
          tertiary: '道北',
          secondary: '富良野',
          homeCareArea: '富良野',
          population: 22_400,
          municipalities: [
            { code: '012297', name: '富良野市' },
            { code: '014621', name: '南富良野町' },
          ],
        },
      ],
    });
    expect(
      codes(
        read(
          'areas',
          '団体コード,市町村名,在宅医療圏,二次医療圏\n012297,富良野市,富良野,富良野\n014621,南富良野町,富良野,別の圏域',
        ),
      ),
    ).toEqual(['3 二次医療圏 two_parents']);
  });
});
