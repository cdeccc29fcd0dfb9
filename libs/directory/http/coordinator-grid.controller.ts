import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '#access';
import { CoordinatorGrid, CoordinatorGrids } from '../views/coordinator-grid.query.js';

@ApiTags('Directory')
@Controller('api/v1')
export class CoordinatorGridController {
  constructor(@Inject(CoordinatorGrids) private readonly grids: CoordinatorGrids) {}

  @Get('coordinator-grid')
  @ApiOperation({ operationId: 'showCoordinatorGrid', summary: '調整役の配置表（重なりと欠け）を見る' })
  @ApiQuery({ name: 'area', required: false, type: String, description: '圏域の番号。書かなければ自分の二次医療圏' })
  grid(@CallerParam() caller: Caller, @Query('area') area?: string | string[]): Promise<CoordinatorGrid> {
    return this.grids.of(caller, [area].flat()[0]);
  }
}
