import { Body, Controller, Module, Param, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiParam, DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { httpAdapter, IsId, IsLocalDate, Nested, NestedList } from '#platform';
import { referencesOf } from './references.js';

class DeepBody {
  @IsId() readonly neighbor!: string;
  @IsString() readonly remark!: string;
}
/** As a command that somebody adds. */
class NewBody {
  @IsOptional() @IsId() readonly landlord?: string;
  @IsId({ each: true }) readonly relatives!: string[];
  @NestedList(() => DeepBody, 10) readonly several!: DeepBody[];
  @Nested(() => DeepBody) readonly one!: DeepBody;
  @IsLocalDate() readonly day!: string;
}
@Controller('visits')
class NewController {
  @Post(':visit/answers/:number')
  @ApiParam({ name: 'visit', schema: { type: 'string', format: 'uuid' } })
  @ApiParam({ name: 'number', schema: { type: 'integer' } })
  answer(@Param('visit') _visit: string, @Param('number') _number: string, @Body() _body: NewBody): void {}
}
@Module({ controllers: [NewController] })
class NewModule {}

it('whatever a command takes as an id may be named in a scenario, and nothing else', async () => {
  const app = await NestFactory.create<NestFastifyApplication>(NewModule, httpAdapter(), {
    preview: true,
    logger: false,
  });
  const document = SwaggerModule.createDocument(app, new DocumentBuilder().build());
  expect([...referencesOf(document)].toSorted()).toEqual(['landlord', 'neighbor', 'relatives', 'visit']);
});
