import { NestFactory } from '@nestjs/core';
import { QueryBus } from '@nestjs/cqrs';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { Sessions } from '#access';
import { Cases } from '#cases';
import { Directory, RuleBook } from '#directory';
import { AlarmClock, Chaser } from '#obligations';
import {
  configureHttp,
  Databases,
  Followers,
  httpAdapter,
  Queues,
  type Connection,
  type Outside,
  type QueueBackend,
} from '#platform';
import { AllInOneModule } from '../all-in-one.module.js';
import { SimulatedClock } from './simulated-clock.js';

const STUCK_MS = 60_000;

export interface WorldOptions {
  readonly connection: Connection;
  readonly queue: QueueBackend;
  readonly queuePrefix: string;
  readonly start: string;
  readonly tryOut?: Readonly<Record<string, Record<string, unknown>>>;
  /** By what people are reached outside; left out: by nothing. */
  readonly outside?: Outside;
  /** Looks at it whenever it has come to rest. */
  readonly atRest?: (world: World) => Promise<void>;
}

/** The whole application on a database of its own, with its clock in our hands. Nothing inside is a double. */
export class World {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly clock: SimulatedClock,
    readonly openApi: OpenAPIObject,
    private readonly atRest: WorldOptions['atRest'],
  ) {}

  static async open({ connection, queue, queuePrefix, start, tryOut, outside, atRest }: WorldOptions): Promise<World> {
    const clock = await SimulatedClock.take(connection, start);
    const app = await NestFactory.create<NestFastifyApplication>(
      AllInOneModule.of({ connection, queue, queuePrefix, driven: true, ...(outside && { outside }) }),
      httpAdapter(),
      { logger: ['error', 'fatal'], abortOnError: false },
    );
    configureHttp(app);
    await app.listen(0, '127.0.0.1');
    for (const [context, values] of Object.entries(tryOut ?? {})) app.get(RuleBook).tryOut(context, values);
    const openApi = SwaggerModule.createDocument(app, new DocumentBuilder().build());
    return new World(app, clock, openApi, atRest);
  }

  /** Over a real socket, as any client would. */
  async post(path: string, headers: Record<string, string>, body: object): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${await this.app.getUrl()}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  }

  async get(path: string, headers: Record<string, string>): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${await this.app.getUrl()}${path}`, { headers });
    return { status: response.status, body: await response.json() };
  }

  get cases(): Cases {
    return this.app.get(Cases);
  }
  get queries(): QueryBus {
    return this.app.get(QueryBus);
  }
  get directory(): Directory {
    return this.app.get(Directory);
  }
  get databases(): Databases {
    return this.app.get(Databases);
  }
  get sessions(): Sessions {
    return this.app.get(Sessions);
  }
  get tally(): Chaser['tally'] {
    return this.app.get(Chaser).tally;
  }

  /** Moves through every due moment in order, so that each alarm rings at its own time. */
  async moveTo(at: string): Promise<void> {
    for (;;) {
      const due = await this.clock.nextDue(at);
      if (due === undefined) break;
      await this.clock.moveTo(due);
      await this.settle();
    }
    await this.clock.moveTo(at);
    await this.settle();
  }

  /**
   * Until nothing more happens by itself. What is due is chased first, then the followers read on, each in its turn: so the
   * same file gives the same log, whichever queue wakes the workers.
   */
  async settle(): Promise<void> {
    const followers = this.app.get(Followers);
    do await this.chaseAll();
    while (await followers.catchUp());
    await this.atRest?.(this);
  }

  /** Until no row is due and no job is under way. */
  private async chaseAll(): Promise<void> {
    const alarms = this.app.get(AlarmClock);
    const queues = this.app.get(Queues);
    const until = Date.now() + STUCK_MS;
    while ((await this.clock.isDue()) || (await queues.busy())) {
      if (Date.now() > until) throw new Error('the world does not come to rest: something stays due');
      await alarms.look();
      await pause(2);
    }
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.clock.close();
  }
}
