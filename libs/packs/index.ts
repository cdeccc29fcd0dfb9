export { packs } from './packs.module.js';
export { evidencePackKind, type EvidencePackCommand } from './evidence-pack.case.js';
export { evidencePackId, type EvidencePackEvent } from './domain/evidence-pack.js';
