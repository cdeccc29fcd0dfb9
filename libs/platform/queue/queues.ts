import { Injectable, Logger, type BeforeApplicationShutdown, type OnApplicationShutdown } from '@nestjs/common';
import { createPostgresBackend, Queue, Worker, withBackend, type Job, type Processor, type QueueOptions } from 'bullmq';
import { Redis } from 'ioredis';
import { asRole } from '../database/connection.js';
import { Databases } from '../database/databases.js';

/** Where the queues live. `none` takes them away on purpose: everything still happens, by the pollers alone. */
export type QueueBackend =
  { readonly kind: 'postgres' } | { readonly kind: 'redis'; readonly url: string } | { readonly kind: 'none' };

export abstract class QueueSettings {
  abstract readonly backend: QueueBackend;
  abstract readonly prefix: string;
}

/** A killed worker's job runs again within six seconds, and never counts as failed for it (reliability.md F2). */
const PATIENCE = { lockDuration: 6_000, stalledInterval: 3_000, maxStalledCount: 1_000 };
const KEEP = { removeOnComplete: { age: 600, count: 200 }, removeOnFail: { age: 86_400, count: 1_000 } };

type AnyQueue = Pick<Queue, 'add' | 'close' | 'on' | 'waitUntilReady' | 'getJobCounts'>;
type AnyWorker = Pick<Worker, 'close' | 'on' | 'waitUntilReady'>;

/**
 * BullMQ, the alarm clock and never the diary (design decision 5): jobs hold ids only, and whatever a queue forgets, the
 * rows of the database still know. Every queue and worker gets its error listener here.
 */
@Injectable()
export class Queues implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly logger = new Logger(Queues.name);
  private readonly queues = new Map<string, AnyQueue>();
  private readonly workers: AnyWorker[] = [];
  private readonly redis: Redis[] = [];

  constructor(
    private readonly databases: Databases,
    private readonly settings: QueueSettings,
  ) {}

  get isThere(): boolean {
    return this.settings.backend.kind !== 'none';
  }

  /** Adds a job. Its id carries the attempt: BullMQ silently ignores a second job of an id it still remembers (F3). */
  async add(queue: string, name: string, data: object, jobId: string): Promise<void> {
    if (!this.isThere) return;
    await this.queue(queue).add(name, data, { jobId, ...KEEP });
  }

  work<Data>(queue: string, process: (data: Data, job: Job) => Promise<unknown>, concurrency = 4): void {
    if (!this.isThere) return;
    const run: Processor = (job) => process(job.data as Data, job);
    const worker = this.make(
      (connection, classes) => new classes.Worker(queue, run, { ...connection, ...PATIENCE, concurrency }),
    );
    worker.on('error', (error) => this.logger.warn(`queue ${queue}: ${error.message}`));
    this.workers.push(worker);
  }

  async ready(): Promise<void> {
    if (!this.isThere) return;
    await Promise.all([...this.queues.values(), ...this.workers].map((one) => one.waitUntilReady()));
  }

  /** Whether any job waits or runs. */
  async busy(): Promise<boolean> {
    const counts = await Promise.all(
      [...this.queues.values()].map((queue) => queue.getJobCounts('waiting', 'active', 'delayed', 'prioritized')),
    );
    return counts.some((count) => Object.values(count).some((n) => n > 0));
  }

  private queue(name: string): AnyQueue {
    let queue = this.queues.get(name);
    if (!queue) {
      queue = this.make((connection, classes) => new classes.Queue(name, connection));
      queue.on('error', (error) => this.logger.warn(`queue ${name}: ${error.message}`));
      this.queues.set(name, queue);
    }
    return queue;
  }

  private make<T>(build: (options: QueueOptions, classes: { Queue: typeof Queue; Worker: typeof Worker }) => T): T {
    const { backend, prefix } = this.settings;

    if (backend.kind === 'redis') {
      const connection = new Redis(backend.url, { maxRetriesPerRequest: null });
      connection.on('error', (error) => this.logger.warn(`redis: ${error.message}`));
      this.redis.push(connection);
      return build({ connection, prefix }, { Queue, Worker });
    }
    const classes = withBackend(createPostgresBackend);
    const connection = {
      ...asRole(this.databases.connection, 'tsunagi_queue'),
      schema: 'bullmq',
      max: 3,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 10_000,
    };
    return build({ connection, prefix }, classes as never);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
    for (const connection of this.redis) connection.disconnect();
  }
}
