import { Body, Controller, Delete, Get, Headers, HttpCode, Inject, Param, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CallerParam, type Caller } from '#access';
import { isId, notFound } from '#kernel';
import { refusal } from '#platform';
import { Drafts, type DraftRef } from '../drafts.js';
import { Draft, DraftListed, SaveDraftBody } from './drafts.dto.js';

const OF_ID = { name: 'id', schema: { type: 'string', format: 'uuid' } } as const;

/** 下書き: one's own, and nobody else's. */
@ApiTags('Drafts')
@Controller('api/v1/drafts')
export class DraftsController {
  constructor(@Inject(Drafts) private readonly drafts: Drafts) {}

  @Get()
  @ApiOperation({ operationId: 'listDrafts', summary: '自分の下書きを一覧する（中身は含まない）' })
  list(@CallerParam() caller: Caller): Promise<DraftListed[]> {
    return this.drafts.of(caller);
  }

  @Get(':command/:id')
  @ApiOperation({ operationId: 'showDraft', summary: '自分の下書きを開く' })
  @ApiParam(OF_ID)
  async show(
    @CallerParam() caller: Caller,
    @Param('command') command: string,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Draft> {
    const draft = await this.drafts.find(caller, refOf(command, id));
    void reply.header('etag', `"${draft.version}"`);
    return draft;
  }

  @Put(':command/:id')
  @ApiOperation({ operationId: 'saveDraft', summary: '下書きを保存する' })
  @ApiParam(OF_ID)
  @ApiHeader({ name: 'If-Match', required: true, description: '続きを書いた版（例："3"）。はじめては "0"' })
  async save(
    @CallerParam() caller: Caller,
    @Param('command') command: string,
    @Param('id') id: string,
    @Body() body: SaveDraftBody,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DraftListed> {
    const saved = await this.drafts.save(caller, refOf(command, id), body, versionOf(ifMatch));
    void reply.header('etag', `"${saved.version}"`);
    return saved;
  }

  @Delete(':command/:id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'discardDraft', summary: '下書きを破棄する' })
  @ApiParam(OF_ID)
  async discard(
    @CallerParam() caller: Caller,
    @Param('command') command: string,
    @Param('id') id: string,
  ): Promise<void> {
    await this.drafts.discard(caller, refOf(command, id));
  }
}

function refOf(command: string, id: string): DraftRef {
  if (!isId(id)) throw notFound('draft', '下書き');
  return { command, id };
}

/** Which version it goes on from: without it one device would silently write over what another has saved. */
function versionOf(header: string | undefined): number {
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header ?? '')?.[1];
  if (version === undefined)
    throw refusal(
      header === undefined ? 428 : 400,
      header === undefined ? 'version_required' : 'malformed_request',
      'If-Match に、続きを書いた版番号を引用符で囲んで送ってください（例："3"。はじめては "0"）。',
      'Send the version that this goes on from as a quoted If-Match, as "3" ("0" for the first).',
    );
  return Number(version);
}
