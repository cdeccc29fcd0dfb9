import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CallerParam, onlyRegionReaders, type Caller } from '#access';
import { Directory } from '#directory';
import { dateIn, invalidInput, isLocalDate } from '#kernel';
import { Databases, Followers } from '#platform';
import { OUTCOMES_FOLLOWER } from '../views/discharge-outcomes.projection.js';
import { DischargeRates, RateListed } from '../views/rates.query.js';

@ApiTags('Handovers')
@Controller('api/v1')
export class RatesController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Databases) private readonly databases: Databases,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(Followers) private readonly followers: Followers,
  ) {}

  /** 退院調整率・もれ率・入院時情報提供率 of each area, with numerator and denominator. */
  @Get('rates')
  @ApiOperation({ operationId: 'listRates', summary: '退院調整率などを圏域ごとに見る' })
  @ApiQuery({ name: 'from', required: false, description: 'YYYY-MM-DD（既定は今月1日）' })
  @ApiQuery({ name: 'to', required: false, description: 'YYYY-MM-DD（既定は今日）' })
  @ApiQuery({ name: 'position', required: false, description: '自分が書いた位置まで待って読む（最大2秒）' })
  async rates(
    @CallerParam() caller: Caller,
    @Query('from') from?: string,
    @Query('to') to?: string,
    @Query('position') position?: string,
  ): Promise<RateListed[]> {
    for (const [name, day] of [
      ['from', from],
      ['to', to],
    ] as const)
      if (day !== undefined && !isLocalDate(day))
        throw invalidInput(
          name,
          '実在する日を YYYY-MM-DD で入力してください。',
          `${name} must be a day that exists, YYYY-MM-DD`,
        );
    onlyRegionReaders(caller);
    const { prefecture } = caller;
    if (position !== undefined && /^\d{1,15}$/.test(position))
      await this.followers.reached(prefecture, Number(position), [OUTCOMES_FOLLOWER]);
    const today = dateIn(await this.databases.now());
    const rates = await this.queries.execute(
      new DischargeRates(prefecture, from ?? `${today.slice(0, 7)}-01`, to ?? today),
    );
    const nameOf = await this.directory.areaNames(prefecture);
    return rates.map(({ area, ...rate }) => ({ area: { id: area, name: nameOf(area) }, ...rate }));
  }
}
