import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '#access';
import { invalidInput, isId, notFound } from '#kernel';
import { Followers } from '#platform';
import { DIMENSIONS } from '../domain/figures.js';
import { isMonth } from '../domain/month.js';
import { ActivityMonth, ActivityMonthListed, ActivityMonths, CasesBehind } from '../views/activity-months.query.js';
import { COUNTED_FOLLOWER } from '../views/counted-consultations.projection.js';

const POSITION = { name: 'position', required: false, description: '自分が書いた位置まで待って読む（最大2秒）' };

@ApiTags('Reports')
@Controller('api/v1')
export class ReportsController {
  constructor(
    @Inject(ActivityMonths) private readonly months: ActivityMonths,
    @Inject(Followers) private readonly followers: Followers,
  ) {}

  @Get('activity-reports')
  @ApiOperation({ operationId: 'listActivityMonths', summary: '月次活動報告を窓口と月ごとに一覧する' })
  list(@CallerParam() caller: Caller): Promise<ActivityMonthListed[]> {
    return this.months.list(caller);
  }

  @Get('activity-reports/:desk/:month')
  @ApiOperation({ operationId: 'showActivityMonth', summary: '窓口の月次集計と報告を見る' })
  @ApiParam({ name: 'desk', schema: { type: 'string', format: 'uuid' } })
  @ApiParam({ name: 'month', description: 'YYYY-MM' })
  @ApiQuery(POSITION)
  async show(
    @CallerParam() caller: Caller,
    @Param('desk') desk: string,
    @Param('month') month: string,
    @Query('position') position?: string,
  ): Promise<ActivityMonth> {
    check(desk, month);
    if (position !== undefined && /^\d{1,15}$/.test(position))
      await this.followers.reached(caller.prefecture, Number(position), [COUNTED_FOLLOWER]);
    return this.months.show(caller, desk, month);
  }

  @Get('activity-reports/:desk/:month/cases')
  @ApiOperation({ operationId: 'listCountedCases', summary: '集計の一つの数の元になった相談を一覧する' })
  @ApiParam({ name: 'desk', schema: { type: 'string', format: 'uuid' } })
  @ApiParam({ name: 'month', description: 'YYYY-MM' })
  @ApiQuery({ name: 'by', enum: DIMENSIONS })
  @ApiQuery({ name: 'code' })
  cases(
    @CallerParam() caller: Caller,
    @Param('desk') desk: string,
    @Param('month') month: string,
    @Query('by') by?: string,
    @Query('code') code?: string,
  ): Promise<CasesBehind> {
    check(desk, month);
    const dimension = DIMENSIONS.find((one) => one === by);
    if (!dimension)
      throw invalidInput('by', '集計の分け方を選び直してください。', `by must be one of ${DIMENSIONS.join(', ')}.`);
    return this.months.behind(caller, desk, month, dimension, String(code));
  }
}

function check(desk: string, month: string): void {
  if (!isId(desk)) throw notFound('desk', '相談窓口');
  if (!isMonth(month))
    throw invalidInput('month', '月を YYYY-MM で指定してください。', 'Give a month as YYYY-MM, 2025-06.');
}
