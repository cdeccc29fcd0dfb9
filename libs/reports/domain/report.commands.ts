import type { Month } from './month.js';

/** 月次活動報告を開く: the month of a desk gets its report, which is to be submitted. */
export interface OpenActivityReport {
  readonly type: 'OpenActivityReport';
  readonly desk: string;
  readonly month: Month;
}

/** 提出する. `hash` of the figures that were looked at: others are not submitted unseen. */
export interface SubmitActivityReport {
  readonly type: 'SubmitActivityReport';
  readonly hash?: string;
}

export interface Plain {
  readonly type: string;
}
