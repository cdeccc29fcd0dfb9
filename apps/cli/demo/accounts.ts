import type { Role } from '#kernel';
import { roleOf, userId, type PersonName } from './people.js';

export interface DemoAccount {
  readonly person: PersonName;
  readonly userId: string;
  readonly role: Role;
  /** What to try (ja). */
  readonly hint: string;
}

const account = (name: PersonName, hint: string): DemoAccount => ({
  person: name,
  userId: userId(name),
  role: roleOf(name),
  hint,
});

/** With whom a visitor may sign in, those with the most to do first. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  account(
    'coordinator',
    '富良野市の相談窓口。初回対応を待つ相談、返答待ち、つながれた相談、もれた引継ぎから自動で開いた相談を見る。',
  ),
  account('dischargeNurse', '富良野の病院の退院支援。期限の近い開始連絡・引継書と、照会・宛先違いの返送に応える。'),
  account('careManager', '富良野市のケアマネジャー。届いた引継書を受領し、今日が期限の入院時情報を提供する。'),
  account('secondaryPhysician', '旭川市の副主治医。いま鳴っている打診（5分間）に応え、申し送りを1件送る。'),
  account('furanoBase', '富良野圏域の拠点。受け手のなかった依頼を手動で割り当て、長期未終結の相談を見る。'),
  account('liaisonManager', '富良野の病院の地域連携室長。二段目まで上がった催促を見る。'),
  account('officeManager', '居宅介護支援事業所の管理者。事業所の引継ぎと期限を見る。'),
  account('primaryPhysician', '旭川市の主治医。届いた申し送りを確認し、自分の依頼の行方を見る。'),
  account(
    'furanoSecretariat',
    '富良野圏域の協議会事務局。次の会議の議題を並べ、根拠資料を作り、期限までに資料を送る。',
  ),
  account('furanoOfficer', '富良野市の介護保険担当。協議会の一年をふり返り、割り当てた対応の期限を見る。'),
  account('furanoAssociation', '富良野の医師会。協議会の委員として議題と議事要旨を読み、窓口の活動報告を見る。'),
  account('asahikawaCoordinator', '旭川市の相談窓口。回答した相談を終結し、緊急バックアップの行方を見る。'),
  account('asahikawaNurse', '旭川の病院の退院支援。転院してきた方のケースを続ける。'),
  account('admin', '管理者。地域全体の期限を、患者の名前を伏せて見る。'),
];
