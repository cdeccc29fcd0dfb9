import { Global, Module } from '@nestjs/common';
import { declared, type Context } from '#cases';
import { Channels } from './channels/channels.js';
import { PhoneLookUps } from './commands/phone.look-ups.js';
import { ContactPoints } from './contact-points.js';
import { NotificationsController } from './http/notifications.controller.js';
import { Deliver } from './jobs/deliver.js';
import { DeliveryClock } from './jobs/delivery-clock.js';
import { FallBack } from './jobs/fall-back.js';
import { Plans } from './jobs/plans.js';
import { RouteMessages } from './jobs/route-messages.js';
import { Telephone } from './jobs/telephone.js';
import { Unreached } from './jobs/unreached.js';
import { NotificationPreferences } from './notification-preferences.js';
import { phoneTaskKind } from './phone-task.case.js';
import { DeliveriesOfCase } from './views/deliveries-of-case.query.js';
import { Outbox } from './views/outbox.query.js';

@Global()
@Module({ providers: [Channels, PhoneLookUps], exports: [Channels, PhoneLookUps] })
class NotificationsModule {}

/** What the api app runs. */
@Module({
  providers: [ContactPoints, NotificationPreferences, Outbox, DeliveriesOfCase],
  controllers: [NotificationsController],
})
class NotificationsHttpModule {}

/** What the worker app runs. */
@Module({
  providers: [Plans, RouteMessages, FallBack, Deliver, DeliveryClock, { provide: Unreached, useClass: Telephone }],
  exports: [DeliveryClock],
})
class NotificationsWorkerModule {}

export const notifications: Context = {
  kinds: declared(phoneTaskKind),
  pages: { channels: 'membership', outbox: 'membership' },
  module: NotificationsModule,
  http: NotificationsHttpModule,
  worker: NotificationsWorkerModule,
};
