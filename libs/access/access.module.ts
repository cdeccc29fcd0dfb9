import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { DemoGuide } from './demo-guide.js';
import { Accounts } from './accounts.query.js';
import { AuthGuard } from './http/auth.guard.js';
import { Entering } from './http/entering.js';
import { InvitationsController } from './http/invitations.controller.js';
import { OwnSignInController } from './http/own-sign-in.controller.js';
import { Invitations } from './invitations.js';
import { Logins } from './logins.js';
import { LooksOnRecord } from './http/looks.interceptor.js';
import { PasskeysController } from './http/passkeys.controller.js';
import { ProviderSignInController } from './http/provider-sign-in.controller.js';
import { ProvidersController } from './http/providers.controller.js';
import { ReadLogController } from './http/read-log.controller.js';
import { SessionsController } from './http/sessions.controller.js';
import { KeepLooks } from './keep-looks.js';
import { Narratives } from './narratives.js';
import { DeclaredPages, type Pages } from './pages.js';
import { OpenSessions } from './open-sessions.js';
import { Passkeys } from './passkeys.js';
import { Passwords } from './passwords.js';
import { PersonalStore } from './personal-store.js';
import { ProviderClient } from './provider-client.js';
import { ProviderSignIn } from './provider-sign-in.js';
import { Providers } from './providers.js';
import { Sealing } from './sealing.js';
import { ReadLog } from './read-log.js';
import { Looks } from './read-log.query.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { SignInLog } from './sign-in-log.js';

@Global()
@Module({
  providers: [
    Sessions,
    OpenSessions,
    ReadLog,
    PersonalStore,
    Narratives,
    Accounts,
    DemoGuide,
    Sealing,
    Passwords,
    SignIn,
    SignInLog,
    Logins,
    Invitations,
    ProviderClient,
    Providers,
    ProviderSignIn,
    Passkeys,
  ],
  exports: [
    Sessions,
    OpenSessions,
    ReadLog,
    PersonalStore,
    Narratives,
    Accounts,
    DemoGuide,
    Passwords,
    SignIn,
    SignInLog,
    Logins,
    Invitations,
    ProviderClient,
    Providers,
    ProviderSignIn,
    Passkeys,
  ],
})
export class AccessModule {}

@Module({
  controllers: [
    SessionsController,
    InvitationsController,
    OwnSignInController,
    ProviderSignInController,
    ProvidersController,
    PasskeysController,
    ReadLogController,
  ],
  providers: [
    Entering,
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
