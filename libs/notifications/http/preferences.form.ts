import type { Preferences, Reached } from '../domain/preferences.js';
import type { PreferencesBody, ReachedBody } from './notifications.dto.js';

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

export const preferencesOf = ({ quiet, digestAt, classes }: PreferencesBody): Preferences => ({
  quiet: { from: minuteOf(quiet.from), to: minuteOf(quiet.to) },
  digestAt: minuteOf(digestAt),
  classes: {
    emergency: once(classes.emergency),
    urgent: once(classes.urgent),
    chase: once(classes.chase),
    notice: once(classes.notice),
  },
});

/** What is named twice is tried once. */
const once = ({ day, night, digest }: ReachedBody): Reached => ({
  day: [...new Set(day)],
  night: [...new Set(night)],
  digest,
});

export const shown = ({ quiet, digestAt, classes }: Preferences): PreferencesBody => ({
  quiet: { from: timeOf(quiet.from), to: timeOf(quiet.to) },
  digestAt: timeOf(digestAt),
  classes: classes as unknown as PreferencesBody['classes'],
});
