import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsId, IsInstant, IsLocalDate } from '#platform';
import { DECISIONS, type Decision } from '../domain/agenda-item.commands.js';

class PlainBody {
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}

export class ScheduleAgendaItemBody extends PlainBody {
  @IsLocalDate() readonly meetingOn!: string;
}

export class DecideAgendaItemBody extends PlainBody {
  @IsIn(DECISIONS) readonly decision!: Decision;
  @IsOptional() @IsString() @Length(1, 4000) readonly reason?: string;
}

export class AssignActionBody extends PlainBody {
  @IsString() @Length(1, 4000) readonly what!: string;
  @IsId() readonly ownerOrganization!: string;
  @IsLocalDate() readonly dueOn!: string;
  @IsOptional() @IsLocalDate() readonly checkOn?: string;
}

export class CompleteActionBody extends PlainBody {
  @IsId() readonly action!: string;
}
