import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsInt, IsOptional, IsString, Matches, MaxLength, Min } from 'class-validator';
import { Moment, NestedList, Uuid } from '#platform';
import { IMPORT_STATES, type ImportState } from '../domain/import-rules.js';
import { TARGETS, type Target } from '../domain/targets.js';

/** Why something stopped short, in both languages. */
export class ImportRefusal {
  readonly code!: string;
  readonly ja!: string;
  readonly en!: string;
}

/** 取り込み: how far it is and what came of it. */
export class ImportListed {
  @Uuid() readonly id!: string;
  @ApiProperty({ enum: TARGETS, enumName: 'ImportTarget' }) readonly target!: Target;
  @ApiProperty({ enum: IMPORT_STATES, enumName: 'ImportState' }) readonly state!: ImportState;
  readonly percent!: number;
  readonly rows!: number;
  /** Rows that have faults. */
  readonly faults!: number;
  readonly made!: number;
  readonly changed!: number;
  readonly same!: number;
  readonly skipped!: number;
  @ApiProperty({ type: ImportRefusal, nullable: true }) readonly refusal!: ImportRefusal | null;
  @Moment() readonly begunAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly doneAt!: string | null;
  /** Whose it is; only that person sees what the file holds. */
  @Uuid() readonly userId!: string;
  readonly undoable!: boolean;
}

export class ImportField {
  readonly name!: string;
  readonly required!: boolean;
  /** A heading by which it is known. */
  readonly heading!: string;
}

/** 列: what a list of this kind may say. */
export class ImportForm {
  @ApiProperty({ enum: TARGETS, enumName: 'ImportTarget' }) readonly target!: Target;
  @ApiProperty({ type: ImportField, isArray: true }) readonly fields!: ImportField[];
}

export class Imports {
  /** What the reader may import. */
  @ApiProperty({ enum: TARGETS, enumName: 'ImportTarget', isArray: true }) readonly targets!: Target[];
  @ApiProperty({ type: ImportForm, isArray: true }) readonly forms!: ImportForm[];
  readonly imports!: ImportListed[];
}

export class ImportColumn {
  readonly heading!: string;
  /** The field that it is read as; null: it is not read. */
  @ApiProperty({ type: String, nullable: true }) readonly field!: string | null;
  /** The same heading stands on another column as well. */
  readonly twice!: boolean;
}

export class ImportFaultText {
  readonly ja!: string;
  readonly en!: string;
}

export class ImportPreviewCell {
  readonly field!: string;
  readonly text!: string;
  @ApiProperty({ type: ImportFaultText, required: false }) readonly fault?: ImportFaultText;
}

export class ImportPreviewRow {
  readonly line!: number;
  @ApiProperty({ type: ImportPreviewCell, isArray: true }) readonly cells!: readonly ImportPreviewCell[];
}

export class ImportMappingFault {
  readonly code!: string;
  readonly field!: string;
}

/** 取り込みの中身: for who chose the file. */
export class ImportContent {
  readonly name!: string;
  readonly encoding!: string;
  @ApiProperty({ type: String, nullable: true }) readonly sheet!: string | null;
  /** Sheets of the workbook that were not read. */
  readonly unreadSheets!: string[];
  readonly columns!: ImportColumn[];
  readonly fields!: ImportField[];
  readonly mappingFaults!: ImportMappingFault[];
  @ApiProperty({ type: ImportPreviewRow, isArray: true }) readonly preview!: ImportPreviewRow[];
}

export class ImportShown extends ImportListed {
  @ApiProperty({ type: ImportContent, nullable: true }) readonly content!: ImportContent | null;
}

export class ImportFault extends ImportFaultText {
  readonly line!: number;
  readonly column!: string;
  readonly code!: string;
  /** What stands in the cell. */
  readonly cell!: string;
  /** 判断する行: who it may be; present where a person has to decide. */
  @ApiProperty({ type: String, isArray: true, required: false }) readonly candidates?: readonly string[];
}

export class ImportFaults {
  readonly total!: number;
  readonly faults!: ImportFault[];
}

export class MapColumnsBody {
  /** For each column the field that it is read as; empty: it is not read. */
  @IsArray() @ArrayMaxSize(200) @IsString({ each: true }) @MaxLength(40, { each: true }) readonly columns!: string[];
}

export class ImportDecisionBody {
  @IsInt() @Min(1) readonly line!: number;
  /** `another` person, `skip` the row, or `same:` and the id of the person that it is. */
  @IsString() @Matches(/^(?:another|skip|same:[0-9a-f-]{36})$/) readonly decision!: string;
}

export class CheckImportBody {
  @IsOptional() @NestedList(() => ImportDecisionBody, 1_000) readonly decisions?: ImportDecisionBody[];
}
