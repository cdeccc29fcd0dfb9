import { Body, Controller, Get, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiExtension, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '#access';
import { Persons } from '../views/persons.query.js';
import { FindPatientsBody, PatientListed, PatientsFound } from './persons.dto.js';

/** 患者を選ぶ: one's own, and by what is on the insurance card another's. */
@ApiTags('Search')
@Controller('api/v1')
export class PersonsController {
  constructor(@Inject(Persons) private readonly persons: Persons) {}

  @Get('patients')
  @ApiOperation({ operationId: 'listPatients', summary: '自分が関わる患者を選ぶ' })
  near(@CallerParam() caller: Caller): Promise<PatientListed[]> {
    return this.persons.near(caller);
  }

  /** A POST, for what is looked for is a person: it stands in no address. */
  @Post('patients/searches')
  @HttpCode(200)
  @ApiExtension('x-asks', true)
  @ApiOperation({ operationId: 'findPatients', summary: '生年月日とふりがなで患者を探す' })
  find(@CallerParam() caller: Caller, @Body() body: FindPatientsBody): Promise<PatientsFound> {
    return this.persons.find(caller, body);
  }
}
