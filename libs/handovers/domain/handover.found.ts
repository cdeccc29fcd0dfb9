import type { AreaRef, Opening } from '#kernel';
import type { NamedCareManager } from './handover.events.js';
import type { Party } from './handover.obligations.js';
import type { HandoverRules } from './handover.rules.js';
import type { OtherStay } from './handover.state.js';

/** A care manager whom a command names, with the hours of the office. */
export type Named = NamedCareManager & { readonly opening: Opening };

/** The hospital of the stay. */
export interface AtHospital {
  readonly hospital: Party;
}
/** The office of the care manager (居宅介護支援事業所); null while nobody is named. */
export interface AtCareOffice {
  readonly careOffice: Party | null;
}
export interface AtBoth extends AtHospital, AtCareOffice {}

/** For a document: whether anything may be shared now, however that was when the stay began. */
export interface Sending extends AtBoth {
  readonly consent: boolean;
}
/** For a stay that comes back: whether it may, and who owes what is still to be done. */
export interface Resuming extends Sending {
  readonly strongHospital: boolean;
}
/** For a command that names a care manager. */
export interface Naming {
  readonly named: Named;
}
/** For a change of who is in charge of the person: null where nobody is any more. */
export interface Following {
  readonly named: Named | null;
}
/** For a command that ends a stay: when that can have been. */
export interface BesideStays {
  readonly stays: readonly OtherStay[];
}
export interface Leaving extends BesideStays, AtCareOffice {}

/** For a stay that begins: the person, the hospital, the rules of the area. */
export interface Beginning extends BesideStays, AtHospital {
  readonly area: AreaRef;
  readonly consent: boolean;
  /** The hospital screens within 3 days (入退院支援加算1). */
  readonly strongHospital: boolean;
  /** Null where none is known. */
  readonly named: Named | null;
  readonly rules: { readonly ref: { readonly id: string; readonly version: number }; readonly values: HandoverRules };
}
