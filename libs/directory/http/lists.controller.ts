import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { Accounts, CallerParam, type Caller } from '#access';
import { Lists, OrganizationListed, UserListed } from '../views/lists.query.js';

/** Lists to choose from in a form. */
@ApiTags('Directory')
@Controller('api/v1')
export class ListsController {
  constructor(
    @Inject(Lists) private readonly lists: Lists,
    @Inject(Accounts) private readonly accounts: Accounts,
  ) {}

  @Get('organizations')
  @ApiOperation({ operationId: 'listOrganizations', summary: '機関を選ぶ' })
  @ApiQuery({ name: 'kind', required: false, isArray: true, type: String, description: '種類（繰り返せる）' })
  organizations(
    @CallerParam() caller: Caller,
    @Query('kind') kind: string | string[] = [],
  ): Promise<OrganizationListed[]> {
    return this.lists.organizations(caller, [kind].flat());
  }

  @Get('users')
  @ApiOperation({ operationId: 'listUsers', summary: '職員を選ぶ' })
  @ApiQuery({ name: 'role', required: false })
  async users(@CallerParam() { prefecture }: Caller, @Query('role') role?: string): Promise<UserListed[]> {
    const found = await this.accounts.of(prefecture, role === undefined ? {} : { role });
    return found.map((account) => Object.assign({ id: account.userId }, account));
  }
}
