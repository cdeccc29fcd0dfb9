import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '#access';
import { invalidInput, isId, notFound } from '#kernel';
import { CaseListed, ConsultationListed, RelatedCases, RelatedListed } from '../views/related.query.js';

@ApiTags('Consultations')
@Controller('api/v1')
export class ConsultationsController {
  constructor(@Inject(RelatedCases) private readonly related: RelatedCases) {}

  @Get('cases/:id/related-cases')
  @ApiOperation({ operationId: 'listRelatedCases', summary: '関連する案件を、どちらの側からも見る' })
  relatedTo(@CallerParam() caller: Caller, @Param('id') id: string): Promise<RelatedListed[]> {
    if (!isId(id)) throw notFound('case', '案件');
    return this.related.of(caller, id);
  }

  @Get('consultations/:id/candidates')
  @ApiOperation({ operationId: 'listCasesToLink', summary: 'この相談と結び付けられる案件を見る' })
  candidates(@CallerParam() caller: Caller, @Param('id') id: string): Promise<CaseListed[]> {
    if (!isId(id)) throw notFound('consultation', '相談');
    return this.related.candidates(caller, id);
  }

  @Get('consultations/likely-duplicates')
  @ApiOperation({ operationId: 'listLikelyDuplicates', summary: '同じ相談者か患者の、最近の相談を見る' })
  @ApiQuery({ name: 'organization', required: false, schema: { type: 'string', format: 'uuid' } })
  @ApiQuery({ name: 'patient', required: false, schema: { type: 'string', format: 'uuid' } })
  duplicates(
    @CallerParam() caller: Caller,
    @Query('organization') organization?: string,
    @Query('patient') patient?: string,
  ): Promise<ConsultationListed[]> {
    for (const [name, id] of Object.entries({ organization, patient }))
      if (id !== undefined && !isId(id))
        throw invalidInput(name, '番号（UUID）の形ではありません。', `${name} is not an id`);
    return this.related.likelyDuplicates(caller, { organization, patient });
  }
}
