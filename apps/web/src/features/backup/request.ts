import type { Entry, Timeline } from '../../api/types.ts';

/** What an offer is about: what the requester wrote, and who asked. */
export function requestOf({ entries }: Timeline): {
  summary: string | undefined;
  by: Entry['actor'] | undefined;
  codes: Entry['details'];
} {
  const requested = entries.find(({ type }) => type === 'EmergencyBackupRequested');
  return {
    summary: requested?.texts.find(({ kind }) => kind === 'backup_summary')?.text,
    by: requested?.actor,
    codes: requested?.details ?? {},
  };
}

/** 申し送り: the text that is to be read before it is acknowledged. */
export const handBackOf = ({ entries }: Timeline): { entry: Entry; text: string | undefined } | undefined => {
  const entry = entries.findLast(({ type }) => type === 'BackupHandedBack');
  return entry && { entry, text: entry.texts.find(({ kind }) => kind === 'backup_hand_back')?.text };
};

export type Answered = 'asked' | 'declined' | 'silent' | 'withdrawn';

const ANSWERS: Readonly<Record<string, Answered>> = {
  BackupOffered: 'asked',
  EmergencyBackupDeclined: 'declined',
  BackupOfferTimedOut: 'silent',
  BackupAcceptanceWithdrawn: 'withdrawn',
};

/** Which institutions have been asked, and what came of it; the last word of each counts. */
export function askedOf({ entries }: Timeline): { organization: string; answer: Answered; entry: Entry }[] {
  const last = new Map<string, { answer: Answered; entry: Entry }>();
  for (const entry of entries) {
    const answer = ANSWERS[entry.type];
    const { organization } = entry.details;
    if (answer !== undefined && typeof organization === 'string') last.set(organization, { answer, entry });
  }
  return [...last].map(([organization, said]) => Object.assign({ organization }, said));
}
