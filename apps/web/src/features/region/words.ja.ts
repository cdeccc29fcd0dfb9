import { ja as app } from '../../i18n/ja.ts';
import { face } from './face.ja.ts';

export const ja = {
  ...face,
  command: {
    ...face.command,
    ChangeUser: '職員の情報を変える',
    RecordUserLeaving: '退職・転出を記録する',
    WithdrawUserRegistration: '誤った登録を取り消す',
  },
  event: {},
  template: {},
  record: {},
  field: {
    name: '氏名',
    organization: '所属する機関',
    role: '役割',
    ward: '病棟',
    withoutWard: '病棟から外れた',
    on: '最後に働いた日',
    handOverTo: '後任のケアマネジャー',
  },
  hint: {
    name: '姓と名の間を空けて、ふだん書くとおりに。旧字体もそのまま保存します。',
    role: '何ができ、何が見えるかは、役割と所属で決まります。',
    on: '空にすると今日です。その日を過ぎると、サインインできなくなります。',
    handOverTo:
      '担当する本人と、受け取る引継ぎが、後任に移ります。ほかの仕事が残っていれば、何が残っているかを示して、記録を止めます。',
    ward: '病院の方だけ。入院の連絡に書かれる病棟名です。',
  },
  codes: { role: app.role },
};
