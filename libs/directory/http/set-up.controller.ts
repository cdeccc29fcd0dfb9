import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '#access';
import { can, forbidden } from '#kernel';
import { SetUp, SetUps } from '../views/set-up.query.js';

@ApiTags('Directory')
@Controller('api/v1/set-up')
export class SetUpController {
  constructor(@Inject(SetUps) private readonly setUps: SetUps) {}

  @Get()
  @ApiOperation({ operationId: 'showSetUp', summary: '開設準備の進み具合を見る' })
  show(@CallerParam() { prefecture, actor }: Caller): Promise<SetUp> {
    if (!can(actor.role, 'administration'))
      throw forbidden('開設準備は管理者が行います。', 'A region is set up by its administrators.');
    return this.setUps.of(prefecture);
  }
}
