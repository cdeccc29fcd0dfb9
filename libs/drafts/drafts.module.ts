import { Module } from '@nestjs/common';
import { ClearDrafts } from './clear-drafts.js';
import { Drafts } from './drafts.js';
import { DraftsController } from './http/drafts.controller.js';

/** What the api app runs. */
@Module({ providers: [Drafts], controllers: [DraftsController] })
export class DraftsHttpModule {}

/** What the worker app runs. */
@Module({ providers: [ClearDrafts], exports: [ClearDrafts] })
export class DraftsWorkerModule {}
