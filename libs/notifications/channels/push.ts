import webPush from 'web-push';
import { mustLeadOutside, postOutside } from '#platform';
import type { ContactAddress } from '../domain/contact.js';
import type { Outcome } from '../domain/sending.js';
import { codeOf, type Channel, type Outgoing } from './channel.js';

export interface PushIdentity {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** A device that is away gets it within this, or never: a request of last night wakes nobody in the morning. */
const KEPT_SECONDS = { urgent: 15 * 60, ordinary: 24 * 3_600 };

/** プッシュ通知 of a browser (Web Push, VAPID). The push service's "created" is `sent`: the device says nothing. */
export class Push implements Channel {
  readonly kind = 'push';
  readonly simulated = false;

  constructor(
    private readonly identityOf: (prefecture: string) => Promise<PushIdentity>,
    private readonly contact: string,
    private readonly privateTargets: readonly string[],
  ) {}

  check({ address }: ContactAddress): Promise<void> {
    return mustLeadOutside(address, this.privateTargets);
  }

  async send({ address, keys }: ContactAddress, message: Outgoing, signal: AbortSignal): Promise<Outcome> {
    if (!keys) return { state: 'bounced', error: 'no_keys' };
    const { id, prefecture, class: of, code, link, urgent } = message;
    try {
      const { publicKey, privateKey } = await this.identityOf(prefecture);
      const { headers, body } = webPush.generateRequestDetails(
        { endpoint: address, keys },
        // What it says stands in the service worker: nothing else can appear on a lock screen.
        JSON.stringify({ id, class: of, code, link }),
        {
          vapidDetails: { subject: this.contact, publicKey, privateKey },
          TTL: urgent ? KEPT_SECONDS.urgent : KEPT_SECONDS.ordinary,
          urgency: urgent ? 'high' : 'normal',
          // One that comes again takes the place of the first.
          topic: id.replaceAll('-', ''),
        },
      );
      const { status } = await postOutside(
        address,
        { headers, body: body ?? Buffer.alloc(0) },
        this.privateTargets,
        signal,
      );
      if (status >= 200 && status < 300) return { state: 'sent' };
      return { state: status === 404 || status === 410 ? 'bounced' : 'again', error: `http_${status}` };
    } catch (error) {
      return { state: 'again', error: codeOf(error) };
    }
  }
}
