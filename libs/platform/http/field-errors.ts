import type { ValidationError } from '@nestjs/common';
import type { FieldError } from '#kernel';

/** How a rule built by `Explained` names the parts of its field that are wrong. */
export type Explain = (value: unknown) => readonly FieldError[];

const LONGEST_NAME = 100;

/** class-validator's errors as ours, with paths as `consulter.organization` and `shifts[0].from`. */
export function fieldErrors(error: ValidationError, parent = ''): FieldError[] {
  const path = joined(parent, error.property.slice(0, LONGEST_NAME));
  const here = Object.entries(error.constraints ?? {}).flatMap(([rule, en]): FieldError[] => {
    const explain = error.contexts?.[rule]?.explain as Explain | undefined;
    if (explain)
      return explain(error.value).map(({ path: part, code, ja, en: text }) => ({
        path: joined(path, part.slice(0, LONGEST_NAME)),
        code,
        ja,
        en: text,
      }));
    return [{ path, ...meaningOf(rule, en, error.value) }];
  });
  return [...here, ...(error.children ?? []).flatMap((child) => fieldErrors(child, path))];
}

function joined(parent: string, part: string): string {
  if (/^\d+$/.test(part)) return `${parent}[${part}]`;
  return parent && part && !part.startsWith('[') ? `${parent}.${part}` : parent + part;
}

/** The first rule that fails is not always the one that helps: no name at all is missing, not too short. */
function meaningOf(rule: string, en: string, value: unknown): Omit<FieldError, 'path'> {
  if (rule !== 'whitelistValidation' && (value === undefined || value === null)) return MISSING;
  const each = en.startsWith('each value in ');
  if (OF_TEXT.has(rule) && !each && typeof value !== 'string')
    return { code: 'wrong_type', ja: '文字列で入力してください。', en: 'It must be text.' };
  if (OF_NUMBER.has(rule) && !each && typeof value !== 'number')
    return {
      code: 'wrong_type',
      ja: '数で入力してください（引用符は付けません）。',
      en: 'It must be a number, without quotes.',
    };
  if (OF_TEXT.has(rule) && rule !== 'maxLength' && value === '') return MISSING;
  const [code, ja, ours] = MEANING[rule] ?? ['invalid', '値が正しくありません。入力し直してください。'];
  return { code, ja, en: ours ?? en };
}

const MISSING = { code: 'missing', ja: '必須の項目です。入力してください。', en: 'It is required.' };

const OF_TEXT = new Set(['isLength', 'minLength', 'maxLength', 'isId', 'isInstant', 'isLocalDate', 'isString']);

const OF_NUMBER = new Set(['isInt', 'isNumber', 'isPositive', 'min', 'max']);

/** class-validator's constraint → our stable code and the Japanese text; the English one where its own does not help. */
const MEANING: Record<string, readonly [code: string, ja: string, en?: string]> = {
  whitelistValidation: [
    'unknown_field',
    'この項目はありません。綴りを確かめるか、取り除いてください。',
    'There is no such field. Check its spelling, or leave it out.',
  ],
  unknownValue: ['wrong_type', 'オブジェクトで入力してください。', 'It must be an object.'],
  isDefined: ['missing', '必須の項目です。入力してください。', 'It is required.'],
  isNotEmpty: ['missing', '必須の項目です。入力してください。', 'It is required.'],
  isNotBlank: [
    'blank',
    '空白や見えない文字だけでは入力になりません。内容を入力するか、項目を取り除いてください。',
    'It holds nothing that can be seen. Fill it in, or leave it out.',
  ],
  isLine: [
    'not_a_line',
    '改行・タブや、目に見えない文字は使えません。1行で入力し直してください。',
    'It must be one line, without line breaks, tabs or invisible characters. Type it again.',
  ],
  isString: ['wrong_type', '文字列で入力してください。'],
  isInt: ['wrong_type', '整数で入力してください。'],
  isNumber: ['wrong_type', '数で入力してください。'],
  isBoolean: ['wrong_type', 'true か false で入力してください。'],
  isArray: ['wrong_type', '一覧（配列）で入力してください。'],
  isObject: ['wrong_type', 'オブジェクトで入力してください。'],
  nestedValidation: ['wrong_type', 'オブジェクトで入力してください。', 'It must be an object.'],
  isIn: ['unknown_code', '選択肢にない値です。選択肢から選び直してください。'],
  isEnum: ['unknown_code', '選択肢にない値です。選択肢から選び直してください。'],
  isId: ['not_an_id', '番号（小文字のUUID）の形ではありません。一覧から選び直してください。'],
  isUuid: ['not_an_id', '番号（UUID）の形ではありません。一覧から選び直してください。'],
  isInstant: [
    'not_a_moment',
    '日時は実在する日（1850〜2199年）の、時差付きの形（例：2025-06-02T10:00:00+09:00）で入力してください。',
  ],
  isLocalDate: ['not_a_date', '日付は実在する日（1850〜2199年）を YYYY-MM-DD で入力してください。'],
  minLength: ['too_short', '短すぎます。もう少し詳しく入力してください。'],
  maxLength: ['too_long', '長すぎます。短くしてください。'],
  isLength: ['wrong_length', '長さが範囲外です。文字数を確かめてください。'],
  min: ['too_small', '小さすぎます。値を確かめてください。'],
  max: ['too_large', '大きすぎます。値を確かめてください。'],
  isPositive: ['too_small', '0より大きい値にしてください。'],
  arrayNotEmpty: ['too_few', '少なくとも1つ選んでください。'],
  arrayMinSize: ['too_few', '数が足りません。もっと選んでください。'],
  arrayMaxSize: ['too_many', '多すぎます。数を減らしてください。'],
  arrayUnique: ['duplicate', '同じ値が二度あります。一つにしてください。'],
  isOpeningHours: [
    'wrong_form',
    '曜日ごとの時間帯（例：{"mon":["08:30-17:15"]}）で、始まりを終わりより前にして入力してください。',
  ],
  matches: ['wrong_form', '形式が正しくありません。例に合わせて入力してください。'],
};
