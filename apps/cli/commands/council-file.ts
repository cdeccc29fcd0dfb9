import { PickType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Length,
  Matches,
} from 'class-validator';
import { BODIES, EstablishCouncilBody, type BodyType } from '#councils';
import type { FieldError } from '#kernel';
import { BodyPipe, NestedList } from '#platform';
import { faultsOf, importFileOf, lineOf, type Encoding } from './import-file.js';

class MemberRow {
  /** Its name, or its id where two have one name. */
  @IsString() @Length(1, 100) readonly organization!: string;
  @IsIn(BODIES) readonly body!: BodyType;
}

/** What a file says of a council as the screen does: chairs are persons, and are given by their ids. */
const SAME = [
  'name',
  'level',
  'types',
  'chairMedical',
  'chairAdministrative',
  'agendaCloseDays',
  'materialDays',
] as const;

/** 会議体 as a file names it: areas, organizations and the council above by their names. */
class CouncilRowBody extends PickType(EstablishCouncilBody, SAME) {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsString({ each: true })
  @Length(1, 40, { each: true })
  readonly areas!: string[];
  @IsString() @Length(1, 100) readonly secretariat!: string;
  @IsOptional() @IsString() @Length(1, 100) readonly parent?: string;
  @IsOptional() @NestedList(() => MemberRow, 200) readonly members?: MemberRow[];
}

export type CouncilRow = Pick<CouncilRowBody, keyof CouncilRowBody>;

class Around {
  @IsString() @Matches(/^\d{2}$/) readonly prefecture!: string;
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(1000) readonly councils!: unknown[];
}

/** One entry of a file: a council, or why it is none. */
export type Entry = { readonly row: CouncilRow } | { readonly faults: readonly FieldError[] };

export type CouncilFile =
  | { readonly prefecture: string; readonly entries: readonly Entry[]; readonly encoding: Encoding }
  | { readonly faults: readonly string[] };

const checked = async <T>(value: unknown, metatype: new () => T): Promise<T> =>
  (await new BodyPipe().transform(value, { type: 'body', metatype })) as T;

/** Reads a file of councils. Each is looked at for itself: one that is wrong takes no other with it. */
export async function councilFileOf(bytes: Buffer): Promise<CouncilFile> {
  const read = importFileOf(bytes);
  if ('faults' in read) return read;
  const { prefecture, councils } = read.said;
  try {
    const around = await checked({ prefecture, councils }, Around);
    const entries = await Promise.all(
      around.councils.map(async (council): Promise<Entry> => {
        try {
          // Plain values, without the fields that a class declares and nobody filled.
          return { row: JSON.parse(JSON.stringify(await checked(council, CouncilRowBody))) as CouncilRow };
        } catch (error) {
          return { faults: faultsOf(error) };
        }
      }),
    );
    return { prefecture: around.prefecture, entries, encoding: read.encoding };
  } catch (error) {
    return { faults: faultsOf(error).map(lineOf) };
  }
}
