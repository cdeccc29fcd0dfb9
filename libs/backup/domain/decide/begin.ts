import { forbidden, invalidInput, recordOf, type Actor } from '#kernel';
import { ladderOf, mayAskAnybody } from '../ladder.js';
import type { RequestEmergencyBackup } from '../request.commands.js';
import type { BackupEvent, Requester } from '../request.events.js';
import { noArrangement, notShared, requestedAlready } from '../request.refusals.js';
import type { Given, Requesting, State } from '../request.state.js';
import { begun } from './onward.js';

/** Who asks: one's own organization, or, for the base, that of the patient's primary physician. */
export function requesterOf(actor: Actor, primary: string | undefined): Requester {
  if (!('userId' in actor)) throw forbidden('人が依頼してください。', 'A person must ask for backup.');
  const onBehalf = actor.role === 'base_secretariat';
  if (!onBehalf) return { organization: actor.orgId, user: actor.userId, onBehalf };
  if (primary === undefined)
    throw invalidInput(
      'patient',
      'この患者には主治医の登録がありません。主治医を登録してから代行してください。',
      'No primary physician is registered for this patient. Register one, then ask on their behalf.',
    );
  return { organization: primary, user: actor.userId, onBehalf };
}

/** 緊急バックアップを依頼する. */
export function begin(command: RequestEmergencyBackup, _none: State, given: Given<Requesting>): BackupEvent[] {
  const { actor, found, records } = given;
  const { ground, consent, primary, careTeam, bases, rules, another } = found;
  const requester = requesterOf(actor, primary);
  const tiers = ladderOf(ground);
  const nobody = !mayAskAnybody(ground) && tiers.every(({ tier, candidates }) => tier < 3 || candidates.length === 0);
  const theirs = primary === undefined || primary === requester.organization;
  const ofTheArea = !requester.onBehalf || ('orgId' in actor && bases.includes(actor.orgId));
  // The arrow is looked at first: who may ask nobody hears that, whosever patient it is (B-03, E13).
  if (!theirs || !ofTheArea) throw nobody && ofTheArea ? noArrangement() : notTheirPatient();
  if (!consent) throw notShared(ground.patient.id);
  if (nobody) throw noArrangement();
  if (another) throw requestedAlready();

  const { patient, reason, urgency, need, capabilityNeeds = [] } = command;
  const { area } = ground.patient;
  const requested: BackupEvent = {
    type: 'EmergencyBackupRequested',
    payload: {
      patient,
      requester,
      primary: requester.organization,
      reason,
      urgency,
      need,
      capabilityNeeds,
      summaryRef: recordOf(records, 'backup_summary'),
      area,
      careTeam,
      bases,
      tiers,
      rules: rules.values,
      ruleSet: rules.ref,
    },
  };
  return begun(requested, given);
}

const notTheirPatient = () =>
  forbidden(
    'この患者の主治医の機関だけが依頼できます。主治医か拠点の事務局に頼んでください。',
    "Only the organization of the patient's primary physician may ask. Turn to it or to the base.",
  );
