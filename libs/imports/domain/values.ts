import { asDialed, daySaid, type NoDay, type Role } from '#kernel';

/** A value as it is read, or why not. */
export type Said<T> = { readonly value: T } | { readonly code: string; readonly ja: string; readonly en: string };

const no = (code: string, ja: string, en: string) => ({ code, ja, en });

/** Width and spaces do not tell two words apart. */
const word = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();

const NO_DAY: Readonly<Record<NoDay, readonly [ja: string, en: string]>> = {
  unreadable: [
    '日付として読み取れません。「昭和25年1月2日」「S25.1.2」「1950-01-02」のように、年月日を書いてください。',
    'It cannot be read as a date. Write year, month and day, as 昭和25年1月2日, S25.1.2 or 1950-01-02.',
  ],
  no_such_day: [
    'この日は暦にありません。月と日を確かめてください。',
    'There is no such day. Check the month and the day.',
  ],
  outside_era: [
    'この日は、書かれた元号の期間に入りません。昭和は1926年12月25日、平成は1989年1月8日、令和は2019年5月1日からです。元号か年を確かめてください。',
    'This day is not within the era that is written: 昭和 begins on 1926-12-25, 平成 on 1989-01-08, 令和 on 2019-05-01. Check the era or the year.',
  ],
};

export function dayOf(text: string): Said<string> {
  const said = daySaid(text);
  if ('day' in said) return { value: said.day };
  const [ja, en] = NO_DAY[said.fault];
  return no(said.fault === 'unreadable' ? 'not_a_date' : said.fault, ja, en);
}

/** 性別, as forms write it, with the codes of insurers (1 男, 2 女). */
export function sexOf(text: string): Said<string> {
  const sexes: Readonly<Record<string, string>> = {
    ...Object.fromEntries(['男', '男性', 'm', 'male', '1'].map((one) => [one, 'male'])),
    ...Object.fromEntries(['女', '女性', 'f', 'female', '2'].map((one) => [one, 'female'])),
    ...Object.fromEntries(['その他', 'そのほか', 'other'].map((one) => [one, 'other'])),
    ...Object.fromEntries(['不明', '未回答', 'unknown'].map((one) => [one, 'unknown'])),
  };
  const value = sexes[word(text)];
  return value === undefined
    ? no(
        'unknown_code',
        '性別は「男」「女」「その他」「不明」のどれかにしてください。',
        'Write 男, 女, その他 or 不明.',
      )
    : { value };
}

/** 同意: consent is never taken for given; what says neither is a fault, what is empty is none. */
export function consentOf(text: string): Said<boolean> {
  const said = word(text);
  if (['', '無', 'なし', '無し', 'いいえ', '×', 'x', 'no', '0', '同意なし', '未', 'false', '未取得'].includes(said))
    return { value: false };
  if (
    ['有', 'あり', '有り', 'はい', '○', '〇', '◯', 'yes', '1', '同意あり', '済', 'true', '取得済', '同意'].includes(
      said,
    )
  )
    return { value: true };
  return no(
    'unknown_code',
    '同意は「有」か「無」にしてください。空なら「無」です。',
    'Write 有 or 無. Empty means 無.',
  );
}

/** 電話番号. A spreadsheet takes the zero from a number that it takes for one. */
export function phoneOf(text: string): Said<string> {
  const value = asDialed(text);
  if (/^[1-9]\d{8,9}$/.test(value))
    return no(
      'lost_zero',
      '先頭の0が落ちています。Excelでその列を「文字列」にして、0から書き直してください。',
      'Its leading 0 is lost. Make the column “Text” in Excel and write it again from the 0.',
    );
  return /^\+?[0-9()-]{6,20}$/.test(value)
    ? { value }
    : no(
        'not_a_number_to_call',
        '電話番号は1つだけ、数字とハイフンで書いてください（例：0167-00-0000）。',
        'Write one telephone number in digits and hyphens, as 0167-00-0000.',
      );
}

/** フリガナ in full-width katakana, however it was typed; names themselves stay as they are. */
export function kanaOf(text: string): Said<string> {
  const value = text
    .normalize('NFKC')
    .replaceAll(/[ぁ-ゖ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60))
    .replaceAll(/\s+/g, ' ')
    .trim();
  return /^[\u30A0-\u30FF\u3099\u309A '’.-]+$/.test(value)
    ? { value }
    : no(
        'not_kana',
        'フリガナは、かなだけで書いてください（漢字や英字があります）。',
        'Write it in kana only; there are kanji or letters.',
      );
}

export function countOf(text: string): Said<number> {
  const plain = text.normalize('NFKC').replaceAll(/[,\s人]/g, '');
  return /^\d{1,9}$/.test(plain)
    ? { value: Number(plain) }
    : no('not_a_count', '人数を数字で書いてください。', 'Write the number of people in digits.');
}

const ROLE_WORDS: readonly (readonly [Role, ...string[]])[] = [
  [
    'coordinator',
    'コーディネーター',
    '調整役',
    '在宅医療介護連携コーディネーター',
    '在宅医療・介護連携コーディネーター',
    '相談員',
    '相談窓口',
    '連携コーディネーター',
  ],
  ['discharge_nurse', '退院支援看護師', '退院調整看護師', '入退院支援看護師', '入退院調整看護師'],
  ['ward_nurse', '病棟看護師'],
  ['msw', '医療ソーシャルワーカー', 'MSW', 'ソーシャルワーカー', '医療相談員', '社会福祉士'],
  ['outpatient_nurse', '外来看護師'],
  ['liaison_manager', '地域連携室の責任者', '地域連携室長', '連携室長', '地域医療連携室長'],
  [
    'care_manager',
    'ケアマネジャー',
    'ケアマネージャー',
    'ケアマネ',
    '介護支援専門員',
    'CM',
    '主任介護支援専門員',
    '主任ケアマネジャー',
  ],
  ['office_manager', '居宅介護支援事業所の管理者', '居宅管理者', '居宅介護支援事業所管理者', '管理者（居宅）'],
  ['primary_physician', '主治医', '医師', '院長'],
  ['secondary_physician', '副主治医'],
  ['clinic_staff', '診療所の職員', '診療所職員', '医療事務', '診療所看護師', '診療所事務'],
  ['visiting_nurse', '訪問看護師', '訪問看護', '訪看'],
  ['base_secretariat', '連携拠点の事務局', '拠点事務局', '連携拠点', '連携拠点事務局'],
  ['municipal_ltc_officer', '市町村の介護保険担当', '介護保険担当', '市町村介護保険担当', '介護保険係'],
  ['municipal_other', '市町村のほかの課', '市町村職員'],
  ['medical_association', '医師会', '医師会事務局'],
  ['health_centre_officer', '保健所の担当', '保健所', '保健所職員', '保健師（保健所）'],
  ['prefecture_ltc', '都道府県の介護担当', '県介護担当', '道介護担当'],
  ['prefecture_medical', '都道府県の医療担当', '県医療担当', '道医療担当'],
  ['council_member', '協議会の委員', '協議会委員', '委員'],
  ['council_secretariat', '協議会の事務局', '協議会事務局'],
  ['admin', 'システム管理者'],
];
const ROLES_BY_WORD = new Map(
  ROLE_WORDS.flatMap(([role, ...words]) => [[role, role] as const, ...words.map((one) => [word(one), role] as const)]),
);

/** 職種・役割. 看護師 or 管理者 alone does not say what somebody does here, and is asked back. */
export function roleOf(text: string): Said<Role> {
  const value = ROLES_BY_WORD.get(word(text));
  return value
    ? { value }
    : no(
        'unknown_role',
        `「${text}」がどの役割か決められません。「${ROLE_WORDS.slice(0, 21)
          .map(([, name]) => name)
          .join('」「')}」のどれかに直してください。`,
        `It does not say which role this is. Write one of: ${ROLE_WORDS.slice(0, 21)
          .map(([role, name]) => `${name} (${role})`)
          .join(', ')}.`,
      );
}

/** 機関の種類, by the words of lists; services by the names that the law has for them. */
const KIND_WORDS: readonly (readonly [string, ...string[]])[] = [
  ['hospital', '病院', '一般病院', '精神科病院', '地域医療支援病院'],
  ['clinic', '診療所', 'クリニック', '医院', '一般診療所', '有床診療所', '無床診療所'],
  ['home_care_support_clinic', '在宅療養支援診療所', '在支診'],
  ['enhanced_home_care_support_clinic', '機能強化型在宅療養支援診療所', '機能強化型在支診', '強化型在支診'],
  ['home_care_support_hospital', '在宅療養支援病院', '在支病'],
  ['backup_hospital', '在宅療養後方支援病院', '後方支援病院'],
  ['dental_clinic', '歯科診療所', '歯科', '歯科医院', '歯科クリニック'],
  ['pharmacy', '薬局', '保険薬局', '調剤薬局'],
  ['visiting_nurse_station', '訪問看護ステーション', '訪問看護', '訪問看護事業所', '介護予防訪問看護'],
  ['care_management_office', '居宅介護支援事業所', '居宅介護支援', '居宅'],
  ['community_support_center', '地域包括支援センター', '介護予防支援', '地域包括', '包括'],
  [
    'home_help',
    '訪問介護',
    '訪問介護事業所',
    '夜間対応型訪問介護',
    '定期巡回・随時対応型訪問介護看護',
    '訪問入浴介護',
    'ヘルパーステーション',
  ],
  [
    'day_care',
    '通所介護',
    '地域密着型通所介護',
    '通所リハビリテーション',
    '認知症対応型通所介護',
    'デイサービス',
    'デイケア',
  ],
  [
    'care_facility',
    '介護施設',
    '介護老人福祉施設',
    '介護老人保健施設',
    '介護医療院',
    '特別養護老人ホーム',
    '特養',
    '老健',
    '認知症対応型共同生活介護',
    'グループホーム',
    '特定施設入居者生活介護',
    '小規模多機能型居宅介護',
    '看護小規模多機能型居宅介護',
    '複合型サービス（看護小規模多機能型居宅介護）',
    '短期入所生活介護',
    '短期入所療養介護',
    '地域密着型介護老人福祉施設入所者生活介護',
    '地域密着型特定施設入居者生活介護',
    '有料老人ホーム',
    'サービス付き高齢者向け住宅',
  ],
  [
    'help_desk',
    '相談窓口',
    '在宅医療・介護連携相談窓口',
    '連携相談窓口',
    '在宅医療介護連携支援センター',
    '在宅医療・介護連携支援センター',
  ],
  ['cooperation_base', '連携拠点', '在宅医療に必要な連携を担う拠点', '拠点'],
  ['medical_association', '医師会', '郡市医師会', '都市医師会'],
  ['municipality', '市町村', '市役所', '町役場', '村役場', '自治体', '役場'],
  ['public_health_center', '保健所'],
  ['other', 'その他', 'そのほか'],
];
const KINDS_BY_WORD = new Map(
  KIND_WORDS.flatMap(([kind, ...words]) => [[kind, kind] as const, ...words.map((one) => [word(one), kind] as const)]),
);

/** What a name ends with or holds, where a list of one kind has no column of kinds. */
const KIND_IN_NAME: readonly (readonly [RegExp, string])[] = [
  [/地域包括支援センター/, 'community_support_center'],
  [/居宅介護支援/, 'care_management_office'],
  [/訪問看護/, 'visiting_nurse_station'],
  [/歯科/, 'dental_clinic'],
  [/薬局/, 'pharmacy'],
  [/病院$/, 'hospital'],
  [/(?:クリニック|医院|診療所)$/, 'clinic'],
  [/保健所$/, 'public_health_center'],
  [/医師会$/, 'medical_association'],
];

export function kindOf(text: string, name: string): Said<string> {
  const value =
    text === '' ? KIND_IN_NAME.find(([sign]) => sign.test(name.normalize('NFKC')))?.[1] : KINDS_BY_WORD.get(word(text));
  return value !== undefined
    ? { value }
    : no(
        'unknown_kind',
        `${text === '' ? '種類が書かれておらず、名称からも決められません' : `「${text}」がどの種類か決められません`}。「${KIND_WORDS.map(([, first]) => first).join('」「')}」のどれかにしてください。`,
        `It does not say of which kind it is. Write one of: ${KIND_WORDS.map(([kind, first]) => `${first} (${kind})`).join(', ')}.`,
      );
}

/** 全国の一覧の番号: ten digits, or seven that the prefecture and the 点数表 complete (医科 1, 歯科 3, 調剤 4). */
const MEDICAL: Readonly<Record<string, string>> = { dental_clinic: '3', pharmacy: '4' };
const IS_MEDICAL = new Set([
  'hospital',
  'clinic',
  'home_care_support_clinic',
  'enhanced_home_care_support_clinic',
  'home_care_support_hospital',
  'backup_hospital',
  'dental_clinic',
  'pharmacy',
]);

export interface CodeSaid {
  readonly list: 'medical_institution' | 'care_service';
  readonly code: string;
}

/** The number as it is written, without what stands between its digits. */
const digitsIn = (text: string): string => text.normalize('NFKC').replaceAll(/[\s,.・-]/g, '');
export const codeSaid = (text: string): Said<string> => ({ value: digitsIn(text) });

export function codeOf(text: string, kind: string, prefecture: string): Said<CodeSaid> {
  const digits = digitsIn(text);
  const list = IS_MEDICAL.has(kind) ? 'medical_institution' : 'care_service';
  if (/^\d{10}$/.test(digits)) return { value: { list, code: digits } };
  if (/^\d{7}$/.test(digits) && list === 'medical_institution')
    return { value: { list, code: `${prefecture}${MEDICAL[kind] ?? '1'}${digits}` } };
  if (/^\d{9}$|^\d{6}$/.test(digits))
    return no(
      'lost_zero',
      '桁が1つ足りません。先頭の0が落ちていれば、Excelでその列を「文字列」にして書き直してください。',
      'A digit is missing. If the leading 0 was lost, make the column “Text” in Excel and write it again.',
    );
  return no(
    'not_a_code',
    '番号は10桁です（医療機関は都道府県番号と点数表番号を除いた7桁でもかまいません）。',
    'The number has ten digits (of a medical institution seven will do, without prefecture and table of points).',
  );
}
