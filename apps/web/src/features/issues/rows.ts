import type { Facts } from '../../feature.ts';

export const level = { codes: 'areaLevel' } as const;
/** 場面と課題の種類: what it is about. */
export const key = { codes: 'theme', between: '|' } as const;

export const rows: Facts = {
  regional_issue: { key, level },
  issue_signal: { key, source: { codes: 'source' } },
};
