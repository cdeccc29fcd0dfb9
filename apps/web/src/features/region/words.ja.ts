import { ja as app } from '../../i18n/ja.ts';
import { face } from './face.ja.ts';

export const ja = {
  ...face,
  event: {},
  template: {},
  record: {},
  field: { name: '氏名', organization: '所属する機関', role: '役割', ward: '病棟' },
  hint: {
    name: '姓と名の間を空けて、ふだん書くとおりに。旧字体もそのまま保存します。',
    role: '何ができ、何が見えるかは、役割と所属で決まります。',
    ward: '病院の方だけ。入院の連絡に書かれる病棟名です。',
  },
  codes: { role: app.role },
};
