import { ApiExtraModels, ApiProperty, refs } from '@nestjs/swagger';
import { ROLES, type AreaRef, type Instant, type Recorded, type Role } from '#kernel';
import { Moment, Uuid } from '#platform';

class RecordedPerson {
  @Uuid() readonly userId!: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role' }) readonly role!: Role;
  @Uuid() readonly orgId!: string;
  @ApiProperty({ type: [String] }) readonly areas?: readonly string[];
}
class RecordedWorker {
  readonly system!: 'worker';
  readonly job!: string;
}
class RecordedAreas implements AreaRef {
  readonly municipalityId!: string;
  readonly homeCareAreaId!: string;
  readonly secondaryAreaId!: string;
  readonly tertiaryAreaId!: string;
}
class RecordedAggregate {
  readonly kind!: string;
  @Uuid() readonly id!: string;
  readonly seq!: number;
}
class RecordedCrossBorder {
  @ApiProperty({ type: [RecordedAreas] }) readonly otherAreas!: readonly RecordedAreas[];
  readonly crossMunicipality!: boolean;
  readonly crossHomeCareArea!: boolean;
  readonly crossSecondaryArea!: boolean;
}
class RecordedRuleSet {
  readonly id!: string;
  readonly version!: number;
}
class RecordedSubject {
  @Uuid() readonly patientRef!: string;
}

@ApiExtraModels(RecordedPerson, RecordedWorker)
class RecordedEvent implements Recorded {
  @Uuid() readonly eventId!: string;
  readonly prefecture!: string;
  /** Gapless and in commit order within its prefecture. */
  readonly position!: number;
  readonly type!: string;
  readonly schemaVersion!: number;
  /** When it happened in the world. */
  @Moment() readonly occurredAt!: Instant;
  /** When it was stored. */
  @Moment() readonly recordedAt!: Instant;
  readonly aggregate!: RecordedAggregate;
  readonly area?: RecordedAreas;
  readonly crossBorder?: RecordedCrossBorder;
  @ApiProperty({ oneOf: refs(RecordedPerson, RecordedWorker) }) readonly actor!: RecordedPerson | RecordedWorker;
  @Uuid() readonly correlationId!: string;
  @Uuid() readonly causationId?: string;
  readonly ruleSet?: RecordedRuleSet;
  readonly subject?: RecordedSubject;
  /** Of the type: ids, codes and times. */
  @ApiProperty({ type: 'object', additionalProperties: true }) readonly payload!: object;
}

export class EventPage {
  readonly events!: RecordedEvent[];
  /** Ask for what comes after this. */
  readonly next!: number;
}
