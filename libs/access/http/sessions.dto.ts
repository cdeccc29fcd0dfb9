import { IsOptional, Matches } from 'class-validator';
import { IsId } from '#platform';
import { Account } from '../accounts.query.js';

export class OpenSessionBody {
  @IsId() readonly userId!: string;
  @IsOptional() @Matches(/^\d{2}$/) readonly prefecture?: string;
}

export class Me extends Account {
  readonly prefecture!: string;
  /** Commands that this person may begin a case with. */
  readonly commands!: string[];
  /** Pages beyond boards and cases that this person may open, by name. */
  readonly pages!: string[];
}

export class DemoAccount extends Account {
  /** What there is to try with it, in Japanese. */
  readonly hint?: string;
}
