import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import type { Caller } from '#access';
import { RuleBook } from '#directory';
import { can, dateIn, forbidden, SCENES, type LocalDate, type Scene } from '#kernel';
import { Databases } from '#platform';
import { TOPICS, type Topic } from '../domain/consultation.commands.js';
import { topicsOn } from '../domain/desk-form.js';
import { CHECKS, DESK_CONTEXT, FORM_FIELDS, type Check, type DeskRules, type FormField } from '../domain/desk.rules.js';

class FieldRequired {
  @ApiProperty({ enum: FORM_FIELDS }) readonly field!: FormField;
  /** Left out: in every scene. */
  @ApiProperty({ enum: SCENES, isArray: true, required: false }) readonly scenes?: readonly Scene[];
}

class SceneChecks {
  @ApiProperty({ enum: CHECKS, isArray: true }) readonly discharge_support!: readonly Check[];
  @ApiProperty({ enum: CHECKS, isArray: true }) readonly daily_care!: readonly Check[];
  @ApiProperty({ enum: CHECKS, isArray: true }) readonly sudden_change!: readonly Check[];
  @ApiProperty({ enum: CHECKS, isArray: true }) readonly end_of_life!: readonly Check[];
}

/** 受付票 of a desk, for what is received on a day. */
export class ConsultationForm {
  @ApiProperty({ format: 'date' }) readonly on!: LocalDate;
  @ApiProperty({ enum: TOPICS, isArray: true }) readonly topics!: readonly Topic[];
  @ApiProperty({ type: [FieldRequired] }) readonly required!: readonly FieldRequired[];
  readonly checkLists!: SceneChecks;
}

/** What the log screen offers, asks for and reminds of: as the command will judge it. */
@Injectable()
export class ConsultationForms {
  constructor(
    private readonly databases: Databases,
    private readonly rules: RuleBook,
  ) {}

  async of({ prefecture, actor, area }: Caller, on?: LocalDate): Promise<ConsultationForm> {
    if (!can(actor.role, 'desk_work'))
      throw forbidden(
        '受付票は、相談窓口の人が使います。窓口の担当者に依頼してください。',
        'The form is for people at a help desk. Ask the desk.',
      );
    const day = on ?? dateIn(await this.databases.now());
    const { values } = await this.rules.inForce<DeskRules>(prefecture, DESK_CONTEXT, area, day);
    const { required, checkLists } = values;
    return { on: day, topics: topicsOn(values, day), required, checkLists };
  }
}
