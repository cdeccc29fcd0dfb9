import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public, Asks } from '#platform';
import { Foundation } from '../foundation.js';
import { FoundBody, Founded } from './foundation.dto.js';

/** 開設. */
@ApiTags('Directory')
@Controller('api/v1/foundations')
export class FoundationController {
  constructor(@Inject(Foundation) private readonly foundation: Foundation) {}

  @Public()
  @Asks()
  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'foundRegion', summary: '最初の管理者を登録する（設置時のリンクで一度だけ）' })
  async found(@Body() { token, ...founding }: FoundBody): Promise<Founded> {
    return { path: `/join#${await this.foundation.found(token, founding)}` };
  }
}
