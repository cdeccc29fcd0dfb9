import { Controller, Get, HttpCode, HttpException, NotFoundException, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { Databases } from '../database/databases.js';
import { Queues } from '../queue/queues.js';
import { isOwnNetwork } from './own-network.js';
import { Public } from './public.js';
import { problem } from './problem.js';

/** Alive, ready, and measured. What is overdue is the figure to watch: it should be none. */
@ApiExcludeController()
@Public()
@Controller()
export class HealthController {
  private readonly registry = new Registry();

  constructor(
    private readonly databases: Databases,
    private readonly queues: Queues,
  ) {
    collectDefaultMetrics({ register: this.registry, prefix: 'tsunagi_' });
    this.gauge('tsunagi_obligations_overdue', 'Due rows that nobody has taken for a second', OVERDUE_SQL);
    this.gauge('tsunagi_followers_behind', 'Events that the slowest follower has not read', BEHIND_SQL);
  }

  private gauge(name: string, help: string, sql: string): void {
    const { databases } = this;
    void new Gauge({
      name,
      help,
      registers: [this.registry],
      async collect() {
        const { rows } = await databases.writer.query<{ n: number }>(sql);
        this.set(rows[0]?.n ?? 0);
      },
    });
  }

  @Get('healthz')
  alive(): { status: 'alive' } {
    return { status: 'alive' };
  }

  @Get('readyz')
  @HttpCode(200)
  async ready(): Promise<object> {
    const checks: Record<string, boolean> = {
      database: await this.holds('SELECT true AS ok'),
      migrations: await this.holds(`SELECT to_regclass('public.migrations') IS NOT NULL AS ok`),
      textSearch: await this.holds(`SELECT lower('ＡＢＣ') <> 'ＡＢＣ' AS ok`),
      queue: await this.queues.ready().then(
        () => true,
        () => false,
      ),
    };
    if (Object.values(checks).every(Boolean)) return { status: 'ready', checks };
    const missing = Object.entries(checks)
      .filter(([, ok]) => !ok)
      .map(([name]) => name);
    throw new HttpException(
      problem(503, 'unavailable', `準備ができていません：${missing.join('、')}`, `Not ready: ${missing.join(', ')}`),
      503,
    );
  }

  /** For the house alone: how busy a region is, is nobody else's to know (O8 of reliability.md). */
  @Get('metrics')
  async metrics(@Req() { ip }: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    if (!isOwnNetwork(ip)) throw new NotFoundException();
    void reply.header('content-type', this.registry.contentType);
    return this.registry.metrics();
  }

  private async holds(sql: string): Promise<boolean> {
    return this.databases.writer.query<{ ok: boolean }>(sql).then(
      ({ rows }) => rows[0]?.ok === true,
      () => false,
    );
  }
}

const OVERDUE_SQL = `SELECT count(*) AS n FROM obligation
  WHERE next_at <= app.now() - interval '1 second' AND (lease_until IS NULL OR lease_until < clock_timestamp())`;
const BEHIND_SQL = `SELECT coalesce(max(h.position - f.position), 0) AS n FROM follower f JOIN log_head h USING (prefecture)`;
