import { Body, Controller, Get, HttpCode, Inject, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '#access';
import { Asks } from '#platform';
import { CaseLists } from '../views/cases.query.js';
import { Search } from '../views/search.query.js';
import { CaseFilters } from './case-filters.js';
import { CaseList, Found, SearchBody } from './search.dto.js';

/** Before the newest of all. */
const FROM_THE_NEWEST = Number.MAX_SAFE_INTEGER;
const FLAG = { required: false, schema: { type: 'string', enum: ['1'] } } as const;
const POSITION = {
  name: 'position',
  required: false,
  description: '自分が書いた位置まで待って読む（最大2秒）',
  schema: { type: 'integer' },
} as const;

/** 一覧と検索: to find again whatever one may see. */
@ApiTags('Search')
@Controller('api/v1')
export class SearchController {
  constructor(
    @Inject(CaseLists) private readonly lists: CaseLists,
    @Inject(Search) private readonly search: Search,
    @Inject(CaseFilters) private readonly filters: CaseFilters,
  ) {}

  @Get('cases')
  @ApiOperation({ operationId: 'listCases', summary: '見てよい案件を、終わったものも含めて新しい順に一覧する' })
  @ApiQuery({ name: 'kind', required: false, isArray: true, type: String, description: '種類（繰り返せる）' })
  @ApiQuery({ name: 'state', required: false, enum: ['open', 'over'] })
  @ApiQuery({ name: 'mine', ...FLAG, description: '自分か自分の所属が当事者のもの' })
  @ApiQuery({ name: 'untouched', ...FLAG, description: '未対応：まだ何も果たされていないもの' })
  @ApiQuery({ name: 'overdue', ...FLAG, description: '期限を過ぎたものがあるもの' })
  @ApiQuery({ name: 'over', required: false, description: '終結した月 YYYY-MM（this は今月）' })
  @ApiQuery({ name: 'organization', required: false, schema: { type: 'string', format: 'uuid' } })
  @ApiQuery({ name: 'after', required: false, description: '前のページの next', schema: { type: 'integer' } })
  @ApiQuery(POSITION)
  async list(@CallerParam() caller: Caller, @Query() query: Record<string, unknown>): Promise<CaseList> {
    const { filter, after, position } = await this.filters.of(query);
    return this.lists.of(caller, filter, after ?? FROM_THE_NEWEST, position);
  }

  /** A POST, for what is looked for may be a name: it stands in no address. */
  @Post('search')
  @HttpCode(200)
  @Asks()
  @ApiOperation({ operationId: 'search', summary: '氏名・電話番号・言葉・番号で探す' })
  @ApiQuery(POSITION)
  find(
    @CallerParam() caller: Caller,
    @Body() { q, after = FROM_THE_NEWEST }: SearchBody,
    @Query() query: Record<string, unknown>,
  ): Promise<Found> {
    return this.search.of(caller, q, after, this.filters.number(query, 'position'));
  }
}
