import { randomUUID } from 'node:crypto';
import { Logger, type INestApplicationContext } from '@nestjs/common';
import { backupRequestKind, type BackupRequest } from '#backup';
import { Cases } from '#cases';
import { Directory } from '#directory';
import { DomainError } from '#kernel';
import { PREFECTURE } from './deed.js';
import { organizationId } from './organizations.js';
import { patientId } from './patients.js';
import { actor, userId } from './people.js';

/** Patients of the primary physician, who may ask again for whoever has no request that is still open. */
const PATIENTS = ['north6', 'north1', 'north2', 'north4', 'north3', 'north5'];

/**
 * The demo's promise to whoever signs in as its secondary physician: an offer rings just then, days and weeks after the
 * first start too. The primary physician asks, by the command and the rules that are everybody's.
 */
export function ringing(app: INestApplicationContext): (user: string) => Promise<void> {
  const logger = new Logger('Demo');
  const physician = userId('secondaryPhysician');
  const clinic = organizationId('yuki');
  const cases = app.get(Cases);
  const { heads } = app.get(Directory);
  const isAsked = async (): Promise<boolean> => {
    const live = await heads.where<BackupRequest>(PREFECTURE, backupRequestKind.kind, { status: 'OFFERING' });
    return live.some(({ state }) => state.offers.some((o) => o.organization === clinic && o.result === 'open'));
  };
  const ask = async (): Promise<void> => {
    if (await isAsked()) return;
    for (const patient of PATIENTS) {
      try {
        await cases.execute(backupRequestKind, {
          prefecture: PREFECTURE,
          id: null,
          actor: actor('primaryPhysician'),
          key: randomUUID(),
          command: {
            type: 'RequestEmergencyBackup',
            patient: patientId(patient),
            reason: 'physician_absent',
            urgency: 'immediate',
            need: ['home_visit'],
          },
          personal: [{ kind: 'backup_summary', body: { summary: '息苦しさを訴えている。SpO2 91%。（架空の事例）' } }],
        });
        return;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
      }
    }
    logger.warn('every demo patient of the primary physician has a request that is still open: nothing rings');
  };
  // Two who sign in at one moment hear one call.
  let turn: Promise<unknown> = Promise.resolve();
  return (user) => {
    if (user !== physician) return Promise.resolve();
    const mine = turn.then(ask).catch((error: unknown) => logger.error('the demo could not ring', error));
    turn = mine;
    return mine;
  };
}
