import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '#access';
import { invalidInput, isId, isLocalDate, notFound } from '#kernel';
import { ConsultationForm, ConsultationForms } from '../views/consultation-form.query.js';
import { ReferralTargets, ReferralTargetsOf } from '../views/referral-targets.query.js';
import { CaseListed, ConsultationListed, RelatedCases, RelatedListed } from '../views/related.query.js';

@ApiTags('Consultations')
@Controller('api/v1')
export class ConsultationsController {
  constructor(
    @Inject(RelatedCases) private readonly related: RelatedCases,
    @Inject(ConsultationForms) private readonly forms: ConsultationForms,
    @Inject(ReferralTargetsOf) private readonly referral: ReferralTargetsOf,
  ) {}

  @Get('consultation-form')
  @ApiOperation({
    operationId: 'readConsultationForm',
    summary: '自分の窓口の受付票（分類・必須の項目・確認事項）を見る',
  })
  @ApiQuery({ name: 'on', required: false, schema: { type: 'string', format: 'date' } })
  form(@CallerParam() caller: Caller, @Query('on') on?: string): Promise<ConsultationForm> {
    if (on !== undefined && !isLocalDate(on))
      throw invalidInput('on', '日付（例：2026-04-01）の形ではありません。', 'It is no day. Send one as 2026-04-01.');
    return this.forms.of(caller, on);
  }

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

  @Get('consultations/:id/referral-targets')
  @ApiOperation({ operationId: 'listReferralTargets', summary: 'この相談のつなぎ先を、合う調整役のいる順に見る' })
  targets(@CallerParam() caller: Caller, @Param('id') id: string): Promise<ReferralTargets> {
    if (!isId(id)) throw notFound('consultation', '相談');
    return this.referral.of(caller, id);
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
