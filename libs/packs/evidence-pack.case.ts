import { defineCase, entriesOf, type CommandIn, type Grants } from '#cases';
import { PackLookUps } from './commands/pack.look-ups.js';
import {
  evidencePack,
  freeze,
  open,
  OPENING,
  request,
  type EvidencePack,
  type EvidencePackEvent,
} from './domain/evidence-pack.js';
import * as dto from './http/packs.dto.js';

const { heard, asked } = entriesOf<EvidencePack | null, EvidencePackEvent, PackLookUps>();

/** As the agenda item: the secretariat of areas that it serves; at the top, the prefecture. */
const SECRETARIAT: Grants = { area: 'council_work', prefecture: 'prefecture_work' };

const commands = {
  OpenEvidencePack: heard({ decide: open }),
  CompileEvidencePack: asked({
    route: {
      path: 'evidence-packs/:pack/compilations',
      body: dto.CompileEvidencePackBody,
      summary: '議題の根拠資料を作る',
    },
    may: SECRETARIAT,
    from: ({ status }) => status !== 'COMPILING',
    after: [OPENING],
    find: (look, _said, state, ask, now) => look.compiling(state, ask, now),
    decide: request,
  }),
  FreezeEvidencePack: asked({ workers: true, decide: freeze }),
};

export type EvidencePackCommand = CommandIn<typeof commands>;

/** 議題の根拠資料 (model.md 2.7): counts without persons, frozen with their hash. */
export const evidencePackKind = defineCase({
  ...evidencePack,
  tag: 'EvidencePacks',
  states: ['OPEN', 'COMPILING', 'FROZEN'],
  commands,
  events: {
    EvidencePackOpened: { version: 1 },
    EvidencePackRequested: { version: 1 },
    EvidencePackFrozen: { version: 1 },
  },
  sees: { area: 'region_reading', everyone: ['prefecture_work', 'administration'] },
  card: ({ key, level }) => ({ key, level }),
  steps: {},
  texts: { templates: [], records: [] },
  lookUps: PackLookUps,
});
