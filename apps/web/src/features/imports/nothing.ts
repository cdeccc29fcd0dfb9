import { LATER } from '../../i18n/pair.ts';

/** It has no cases, and says nothing of any. */
export const NOTHING = {
  ...LATER,
  command: {},
  short: {},
  kind: {},
  step: {},
  state: {},
  level: {},
  detail: {},
  unit: {},
  codes: {},
};
