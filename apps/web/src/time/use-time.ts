import { useLanguage, useText } from '../i18n/index.tsx';
import { useNow } from '../live/live.tsx';
import { dayText, distanceText, momentText, stampText } from './moments.ts';

/** Times in words, by the server's clock and in the reader's language. */
export function useTime(everyMs?: number) {
  const now = useNow(everyMs);
  const t = useText();
  const { language } = useLanguage();
  return {
    now,
    day: (day: string) => dayText(day, now, language),
    moment: (moment: string) => momentText(moment, now, t, language),
    stamp: (moment: string) => stampText(moment, now, language),
    distance: (moment: string) => distanceText(moment, now, t),
  };
}
