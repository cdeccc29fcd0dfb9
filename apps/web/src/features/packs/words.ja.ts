import { councilTerms } from '../../i18n/council-terms.ja.ts';
import { terms } from '../../i18n/terms.ja.ts';
import { face } from './face.ja.ts';

export const ja = {
  ...face,
  command: { CompileEvidencePack: '根拠資料を作る' },
  kind: { evidence_pack: '根拠資料' },
  state: { evidence_pack: { OPEN: 'まだ作っていない', COMPILING: '作成中', FROZEN: '確定' } },
  event: {
    EvidencePackOpened: '根拠資料を作れるようになった',
    EvidencePackRequested: '根拠資料の作成を始めた',
    EvidencePackFrozen: '根拠資料を確定した',
  },
  template: {},
  record: {},
  detail: { ...face.detail, version: '版' },
  unit: { ...face.unit, version: (n: number) => `第${n}版` },
  field: {},
  hint: {},
  codes: {
    ...face.codes,
    scene: terms.scene,
    escalationReason: terms.escalationReason,
    severity: terms.severity,
    source: {
      consultation: '相談',
      handover: '入退院支援',
      backup: '緊急バックアップ',
      survey: '調査',
      training: '研修',
      drill: '訓練',
      indicator: '指標',
      manual: '手入力',
    },
    decision: councilTerms.decision,
    audience: { council: '会議用（部外秘）', public: '公開用' },
    split: {
      month: '月別（初めて気づかれた月）',
      source: '気づいた記録の種類別',
      scene: '療養の場面別',
      area: '圏域・市町村別',
    },
  },
};
