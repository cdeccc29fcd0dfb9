import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { invalidInput, isId, isLocalDate, notFound } from '#kernel';
import { Looks, type LookFilter } from '../read-log.query.js';
import type { Caller } from '../sessions.js';
import { CallerParam } from './auth.guard.js';
import { LooksListed, MonthReviewed, WhoSaw } from './read-log.dto.js';

/** 閲覧の記録: for whoever reviews it. */
@ApiTags('Access')
@Controller('api/v1')
export class ReadLogController {
  constructor(@Inject(Looks) private readonly looks: Looks) {}

  @Get('read-log')
  @ApiOperation({ operationId: 'listLooks', summary: '閲覧の記録を見る' })
  @ApiQuery({
    name: 'about',
    required: false,
    description: '本人か案件のID',
    schema: { type: 'string', format: 'uuid' },
  })
  @ApiQuery({ name: 'reader', required: false, description: '見た人のID', schema: { type: 'string', format: 'uuid' } })
  @ApiQuery({
    name: 'day',
    required: false,
    description: '日（YYYY-MM-DD）',
    schema: { type: 'string', format: 'date' },
  })
  @ApiQuery({ name: 'purpose', required: false, description: '目的' })
  @ApiQuery({ name: 'after', required: false, description: '前のページの next', schema: { type: 'integer' } })
  list(@CallerParam() caller: Caller, @Query() query: Record<string, unknown>): Promise<LooksListed> {
    return this.looks.of(caller, filterOf(query));
  }

  @Get('read-log/months/:month')
  @ApiOperation({ operationId: 'reviewLooks', summary: '閲覧の記録を月ごとに点検する' })
  @ApiParam({ name: 'month', description: 'YYYY-MM' })
  month(@CallerParam() caller: Caller, @Param('month') month: string): Promise<MonthReviewed> {
    if (!/^\d{4}-\d{2}$/.test(month) || !isLocalDate(`${month}-01`)) throw notFound('month', '月');
    return this.looks.month(caller, month);
  }

  @Get('read-log/patients/:patient')
  @ApiOperation({ operationId: 'showWhoSaw', summary: '一人の方について、誰が見たかを見る' })
  @ApiParam({ name: 'patient', schema: { type: 'string', format: 'uuid' } })
  whoSaw(@CallerParam() caller: Caller, @Param('patient') id: string): Promise<WhoSaw> {
    if (!isId(id)) throw notFound('patient', '患者');
    return this.looks.whoSaw(caller, id);
  }
}

/** @throws invalid_input for what is no filter. */
function filterOf(query: Record<string, unknown>): LookFilter {
  const text = (name: string, fits: (value: string) => boolean): string | undefined => {
    const value = query[name];
    if (value === undefined || value === '') return undefined;
    if (typeof value !== 'string' || !fits(value))
      throw invalidInput(name, '条件の形が正しくありません。', 'This is no condition of that kind.');
    return value;
  };
  const after = text('after', (value) => /^\d{1,15}$/.test(value));
  const found = {
    about: text('about', isId),
    reader: text('reader', isId),
    day: text('day', (value) => value >= '1900' && value < '2200' && isLocalDate(value)),
    purpose: text('purpose', (value) => /^[\w:]{1,100}$/.test(value)),
    after: after === undefined ? undefined : Number(after),
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
