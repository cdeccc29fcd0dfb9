import { IsString, Length, Matches } from 'class-validator';
import { Named } from '#access';
import { IsLocalDate, Uuid } from '#platform';

/** A person, with the least that tells one from another. */
export class PatientListed {
  @Uuid() readonly id!: string;
  readonly name!: string;
  readonly kana!: string;
  readonly birthDate!: string;
  readonly municipality!: Named;
  /** Commands that the reader may begin about this person. */
  readonly begins!: string[];
}

export class FindPatientsBody {
  @IsLocalDate() readonly birthDate!: string;
  /** ふりがな, from the family name on: two characters at least. */
  @IsString() @Length(1, 100) readonly kana!: string;
  /** What is to be begun about the person: the name of a command. */
  @IsString() @Length(1, 60) @Matches(/^[A-Za-z]+$/) readonly for!: string;
}

export class PatientsFound {
  readonly hits!: PatientListed[];
  /** More fit than are shown: say more of the name. */
  readonly more!: boolean;
}
