import { defineCase, entriesOf, type CommandIn, type Grants } from '#cases';
import { can } from '#kernel';
import { ArrangementLookUps } from './commands/arrangement.look-ups.js';
import {
  agree,
  AGREEMENT,
  backupArrangement,
  end,
  renew,
  RENEWAL,
  type ArrangementEvent,
  type BackupArrangement,
} from './domain/arrangement.js';
import * as dto from './http/backup.dto.js';

const { begins, asked } = entriesOf<BackupArrangement | null, ArrangementEvent, ArrangementLookUps>();

/** The base owns the arrangements (B-05); the parties may state their own. */
const KEEPERS: Grants = { party: 'clinic_work', area: 'arrangement_keeping' };
const inForce = ({ status }: BackupArrangement) => status === 'IN_FORCE';

const commands = {
  AgreeBackupArrangement: begins({
    route: {
      path: 'backup-arrangements',
      body: dto.AgreeBackupArrangementBody,
      summary: 'バックアップの取り決めを登録する',
    },
    may: { anyone: ['arrangement_keeping', 'clinic_work'] },
    allowed: ({ role, orgId }, { from, to }) => can(role, 'arrangement_keeping') || [from, to].includes(orgId),
    find: (look, said, _none, ask) => look.agreeing(said, ask),
    decide: agree,
  }),
  RenewBackupArrangement: asked({
    route: {
      path: 'backup-arrangements/:arrangement/renewals',
      body: dto.PlainBody,
      summary: 'バックアップの取り決めを更新する',
    },
    may: KEEPERS,
    from: inForce,
    after: [AGREEMENT, RENEWAL],
    decide: renew,
  }),
  EndBackupArrangement: asked({
    route: {
      path: 'backup-arrangements/:arrangement/endings',
      body: dto.PlainBody,
      summary: 'バックアップの取り決めを終える',
    },
    may: KEEPERS,
    from: inForce,
    after: [AGREEMENT, RENEWAL],
    decide: end,
  }),
};

export type ArrangementCommand = CommandIn<typeof commands>;

/** 副主治医の取り決め: who may ask whom before anything happens (model.md 2.5). */
export const backupArrangementKind = defineCase({
  ...backupArrangement,
  tag: 'Backup',
  states: ['IN_FORCE', 'ENDED'],
  commands,
  events: {
    BackupArrangementAgreed: { version: 1 },
    BackupArrangementRenewed: { version: 1 },
    BackupArrangementEnded: { version: 1 },
  },
  sees: KEEPERS,
  card: ({ kind, renewedOn }) => ({ kind, renewedOn }),
  steps: {},
  texts: { templates: [], records: [] },
  lookUps: ArrangementLookUps,
});
