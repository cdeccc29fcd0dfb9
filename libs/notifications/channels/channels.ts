import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import webPush from 'web-push';
import { Databases, Outside } from '#platform';
import { CONTACT_KINDS, type ContactKind } from '../domain/contact.js';
import type { Channel } from './channel.js';
import { Mail } from './mail.js';
import { Push, type PushIdentity } from './push.js';
import { Simulated } from './simulated.js';
import { Webhook } from './webhook.js';

/** The channels that this installation has (連絡手段). What it has not is offered to nobody. */
@Injectable()
export class Channels implements OnApplicationShutdown {
  private readonly all = new Map<ContactKind, Channel>();
  private readonly mail: Mail | undefined;
  private readonly identities = new Map<string, PushIdentity>();

  constructor(
    private readonly databases: Databases,
    readonly outside: Outside,
  ) {
    const { smtpUrl, mailFrom, privateTargets, simulated } = outside;
    if (simulated) for (const kind of CONTACT_KINDS) this.all.set(kind, new Simulated(kind, databases));
    if (smtpUrl !== null) this.mail = new Mail(smtpUrl, mailFrom);
    const push = new Push((prefecture) => this.pushIdentity(prefecture), `mailto:${mailFrom}`, privateTargets);
    for (const real of [this.mail, new Webhook(privateTargets), push]) if (real) this.all.set(real.kind, real);
  }

  of(kind: ContactKind): Channel | undefined {
    return this.all.get(kind);
  }

  offered(): Channel[] {
    return CONTACT_KINDS.flatMap((kind) => this.all.get(kind) ?? []);
  }

  /** VAPID keys of a prefecture, made when they are first asked for. */
  async pushIdentity(prefecture: string): Promise<PushIdentity> {
    const known = this.identities.get(prefecture);
    if (known) return known;
    const fresh = webPush.generateVAPIDKeys();
    const { rows } = await this.databases.writer.query<PushIdentity>({
      name: 'push-identity',
      text: `WITH made AS (
               INSERT INTO push_identity (prefecture, public_key, private_key, made_at)
               SELECT $1, $2, $3, app.now() WHERE NOT EXISTS (SELECT FROM push_identity WHERE prefecture = $1)
               ON CONFLICT DO NOTHING RETURNING public_key, private_key)
             SELECT public_key AS "publicKey", private_key AS "privateKey" FROM made
              UNION ALL
             SELECT public_key, private_key FROM push_identity WHERE prefecture = $1`,
      values: [prefecture, fresh.publicKey, fresh.privateKey],
    });
    // Two processes at once: whoever came second sees the first one's at the next look.
    const [identity] = rows;
    if (!identity) return this.pushIdentity(prefecture);
    this.identities.set(prefecture, identity);
    return identity;
  }

  onApplicationShutdown(): void {
    this.mail?.close();
  }
}
