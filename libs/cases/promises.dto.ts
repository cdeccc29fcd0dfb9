import { IsInstant } from '#platform';

export class PromiseObligationBody {
  /** Until when it will be done; the chain rests until then. */
  @IsInstant() readonly until!: string;
}
