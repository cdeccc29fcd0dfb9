import { Body, Controller, Delete, Get, Headers, HttpCode, Inject, Param, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CallerParam, type Caller } from '#access';
import { isId, notFound } from '#kernel';
import { refusal } from '#platform';
import { Channels } from '../channels/channels.js';
import { ContactPoints } from '../contact-points.js';
import { preferencesOf, shown } from './preferences.form.js';
import { NotificationPreferences } from '../notification-preferences.js';
import { DeliveriesOfCase } from '../views/deliveries-of-case.query.js';
import { Outbox } from '../views/outbox.query.js';
import {
  AddContactBody,
  ChannelsShown,
  ContactAdded,
  DeliveryShown,
  OutboxItem,
  PreferencesBody,
  TestContactBody,
  VerifyContactBody,
} from './notifications.dto.js';

const OF_ID = { name: 'id', schema: { type: 'string', format: 'uuid' } } as const;

/** 通知の受け取り方: one's own, and nobody else's. */
@ApiTags('Notifications')
@Controller('api/v1')
export class NotificationsController {
  constructor(
    @Inject(ContactPoints) private readonly contacts: ContactPoints,
    @Inject(NotificationPreferences) private readonly preferences: NotificationPreferences,
    @Inject(Channels) private readonly channels: Channels,
    @Inject(Outbox) private readonly outbox: Outbox,
    @Inject(DeliveriesOfCase) private readonly deliveries: DeliveriesOfCase,
  ) {}

  @Get('channels')
  @ApiOperation({ operationId: 'showChannels', summary: '自分の通知の受け取り方を見る' })
  async show(@CallerParam() caller: Caller): Promise<ChannelsShown> {
    const [contacts, { version, preferences }, { publicKey }] = await Promise.all([
      this.contacts.of(caller),
      this.preferences.of(caller),
      this.channels.pushIdentity(caller.prefecture),
    ]);
    return {
      contacts,
      offered: this.channels.offered().map(({ kind, simulated }) => ({ kind, simulated })),
      preferences: shown(preferences),
      version,
      pushKey: publicKey,
    };
  }

  @Put('channels')
  @HttpCode(204)
  @ApiOperation({ operationId: 'saveChannels', summary: '自分の通知の受け取り方を変える' })
  @ApiHeader({ name: 'If-Match', required: true, description: '読んだ版（例："3"）。はじめては "0"' })
  async save(
    @CallerParam() caller: Caller,
    @Body() body: PreferencesBody,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const version = await this.preferences.save(caller, preferencesOf(body), versionOf(ifMatch));
    void reply.header('etag', `"${version}"`);
  }

  @Put('contact-points/:id')
  @ApiOperation({ operationId: 'addContactPoint', summary: '連絡先を加える（確認番号が送られる）' })
  @ApiParam(OF_ID)
  add(@CallerParam() caller: Caller, @Param('id') id: string, @Body() body: AddContactBody): Promise<ContactAdded> {
    return this.contacts.add(caller, ofOne(id), body);
  }

  @Put('contact-points/:id/test')
  @HttpCode(204)
  @ApiOperation({ operationId: 'testContactPoint', summary: '確認番号を送り直す' })
  @ApiParam(OF_ID)
  test(@CallerParam() caller: Caller, @Param('id') id: string, @Body() { key }: TestContactBody): Promise<void> {
    return this.contacts.test(caller, ofOne(id), key);
  }

  @Put('contact-points/:id/verification')
  @HttpCode(204)
  @ApiOperation({ operationId: 'verifyContactPoint', summary: '届いた確認番号で連絡先を確かめる' })
  @ApiParam(OF_ID)
  verify(@CallerParam() caller: Caller, @Param('id') id: string, @Body() { code }: VerifyContactBody): Promise<void> {
    return this.contacts.verify(caller, ofOne(id), code);
  }

  @Put('contact-points/:id/main')
  @HttpCode(204)
  @ApiOperation({ operationId: 'preferContactPoint', summary: '同じ種類の中で先に使う連絡先にする' })
  @ApiParam(OF_ID)
  prefer(@CallerParam() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.contacts.prefer(caller, ofOne(id));
  }

  @Delete('contact-points/:id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeContactPoint', summary: '連絡先を削除する' })
  @ApiParam(OF_ID)
  remove(@CallerParam() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.contacts.remove(caller, ofOne(id));
  }

  @Get('outbox')
  @ApiOperation({ operationId: 'listOutbox', summary: '模擬の連絡手段が送ったはずの文面を見る（実演・試験と管理者）' })
  outboxItems(@CallerParam() caller: Caller): Promise<OutboxItem[]> {
    return this.outbox.of(caller);
  }

  @Get('cases/:id/deliveries')
  @ApiOperation({ operationId: 'listDeliveries', summary: '一つの案件のお知らせが、だれにどう届いたかを見る' })
  @ApiParam(OF_ID)
  ofCase(@CallerParam() caller: Caller, @Param('id') id: string): Promise<DeliveryShown[]> {
    if (!isId(id)) throw notFound('case', '案件');
    return this.deliveries.of(caller, id);
  }
}

function ofOne(id: string): string {
  if (!isId(id)) throw notFound('contact point', '連絡先');
  return id;
}

function versionOf(header: string | undefined): number {
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header ?? '')?.[1];
  if (version === undefined)
    throw refusal(
      header === undefined ? 428 : 400,
      header === undefined ? 'version_required' : 'malformed_request',
      'If-Match に、読んだ版番号を引用符で囲んで送ってください（例："3"。はじめては "0"）。',
      'Send the version that you have read as a quoted If-Match, as "3" ("0" for the first).',
    );
  return Number(version);
}
