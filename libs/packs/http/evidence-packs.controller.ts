import { attachmentNamed } from '#platform';
import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CallerParam, type Caller } from '#access';
import { invalidInput, isId, notFound } from '#kernel';
import { AUDIENCES, SPLITS, type Audience, type SplitBy } from '../domain/pack.content.js';
import { Documents, FORMATS, type Format } from '../views/documents.query.js';
import { BehindAFigure, SignalsBehind } from '../views/behind-a-figure.query.js';
import { EvidencePacks, PackListed, PackShown } from '../views/evidence-packs.query.js';

/** 根拠資料: every answer is made of what was frozen, and of nothing else. */
@ApiTags('EvidencePacks')
@Controller('api/v1')
export class EvidencePacksController {
  constructor(
    @Inject(EvidencePacks) private readonly packs: EvidencePacks,
    @Inject(Documents) private readonly documents: Documents,
    @Inject(BehindAFigure) private readonly behind: BehindAFigure,
  ) {}

  @Get('evidence-packs')
  @ApiOperation({ operationId: 'listEvidencePacks', summary: '根拠資料の一覧を見る' })
  list(@CallerParam() caller: Caller): Promise<PackListed[]> {
    return this.packs.listed(caller);
  }

  @Get('evidence-packs/:pack')
  @ApiOperation({ operationId: 'showEvidencePack', summary: '根拠資料と、作成の進み具合を見る' })
  @ApiQuery({ name: 'audience', required: false, enum: AUDIENCES })
  show(
    @CallerParam() caller: Caller,
    @Param('pack') pack: string,
    @Query('audience') audience = 'council',
  ): Promise<PackShown> {
    return this.packs.one(caller, idOfPack(pack), oneOf('audience', AUDIENCES, audience));
  }

  @Get('evidence-packs/:pack/versions/:version/signals')
  @ApiOperation({ operationId: 'listSignalsBehind', summary: '数のもとになった課題の兆しを見る' })
  @ApiQuery({ name: 'by', required: false, enum: SPLITS, description: '内訳。なければ全体' })
  @ApiQuery({ name: 'code', required: false, description: '内訳の区分' })
  signals(
    @CallerParam() caller: Caller,
    @Param('pack') pack: string,
    @Param('version') version: string,
    @Query('by') by?: string,
    @Query('code') code = '',
  ): Promise<SignalsBehind> {
    const line = by === undefined ? undefined : { by: oneOf<SplitBy>('by', SPLITS, by), code };
    return this.behind.of(caller, idOfPack(pack), numberOf(version), line);
  }

  @Get('evidence-packs/:pack/versions/:version/documents/:format')
  @ApiOperation({ operationId: 'printEvidencePack', summary: '根拠資料をPDF・Excel・CSVで受け取る' })
  @ApiQuery({ name: 'audience', required: false, enum: AUDIENCES })
  @ApiOkResponse({
    content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
  })
  async print(
    @CallerParam() caller: Caller,
    @Param('pack') pack: string,
    @Param('version') version: string,
    @Param('format') format: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('audience') audience = 'council',
  ): Promise<Buffer> {
    const { body, type, name } = await this.documents.of(
      caller,
      idOfPack(pack),
      numberOf(version),
      oneOf<Format>('format', FORMATS, format),
      oneOf<Audience>('audience', AUDIENCES, audience),
    );
    void reply.header('content-type', type);
    void reply.header('content-disposition', attachmentNamed(name));
    return body;
  }
}

const idOfPack = (text: string): string => {
  if (!isId(text)) throw notFound('pack', '根拠資料');
  return text;
};

const numberOf = (text: string): number => {
  if (!/^\d{1,6}$/.test(text)) throw notFound('version of this pack', 'この版の根拠資料');
  return Number(text);
};

function oneOf<Code extends string>(path: string, codes: readonly Code[], text: string): Code {
  const found = codes.find((code) => code === text);
  if (found === undefined)
    throw invalidInput(
      path,
      `${codes.join('・')}のどれかにしてください。`,
      `${path} must be one of ${codes.join(', ')}`,
    );
  return found;
}
