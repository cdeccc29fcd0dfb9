import {
  atMinute,
  chaseLadder,
  dateIn,
  isOpenOn,
  minuteOfDay,
  plusMinutes,
  plusOpenDays,
  type Addressee,
  type AreaRef,
  type Instant,
  type Opening,
  type Plan,
} from '#kernel';
import { alarmOf, completionMinutes, offerMinutes, type BackupRules } from './backup.rules.js';
import type { BackupUrgency } from './request.commands.js';

export const OFFER = 'offer';
export const COMPLETION = 'completion';
export const ASSIGNMENT = 'assignment';
export const HAND_BACK = 'hand_back';
export const HAND_BACK_ACKNOWLEDGEMENT = 'hand_back_acknowledgement';

export interface Setting {
  readonly now: Instant;
  readonly rules: BackupRules;
  readonly area: AreaRef;
}

/** Who stands behind one side of the hand-back, and when it works. */
export interface Party {
  readonly organization: string;
  readonly opening: Opening;
  readonly owner: readonly Addressee[];
}

export const base = (area: AreaRef): readonly Addressee[] => [
  { role: 'base_secretariat', kind: 'cooperation_base', area },
];

/** An answer to an offer (応答): accepting or declining, and nothing else. Nobody is chased for it: when its time is over the next candidate is asked. */
export function offered(
  { now, rules }: Setting,
  urgency: BackupUrgency,
  organization: string,
  offer: number,
): { readonly expiresAt: Instant; readonly plan: Plan } {
  const expiresAt = plusMinutes(now, offerMinutes(rules, urgency));
  const plan: Plan = {
    step: OFFER,
    instance: String(offer),
    owedBy: organization,
    dueAt: expiresAt,
    actAt: expiresAt,
    urgency: alarmOf(urgency),
    template: 'backup.offer',
    rungs: [],
  };
  return { expiresAt, plan };
}

/** Told by the minute, at any hour: first who owes it, then whoever can still do something about it. */
const byTheMinute = (
  step: string,
  dueAt: Instant,
  owedBy: string,
  urgency: BackupUrgency,
  [first, second, minutesLater]: readonly [readonly Addressee[], readonly Addressee[], number],
): Plan => ({
  step,
  owedBy,
  dueAt,
  urgency: alarmOf(urgency),
  template: `backup.${step}`,
  rungs: [
    { level: 1, at: dueAt, to: first },
    { level: 2, at: plusMinutes(dueAt, minutesLater), to: second },
  ],
});

/** 対応の完了: somebody has said that they go; until they say how it ended the patient may still be waiting [D]. */
export const completion = (
  { now, rules, area }: Setting,
  urgency: BackupUrgency,
  { organization, to }: { readonly organization: string; readonly to: readonly Addressee[] },
): Plan => {
  const dueAt = plusMinutes(now, completionMinutes(rules, urgency));
  return byTheMinute(COMPLETION, dueAt, organization, urgency, [to, base(area), rules.completionBaseMinutes]);
};

/** 手動での割り当て: nobody is left to ask, and the base has heard; it has not found anybody yet [D]. */
export const assignment = ({ now, rules, area }: Setting, urgency: BackupUrgency, owedBy: string): Plan => {
  const dueAt = plusMinutes(now, rules.assignmentMinutes);
  const coordinator: Addressee = { role: 'coordinator', kind: 'help_desk', area };
  const ladder = [base(area), [coordinator], rules.assignmentCoordinatorMinutes] as const;
  return byTheMinute(ASSIGNMENT, dueAt, owedBy, urgency, ladder);
};

const chased = (
  { now, rules, area }: Setting,
  step: string,
  dueAt: Instant,
  { organization, opening, owner }: Party,
): Plan => ({
  step,
  owedBy: organization,
  dueAt,
  urgency: 'routine',
  template: 'backup.hand_back',
  rungs: chaseLadder(
    { dueAt, now, opening, offsets: rules.chaseOffsets.map((businessDays, i) => ({ level: i + 1, businessDays })) },
    { 1: owner, 2: base(area) },
  ),
});

/** 申し送り: the next business day of whoever went, 09:00, so that the primary physician knows before the day's visits [D]. */
export const handBack = (setting: Setting, completedAt: Instant, acceptor: Party): Plan => {
  const on = plusOpenDays(dateIn(completedAt), setting.rules.handBackBusinessDays, acceptor.opening);
  return chased(setting, HAND_BACK, atMinute(on, setting.rules.handBackMinute), acceptor);
};

/** 申し送りの確認: by noon of that day when it is an open morning, else by noon of the next business day [D]. */
export function handBackAcknowledgement(setting: Setting, handedBackAt: Instant, primary: Party): Plan {
  const { acknowledgementMinute } = setting.rules;
  const today = dateIn(handedBackAt);
  const inTime = isOpenOn(today, primary.opening) && minuteOfDay(handedBackAt) < acknowledgementMinute;
  const on = inTime ? today : plusOpenDays(today, 1, primary.opening);
  return chased(setting, HAND_BACK_ACKNOWLEDGEMENT, atMinute(on, acknowledgementMinute), primary);
}
