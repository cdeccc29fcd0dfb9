import type { Databases } from '#platform';
import type { ContactAddress, ContactKind } from '../domain/contact.js';
import type { Outcome } from '../domain/sending.js';
import type { Channel, Outgoing } from './channel.js';

/**
 * A simulator (模擬の連絡手段) in the place of a channel whose protocol is its provider's: what would go out stands on the
 * outbox page, word for word, and reaches nobody. In the demo and in tests only.
 */
export class Simulated implements Channel {
  readonly simulated = true;

  constructor(
    readonly kind: ContactKind,
    private readonly databases: Databases,
  ) {}

  async send(_to: ContactAddress, message: Outgoing): Promise<Outcome> {
    const { id, prefecture, userId, subject, body, short } = message;
    const text = this.kind === 'sms' || this.kind === 'voice' || this.kind === 'push' ? short : body;
    await this.databases.writer.query({
      name: 'lay-in-outbox',
      text: `INSERT INTO outbox_item (prefecture, id, user_id, channel, subject, body, sent_at)
             VALUES ($1, $2, $3, $4, $5, $6, app.now()) ON CONFLICT DO NOTHING`,
      values: [prefecture, id, userId, this.kind, subject, text],
    });
    return { state: 'delivered' };
  }
}
