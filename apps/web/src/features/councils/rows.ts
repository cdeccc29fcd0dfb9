import type { Facts } from '../../feature.ts';

export const level = { codes: 'areaLevel' } as const;
/** 場面と課題の種類: what the issue is about. */
export const key = { codes: 'theme', between: '|' } as const;
export const category = { codes: 'category' } as const;

export const rows: Facts = {
  agenda_item: { key, level, category, meetingOn: 'day' },
  meeting: { level, on: 'day' },
  council: { level },
};
