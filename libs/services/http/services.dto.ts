import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import type { LocalDate } from '#kernel';
import { IsId, IsInstant, IsLocalDate } from '#platform';
import {
  SERVICE_CANCELLATIONS,
  SERVICE_DECLINES,
  SERVICE_OUTCOMES,
  SERVICES,
  type Service,
  type ServiceCancellation,
  type ServiceDecline,
  type ServiceOutcome,
} from '../domain/request.commands.js';

const LONGEST_TEXT = 4_000;

/** Every command may say when it happened, where that was earlier. */
class PlainBody {
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class RequestServiceBody extends PlainBody {
  @IsId() readonly patient!: string;
  @IsIn(SERVICES) readonly service!: Service;
  /** An organization that does it. */
  @IsId() readonly to!: string;
  /** What is wished for, and what whoever does it must know. */
  @IsString() @Length(1, LONGEST_TEXT) readonly wish!: string;
  /** The consultation that it comes from. */
  @IsOptional() @IsId() readonly origin?: string;
}

export class AcceptServiceRequestBody extends PlainBody {
  /** Until when it is done, as both agree. */
  @IsLocalDate() readonly doneBy!: LocalDate;
  @IsOptional() @IsString() @Length(1, LONGEST_TEXT) readonly note?: string;
}

export class RescheduleServiceBody extends PlainBody {
  @IsLocalDate() readonly doneBy!: LocalDate;
}

export class DeclineServiceRequestBody extends PlainBody {
  @IsIn(SERVICE_DECLINES) readonly reason!: ServiceDecline;
  @IsOptional() @IsString() @Length(1, LONGEST_TEXT) readonly note?: string;
}

export class CompleteServiceRequestBody extends PlainBody {
  @IsIn(SERVICE_OUTCOMES) readonly outcome!: ServiceOutcome;
  @IsOptional() @IsString() @Length(1, LONGEST_TEXT) readonly note?: string;
}

export class CancelServiceRequestBody extends PlainBody {
  @IsIn(SERVICE_CANCELLATIONS) readonly reason!: ServiceCancellation;
}
