import { whole, type Bounds } from '#kernel';

/**
 * Rules of a help desk's work that no consultation keeps: they hold as they are on the day on which somebody looks. All of
 * them are our own defaults [D]; no source has any.
 */
export const DESK_RULES = {
  /** 重複の注意: consultations of so many days back are shown as likely duplicates; 0 shows none [D]. */
  duplicateDays: 7,
};

/** What an area may set [D]. */
export const DESK_BOUNDS: Bounds<typeof DESK_RULES> = {
  duplicateDays: whole(0, 60),
};

export type DeskRules = typeof DESK_RULES;
export const DESK_CONTEXT = 'help_desk';
