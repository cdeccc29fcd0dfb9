import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { MostRequests, RequestLimits } from './http/request-limits.js';
import { HealthController } from './http/health.controller.js';
import type { Connection } from './database/connection.js';
import { CONNECTION, Databases } from './database/databases.js';
import { Drive } from './loop.js';
import { AnchorFile, Anchors } from './event-log/anchors.js';
import { EventLog } from './event-log/event-log.js';
import { Followers } from './event-log/followers.js';
import { NOWHERE, Outside } from './outside.js';
import { Queues, QueueSettings, type QueueBackend } from './queue/queues.js';
import { settings } from './settings.js';
import type { ReadMasterKeys } from './vault/master-key.js';
import { masterKeysOf } from './vault/master-keys.js';
import { MASTER_KEYS, Vault } from './vault/vault.js';

export interface PlatformOptions {
  readonly connection: Connection;
  readonly queue: QueueBackend;
  readonly queuePrefix: string;
  /** Loops do not run by themselves: who plays a scenario turns them, step by step. */
  readonly driven?: boolean;
  /** How many requests one account may send in a minute; left out: any number. */
  readonly requestsPerMinute?: number;
  /** How people are reached outside; left out: by nothing. */
  readonly outside?: Outside;
  /** File outside the database that the log is anchored in. */
  readonly anchorFile?: string;
  /** How the master keys are read; left out: as the settings say. */
  readonly masterKeys?: ReadMasterKeys;
}

/** The log, the database and the queue, for whatever composition: the one module that chooses where they live. */
@Global()
@Module({})
export class PlatformModule {
  static of({
    connection,
    queue,
    queuePrefix,
    driven = false,
    outside = NOWHERE,
    anchorFile,
    requestsPerMinute = 0,
    masterKeys = (first) => masterKeysOf(settings(), first),
  }: PlatformOptions): DynamicModule {
    return {
      module: PlatformModule,
      imports: [CqrsModule.forRoot(), DiscoveryModule],
      providers: [
        { provide: CONNECTION, useValue: connection },
        { provide: QueueSettings, useValue: { backend: queue, prefix: queuePrefix } },
        { provide: AnchorFile, useValue: { path: anchorFile ?? null } },
        { provide: Outside, useValue: outside },
        { provide: MostRequests, useValue: { perMinute: requestsPerMinute } },
        { provide: Drive, useValue: { driven } },
        { provide: MASTER_KEYS, useValue: masterKeys },
        Databases,
        Vault,
        EventLog,
        Followers,
        Queues,
        RequestLimits,
      ],
      exports: [
        AnchorFile,
        Drive,
        Outside,
        Databases,
        Vault,
        EventLog,
        Followers,
        Queues,
        RequestLimits,
        CqrsModule,
        DiscoveryModule,
      ],
    };
  }
}

/** Health and measures over HTTP; they need no sign-in, and say nothing about any person. */
@Module({ controllers: [HealthController] })
export class HealthModule {}

/** Anchors the log; one process of a system is enough, several do no harm. */
@Module({ providers: [Anchors] })
export class AnchorsModule {}
