import { DomainError } from '#kernel';

/**
 * The eight items of the programme (在宅医療・介護連携推進事業の8項目) under both numberings: ウ, オ and カ changed places
 * between the draft of 2014 and the law of 2015 (traps.md 1).
 */
export const PROGRAM_ITEMS = {
  '2014': {
    ア: 'resource_grasp',
    イ: 'issue_extraction',
    ウ: 'consultation_support',
    エ: 'information_sharing',
    オ: 'training',
    カ: 'seamless_supply',
    キ: 'outreach',
    ク: 'municipal_cooperation',
  },
  '2015': {
    ア: 'resource_grasp',
    イ: 'issue_extraction',
    ウ: 'seamless_supply',
    エ: 'information_sharing',
    オ: 'consultation_support',
    カ: 'training',
    キ: 'outreach',
    ク: 'municipal_cooperation',
  },
} as const;

export type ProgramVersion = keyof typeof PROGRAM_ITEMS;
export type ProgramLetter = keyof (typeof PROGRAM_ITEMS)['2015'];
export type ProgramItemKey = (typeof PROGRAM_ITEMS)['2015'][ProgramLetter];

export const PROGRAM_VERSIONS = Object.keys(PROGRAM_ITEMS) as ProgramVersion[];
export const PROGRAM_LETTERS = Object.keys(PROGRAM_ITEMS['2015']) as ProgramLetter[];

/** What a caller may send; without its numbering a letter means nothing and is refused. */
export type SaidProgramItem = string | { readonly version?: ProgramVersion; readonly letter: ProgramLetter };

/** `key` is the same under both numberings, so that "2014 ウ" and "2015 オ" find the same records (E22). */
export interface ProgramItem {
  readonly version: ProgramVersion;
  readonly letter: ProgramLetter;
  readonly key: ProgramItemKey;
}

const bareLetter = () => {
  const ja =
    '事業項目の記号だけでは2014年版と2015年版のどちらか分かりません。version も付けて送ってください（例：{"version":"2015","letter":"オ"}）。';
  const en =
    'A letter alone means different items in 2014 and 2015. Send its version too, as {"version":"2015","letter":"オ"}.';
  return new DomainError('invalid', 'bare_programme_letter', ja, en, [
    { path: 'programItem', code: 'bare_programme_letter', ja, en },
  ]);
};

/** @throws bare_programme_letter */
export function programItemOf(said: SaidProgramItem): ProgramItem {
  if (typeof said === 'string' || said.version === undefined) throw bareLetter();
  const { version, letter } = said;
  return { version, letter, key: PROGRAM_ITEMS[version][letter] };
}
