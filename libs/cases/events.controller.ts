import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiQuery, ApiTags } from '@nestjs/swagger';
import { CallerParam, type Caller } from '#access';
import { can, forbidden, invalidInput } from '#kernel';
import { Databases, EVENT_COLUMNS, EventLog, type EventRow } from '#platform';
import { EventPage } from './events.dto.js';

const MOST = 1_000;

/** The log itself, for those with the right: another system can follow it from any position. */
@ApiTags('Log')
@Controller('api/v1')
export class EventsController {
  constructor(
    @Inject(Databases) private readonly databases: Databases,
    @Inject(EventLog) private readonly log: EventLog,
  ) {}

  @Get('events')
  @ApiOperation({ operationId: 'replayEvents', summary: '記録を位置から読む' })
  @ApiQuery({ name: 'after', required: false, description: 'この位置より後を読む' })
  @ApiQuery({ name: 'limit', required: false })
  async replay(
    @CallerParam() { prefecture, actor }: Caller,
    @Query('after') after = '0',
    @Query('limit') limit = '100',
  ): Promise<EventPage> {
    if (!can(actor.role, 'administration'))
      throw forbidden('記録を読めるのは管理者だけです。', 'Only an administrator may read the log.');
    for (const [name, value] of [
      ['after', after],
      ['limit', limit],
    ] as const)
      if (!/^\d{1,15}$/.test(value))
        throw invalidInput(name, '0以上の整数にしてください。', `${name} must be a whole number from 0`);
    const { rows } = await this.databases.reading(prefecture, (tx) =>
      tx.query<EventRow>({
        name: 'replay-events',
        text: `SELECT ${EVENT_COLUMNS} FROM event WHERE prefecture = $1 AND position > $2 ORDER BY position LIMIT $3`,
        values: [prefecture, Number(after), Math.min(Number(limit), MOST)],
      }),
    );
    return { events: rows.map((row) => this.log.factOf(row)), next: rows.at(-1)?.position ?? Number(after) };
  }
}
