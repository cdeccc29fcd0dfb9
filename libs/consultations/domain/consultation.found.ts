import type { AreaRef } from '#kernel';
import type { Desk } from './consultation.obligations.js';
import type { ConsultationRules } from './consultation.rules.js';
import type { DeskForm } from './desk-form.js';
import type { Consultation } from './consultation.state.js';

/** The desk that has the consultation, by its own calendar. */
export interface AtDesk {
  readonly desk: Desk;
}
/** The desk that is, or shall be, referred to (つなぎ先); null where the one named is no desk. */
export interface Referring {
  readonly to: Desk | null;
}
/** The consultation that shall go on (まとめ先). */
export interface Merging {
  readonly into: Consultation;
}
/** 受付票 of the desk that writes it down, as it is on the day of the receipt. */
export interface OnForm {
  readonly form: DeskForm;
}
/** What is known of the consultation that something is split from. */
export interface SplittingOff extends Receiving {
  readonly from: Consultation;
}
/** Where a consultation is received. */
export interface Receiving extends AtDesk {
  /** The municipality's area: the patient's, else the desk's. */
  readonly area: AreaRef;
  /** Where the asker works; undefined where no organization asks. */
  readonly organization?: string;
  /** サテライト窓口 that took the call, where it was not the desk itself. */
  readonly satellite?: string;
  /** The next 受付番号 of the desk in the fiscal year of the call. */
  readonly number?: number;
  readonly rules: {
    readonly ref: { readonly id: string; readonly version: number };
    readonly values: ConsultationRules;
  };
}
