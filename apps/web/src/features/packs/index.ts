import type { Facts, Feature } from '../../feature.ts';
import { words } from './words.ts';

const key = { codes: 'theme', between: '|' } as const;
const level = { codes: 'areaLevel' } as const;
const version = { unit: 'version' } as const;
const rows: Facts = { evidence_pack: { key, level } };

/** 根拠資料: what speaks for an agenda item, without a person in it. */
export const packs: Feature = {
  words,
  kinds: { evidence_pack: 'evidence-packs' },
  pages: {
    evidence_packs: { path: '/evidence', page: async () => (await import('./pages/packs-page.tsx')).PacksPage },
  },
  around: {
    // What was proposed without an issue has no evidence.
    agenda_item: (id, { key: theme }) =>
      theme === '' ? [] : [{ name: 'evidence_packs', to: '/evidence', search: { item: id } }],
    evidence_pack: (id) => [{ name: 'evidence_packs', to: '/evidence', search: { pack: id } }],
  },
  commands: { CompileEvidencePack: { form: true } },
  steps: {},
  facts: {
    EvidencePackOpened: { key, level },
    EvidencePackRequested: { version },
    EvidencePackFrozen: { version },
  },
  rows,
  loud: [],
};
