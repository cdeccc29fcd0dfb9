import { IsOptional } from 'class-validator';
import { IsInstant } from '#platform';

export class CompileEvidencePackBody {
  @IsOptional() @IsInstant() readonly occurredAt?: string;
}
