import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiExtension, ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Accounts, CallerParam, type Caller } from '#access';
import { isId, notFound } from '#kernel';
import { OrganizationPage, OrganizationPages } from '../views/organization-page.query.js';
import { LikePatient, PatientPage, PatientPages } from '../views/patient-page.query.js';
import { LikePatientsBody } from './directory.dto.js';
import { Lists, OrganizationListed, UserListed } from '../views/lists.query.js';

/** Lists to choose from in a form, and the pages of what stands in them. */
@ApiTags('Directory')
@Controller('api/v1')
export class ListsController {
  constructor(
    @Inject(Lists) private readonly lists: Lists,
    @Inject(Accounts) private readonly accounts: Accounts,
    @Inject(OrganizationPages) private readonly organizationPages: OrganizationPages,
    @Inject(PatientPages) private readonly patientPages: PatientPages,
  ) {}

  @Get('organizations')
  @ApiOperation({ operationId: 'listOrganizations', summary: '機関を選ぶ' })
  @ApiQuery({ name: 'kind', required: false, isArray: true, type: String, description: '種類（繰り返せる）' })
  @ApiQuery({ name: 'closed', required: false, enum: ['1'], description: '廃止した機関も' })
  organizations(
    @CallerParam() caller: Caller,
    @Query('kind') kind: string | string[] = [],
    @Query('closed') closed?: string | string[],
  ): Promise<OrganizationListed[]> {
    return this.lists.organizations(caller, [kind].flat(), closed === '1');
  }

  @Get('organizations/:organization')
  @ApiOperation({ operationId: 'showOrganization', summary: '機関の画面：分かっていることと履歴' })
  @ApiParam({ name: 'organization', schema: { type: 'string', format: 'uuid' } })
  organization(@CallerParam() caller: Caller, @Param('organization') id: string): Promise<OrganizationPage> {
    return this.organizationPages.of(caller, idOf('organization', '機関', id));
  }

  @Get('patients/:patient')
  @ApiOperation({ operationId: 'showPatient', summary: '本人の画面：担当・圏域・開いている案件と履歴' })
  @ApiParam({ name: 'patient', schema: { type: 'string', format: 'uuid' } })
  patient(@CallerParam() caller: Caller, @Param('patient') id: string): Promise<PatientPage> {
    return this.patientPages.of(caller, idOf('patient', '患者', id));
  }

  /** A POST, for it says who somebody is: that stands in no address. */
  @Post('patients/likenesses')
  @HttpCode(200)
  @ApiExtension('x-asks', true)
  @ApiOperation({ operationId: 'findLikePatients', summary: '登録の前に、似た方（同じ方かもしれない方）を探す' })
  like(@CallerParam() caller: Caller, @Body() person: LikePatientsBody): Promise<LikePatient[]> {
    return this.patientPages.like(caller, person);
  }

  @Get('users')
  @ApiOperation({ operationId: 'listUsers', summary: '職員を選ぶ' })
  @ApiQuery({ name: 'role', required: false })
  async users(@CallerParam() { prefecture }: Caller, @Query('role') role?: string): Promise<UserListed[]> {
    const found = await this.accounts.of(prefecture, role === undefined ? {} : { role });
    return found.map((account) => Object.assign({ id: account.userId }, account));
  }
}

const idOf = (what: string, ja: string, id: string): string => {
  if (isId(id)) return id;
  throw notFound(what, ja);
};
