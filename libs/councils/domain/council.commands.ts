import type { BodyType, CouncilLevel, CouncilType } from './council.terms.js';

interface Constitution {
  readonly name: string;
  readonly types: readonly CouncilType[];
  /** 所管圏域: ids of areas. Their number is independent of that of the councils (requirement A-06). */
  readonly areas: readonly string[];
  readonly secretariat: string;
  /** 旗振り役 and 支え役: users (requirement R-09). */
  readonly chairMedical?: string;
  readonly chairAdministrative?: string;
  readonly parent?: string;
  readonly agendaCloseDays?: number;
  readonly materialDays?: number;
}
export interface EstablishCouncil extends Constitution {
  readonly type: 'EstablishCouncil';
  readonly level: CouncilLevel;
}
/** What is left out stays as it is. */
export interface ReviseCouncil extends Partial<Constitution> {
  readonly type: 'ReviseCouncil';
}
export interface AppointCouncilMember {
  readonly type: 'AppointCouncilMember';
  readonly organization: string;
  readonly body: BodyType;
}
export interface EndMembership {
  readonly type: 'EndMembership';
  readonly organization: string;
  readonly body: BodyType;
}
