import { Body, Controller, Delete, Get, Headers, HttpCode, Inject, Param, Put, Query, Res, Req } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiQuery,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CallerParam, type Caller } from '#access';
import { isId, notFound } from '#kernel';
import { attachmentNamed, FILE_TYPE, TakesFile } from '#platform';
import { TARGETS } from '../domain/targets.js';
import { Imports } from '../imports.js';
import {
  CheckImportBody,
  ImportFaults,
  ImportListed,
  Imports as Listing,
  ImportShown,
  MapColumnsBody,
} from './imports.dto.js';

const OF_ID = { name: 'import', schema: { type: 'string', format: 'uuid' } } as const;
/** Faults that are shown at a time; the file has all. */
const PAGE = 200;
const LONGEST_NAME = 200;

/** 取り込み. What each request does can be done again: an id is the browser's own, and a state is asked for, not a step. */
@ApiTags('Imports')
@Controller('api/v1/imports')
export class ImportsController {
  constructor(@Inject(Imports) private readonly imports: Imports) {}

  @Get()
  @ApiOperation({ operationId: 'listImports', summary: '取り込みを一覧する' })
  list(@CallerParam() caller: Caller): Promise<Listing> {
    return this.imports.listed(caller);
  }

  @Put(':import')
  @TakesFile()
  @ApiOperation({ operationId: 'beginImport', summary: '取り込むファイル（CSV・Excel）を送る。まだ何も登録しない' })
  @ApiParam(OF_ID)
  @ApiQuery({ name: 'target', enum: TARGETS })
  @ApiHeader({ name: 'Tsunagi-File-Name', required: false, description: 'ファイル名（パーセント符号化したUTF-8）' })
  @ApiConsumes(FILE_TYPE)
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  begin(
    @CallerParam() caller: Caller,
    @Param('import') id: string,
    @Query('target') target: string | undefined,
    @Headers('tsunagi-file-name') name: string | undefined,
    @Req() { body }: FastifyRequest,
  ): Promise<ImportListed> {
    return this.imports.begin(caller, idIn(id), target, nameIn(name), Buffer.isBuffer(body) ? body : Buffer.alloc(0));
  }

  @Get(':import')
  @ApiOperation({ operationId: 'showImport', summary: '取り込みの列の対応・先頭の行・進み具合を見る' })
  @ApiParam(OF_ID)
  show(@CallerParam() caller: Caller, @Param('import') id: string): Promise<ImportShown> {
    return this.imports.shown(caller, idIn(id));
  }

  @Put(':import/columns')
  @ApiOperation({ operationId: 'mapImportColumns', summary: 'どの列が何かを決める' })
  @ApiParam(OF_ID)
  map(
    @CallerParam() caller: Caller,
    @Param('import') id: string,
    @Body() { columns }: MapColumnsBody,
  ): Promise<ImportShown> {
    return this.imports.map(caller, idIn(id), columns);
  }

  @Put(':import/check')
  @ApiOperation({ operationId: 'checkImport', summary: '試しに読み、すべての行を確かめる。まだ何も登録しない' })
  @ApiParam(OF_ID)
  check(
    @CallerParam() caller: Caller,
    @Param('import') id: string,
    @Body() { decisions = [] }: CheckImportBody,
  ): Promise<ImportListed> {
    return this.imports.check(caller, idIn(id), decisions);
  }

  @Put(':import/run')
  @ApiOperation({ operationId: 'runImport', summary: '取り込む。すべて登録するか、何も登録しないか' })
  @ApiParam(OF_ID)
  run(@CallerParam() caller: Caller, @Param('import') id: string): Promise<ImportListed> {
    return this.imports.run(caller, idIn(id));
  }

  @Put(':import/undoing')
  @ApiOperation({ operationId: 'undoImport', summary: '取り込みを取り消す' })
  @ApiParam(OF_ID)
  undo(@CallerParam() caller: Caller, @Param('import') id: string): Promise<ImportListed> {
    return this.imports.undo(caller, idIn(id));
  }

  @Delete(':import')
  @HttpCode(204)
  @ApiOperation({ operationId: 'discardImport', summary: '取り込んでいないファイルを消す' })
  @ApiParam(OF_ID)
  async discard(@CallerParam() caller: Caller, @Param('import') id: string): Promise<void> {
    await this.imports.discard(caller, idIn(id));
  }

  @Get(':import/faults')
  @ApiOperation({ operationId: 'listImportFaults', summary: '直すところのある行を見る' })
  @ApiParam(OF_ID)
  @ApiQuery({ name: 'from', required: false, type: Number })
  faults(@CallerParam() caller: Caller, @Param('import') id: string, @Query('from') from = '0'): Promise<ImportFaults> {
    return this.imports.faults(caller, idIn(id), /^\d{1,6}$/.test(from) ? Number(from) : 0, PAGE);
  }

  @Get(':import/faults.csv')
  @ApiOperation({ operationId: 'downloadImportFaults', summary: '直すところのある行をCSVで受け取る' })
  @ApiParam(OF_ID)
  @ApiQuery({ name: 'language', required: false, enum: ['ja', 'en'] })
  @ApiOkResponse({ content: { 'text/csv': { schema: { type: 'string', format: 'binary' } } } })
  async download(
    @CallerParam() caller: Caller,
    @Param('import') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query('language') language = 'ja',
  ): Promise<string> {
    const csv = await this.imports.faultsAsCsv(caller, idIn(id), language);
    void reply.header('content-type', 'text/csv; charset=utf-8');
    void reply.header('content-disposition', attachmentNamed('直すところ.csv'));
    return csv;
  }
}

const idIn = (text: string): string => {
  if (!isId(text)) throw notFound('import', '取り込み');
  return text;
};

/** It comes in a header and not in the address: files are called after persons. */
function nameIn(header = ''): string {
  try {
    return decodeURIComponent(header)
      .replaceAll(/\p{Cc}/gu, '')
      .slice(0, LONGEST_NAME);
  } catch {
    return '';
  }
}
