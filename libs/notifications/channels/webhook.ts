import { createHmac, randomBytes } from 'node:crypto';
import { mustLeadOutside, postOutside } from '#platform';
import type { ContactAddress } from '../domain/contact.js';
import type { Outcome } from '../domain/sending.js';
import { codeOf, type Channel, type Outgoing } from './channel.js';

const PREFIX = 'whsec_';
export const newWebhookSecret = (): string => PREFIX + randomBytes(32).toString('base64');

/** Standard Webhooks: HMAC-SHA256 over id, time and body, as they go over the wire. */
export const signatureOf = (secret: string, id: string, timestamp: number, body: string): string =>
  `v1,${createHmac('sha256', Buffer.from(secret.replace(PREFIX, ''), 'base64'))
    .update(`${id}.${timestamp}.${body}`)
    .digest('base64')}`;

/** 汎用Webhook: a signed POST that says that there is something new, and where. */
export class Webhook implements Channel {
  readonly kind = 'webhook';
  readonly simulated = false;

  constructor(private readonly privateTargets: readonly string[]) {}

  check({ address }: ContactAddress): Promise<void> {
    return mustLeadOutside(address, this.privateTargets);
  }

  async send({ address, secret = '' }: ContactAddress, message: Outgoing, signal: AbortSignal): Promise<Outcome> {
    const { id, class: of, subject, body: text, link } = message;
    const timestamp = Math.floor(Date.now() / 1_000);
    const body = JSON.stringify({
      type: 'tsunagi.notice',
      timestamp: new Date(timestamp * 1_000).toISOString(),
      data: { class: of, subject, text, link },
    });
    try {
      const { status } = await postOutside(
        address,
        {
          headers: {
            'content-type': 'application/json',
            'user-agent': 'Tsunagi',
            'webhook-id': id,
            'webhook-timestamp': timestamp,
            'webhook-signature': signatureOf(secret, id, timestamp, body),
          },
          body,
        },
        this.privateTargets,
        signal,
      );
      if (status >= 200 && status < 300) return { state: 'delivered' };
      return { state: status === 410 ? 'bounced' : 'again', error: `http_${status}` };
    } catch (error) {
      return { state: 'again', error: codeOf(error) };
    }
  }
}
