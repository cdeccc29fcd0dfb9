import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '#access';
import { invalidInput, isLocalDate } from '#kernel';
import { Asks } from '#platform';
import { RulePreview, RulePreviews } from '../views/rule-preview.query.js';
import { RuleArea, RulePage, RulesOfArea, RulesOfAreas } from '../views/rules-of-area.query.js';
import { RuleChangeAskedBody } from './directory.dto.js';

/** 圏域のルール: for whoever decides about them. */
@ApiTags('Directory')
@Controller('api/v1')
export class RulesController {
  constructor(
    @Inject(RulesOfAreas) private readonly rules: RulesOfAreas,
    @Inject(RulePreviews) private readonly previews: RulePreviews,
  ) {}

  @Get('rule-areas')
  @ApiOperation({ operationId: 'listRuleAreas', summary: 'ルールを決められる圏域を選ぶ' })
  areas(@CallerParam() caller: Caller): Promise<RuleArea[]> {
    return this.rules.areas(caller);
  }

  @Get('areas/:area/rules')
  @ApiOperation({ operationId: 'showRulesOfArea', summary: '圏域のルール：ある日に有効な値と、その出どころ' })
  @ApiParam({ name: 'area', description: '圏域の番号（市町村は6桁のコード）' })
  @ApiQuery({ name: 'on', required: false, type: String, description: '日付。書かなければ今日' })
  of(
    @CallerParam() caller: Caller,
    @Param('area') area: string,
    @Query('on') on?: string | string[],
  ): Promise<RulesOfArea> {
    const [day] = [on].flat();
    if (day !== undefined && !isLocalDate(day))
      throw invalidInput('on', '日付を年-月-日（例：2026-04-01）で指定してください。', 'Give a day, as 2026-04-01.');
    return this.rules.of(caller, area, day);
  }

  @Get('areas/:area/rules/:context/:rule')
  @ApiOperation({ operationId: 'showRule', summary: '一つのルール：圏域ごとの値、変更の履歴' })
  @ApiParam({ name: 'area', description: '圏域の番号（市町村は6桁のコード）' })
  rule(
    @CallerParam() caller: Caller,
    @Param('area') area: string,
    @Param('context') context: string,
    @Param('rule') rule: string,
  ): Promise<RulePage> {
    return this.rules.rule(caller, area, context, rule);
  }

  /** A POST, for a change is no address. Nothing is written. */
  @Post('rule-previews')
  @HttpCode(200)
  @Asks()
  @ApiOperation({ operationId: 'previewRuleChange', summary: 'ルールを変えるとどうなるかを見る（何も変わらない）' })
  preview(@CallerParam() caller: Caller, @Body() change: RuleChangeAskedBody): Promise<RulePreview> {
    return this.previews.of(caller, change);
  }
}
