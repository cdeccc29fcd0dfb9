import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { DemoGuide } from './demo-guide.js';
import { Accounts } from './accounts.query.js';
import { AuthGuard } from './http/auth.guard.js';
import { LooksOnRecord } from './http/looks.interceptor.js';
import { ReadLogController } from './http/read-log.controller.js';
import { SessionsController } from './http/sessions.controller.js';
import { KeepLooks } from './keep-looks.js';
import { Narratives } from './narratives.js';
import { DeclaredPages, type Pages } from './pages.js';
import { PersonalStore } from './personal-store.js';
import { ReadLog } from './read-log.js';
import { Looks } from './read-log.query.js';
import { Sessions } from './sessions.js';

@Global()
@Module({
  providers: [Sessions, ReadLog, PersonalStore, Narratives, Accounts, DemoGuide],
  exports: [Sessions, ReadLog, PersonalStore, Narratives, Accounts, DemoGuide],
})
export class AccessModule {}

@Module({
  controllers: [SessionsController, ReadLogController],
  providers: [
    Looks,
    { provide: APP_GUARD, useClass: AuthGuard },
    { provide: APP_INTERCEPTOR, useClass: LooksOnRecord },
  ],
})
export class AccessHttpModule {
  static of(pages: Pages): DynamicModule {
    return { module: AccessHttpModule, providers: [{ provide: DeclaredPages, useValue: { pages } }] };
  }
}

/** What the worker app runs. */
@Module({ providers: [KeepLooks], exports: [KeepLooks] })
export class AccessWorkerModule {}
