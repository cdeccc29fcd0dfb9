import { face } from './face.ja.ts';

export const ja = {
  ...face,
  event: {
    InstitutionRegistered: '機関を登録した',
    UserRegistered: '職員を登録した',
    PatientRegistered: '患者を登録した',
    ConsentGiven: '情報共有に同意した',
    ConsentWithdrawn: '情報共有の同意を取り消した',
    AreasImported: '圏域を取り込んだ',
    RuleSetActivated: 'ルールを有効にした',
  },
  template: {},
  record: { user_name: '職員の名前', patient_identity: '患者の氏名など' },
  detail: { ...face.detail },
  unit: { ...face.unit },
  field: {
    name: '氏名',
    kana: 'かな',
    birthDate: '生年月日',
    sex: '性別',
    municipality: '市町村',
    address: '住所',
    careManager: '担当ケアマネジャー',
    primaryPhysician: '主治医',
    consent: '情報共有への同意',
    anotherPerson: '同姓同名の別の方として登録する',
  },
  hint: {
    municipality: '住んでいる市町村の名前。例：富良野市',
    consent: '本人か家族に確かめてください。同意がないあいだは、引継書をほかの機関へ送れません。',
    anotherPerson: '生年月日・性別・市町村も同じ方が登録済みです。本人に確かめてから選んでください。',
  },
  codes: {
    ...face.codes,
    consent: { true: '同意がある', false: '同意がない' },
    sex: { female: '女性', male: '男性', other: 'そのほか', unknown: '不明' },
  },
  register: { saved: '患者を登録しました。' },
};
