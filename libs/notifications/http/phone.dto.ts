import { IsIn, IsOptional } from 'class-validator';
import { IsId, IsInstant } from '#platform';
import { CALL_OUTCOMES, type CallOutcome } from '../domain/phone-task.js';

export class RequestCallBody {
  /** Whom to telephone. */
  @IsId() readonly person!: string;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class RecordCallBody {
  @IsIn(CALL_OUTCOMES) readonly outcome!: CallOutcome;
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}
