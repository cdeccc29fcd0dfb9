import { councilTerms } from '../../i18n/council-terms.en.ts';
import { terms, themes } from '../../i18n/terms.en.ts';
import type { Words } from './words.ts';

export const en = {
  nav: { evidence_packs: 'Evidence packs' },
  command: { CompileEvidencePack: 'Compile the evidence pack' },
  short: {},
  kind: { evidence_pack: 'Evidence pack' },
  step: {},
  state: { evidence_pack: { OPEN: 'Not compiled yet', COMPILING: 'Being compiled', FROZEN: 'Frozen' } },
  level: {},
  event: {
    EvidencePackOpened: 'Became ready for packs',
    EvidencePackRequested: 'Compiling began',
    EvidencePackFrozen: 'Pack frozen',
  },
  template: {},
  record: {},
  detail: { key: 'Issue', level: 'Area', version: 'Version' },
  unit: { version: (n: number) => `Version ${n}` },
  field: {},
  hint: {},
  codes: {
    areaLevel: terms.areaLevel,
    theme: themes,
    scene: terms.scene,
    escalationReason: terms.escalationReason,
    severity: terms.severity,
    source: {
      consultation: 'Consultations',
      handover: 'Handovers',
      backup: 'Night calls',
      survey: 'Surveys',
      training: 'Training',
      drill: 'Drills',
      indicator: 'Indicators',
      manual: 'Typed in',
    },
    decision: councilTerms.decision,
    audience: { council: 'Council (confidential)', public: 'Public' },
    split: {
      month: 'By month (first noticed)',
      source: 'By kind of record',
      scene: 'By scene of care',
      area: 'By area',
    },
  },
} satisfies Words;
