import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '#access';
import { Homes } from '../views/home.query.js';
import { Home } from './home.dto.js';

@ApiTags('Councils')
@Controller('api/v1')
export class HomeController {
  constructor(@Inject(Homes) private readonly homes: Homes) {}

  @Get('home')
  @ApiOperation({ operationId: 'showHome', summary: '自分の会議と、そこですることを見る' })
  home(@CallerParam() caller: Caller): Promise<Home> {
    return this.homes.of(caller);
  }
}
