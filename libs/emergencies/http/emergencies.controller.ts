import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '#access';
import { isId, isLocalDate, invalidInput, notFound } from '#kernel';
import { EmergencyLooks } from '../views/emergency-looks.query.js';
import { EmergencyRecords } from '../views/emergency-record.query.js';
import { EmergencyLooksOfMonth, EmergencyRecord } from './emergencies.dto.js';

/** 緊急閲覧: what is read under it, and the review of a month. */
@ApiTags('Emergencies')
@Controller('api/v1')
export class EmergenciesController {
  constructor(
    @Inject(EmergencyRecords) private readonly records: EmergencyRecords,
    @Inject(EmergencyLooks) private readonly looks: EmergencyLooks,
  ) {}

  @Get('emergency-looks')
  @ApiOperation({ operationId: 'listEmergencyLooks', summary: '緊急閲覧を月ごとに点検する' })
  @ApiQuery({ name: 'month', required: false, description: 'YYYY-MM。なければ今月' })
  month(@CallerParam() caller: Caller, @Query('month') month?: unknown): Promise<EmergencyLooksOfMonth> {
    if (month === undefined) return this.looks.of(caller);
    if (typeof month !== 'string' || !/^\d{4}-\d{2}$/.test(month) || !isLocalDate(`${month}-01`) || month < '1900')
      throw invalidInput('month', '月を「2026-04」の形で指定してください。', 'Give the month as 2026-04.');
    return this.looks.of(caller, month);
  }

  @Get('emergency-looks/:emergencyLook/record')
  @ApiOperation({ operationId: 'showEmergencyRecord', summary: '緊急閲覧で開いた範囲を読む' })
  @ApiParam({ name: 'emergencyLook', schema: { type: 'string', format: 'uuid' } })
  record(@CallerParam() caller: Caller, @Param('emergencyLook') id: string): Promise<EmergencyRecord> {
    if (!isId(id)) throw notFound('emergency look', '緊急閲覧');
    return this.records.of(caller, id);
  }
}
