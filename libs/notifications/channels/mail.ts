import { createTransport, type Transporter } from 'nodemailer';
import type { Outside } from '#platform';
import type { ContactAddress } from '../domain/contact.js';
import type { Outcome } from '../domain/sending.js';
import { codeOf, type Channel, type Outgoing } from './channel.js';

const PATIENCE_MS = 10_000;
/** Connections at once. A pool would go on sending what nobody waits for any more. */
const CONNECTIONS = 20;

/** 電子メール, by SMTP. The server's "accepted" is `sent`: whether a mailbox took it, only a bounce would tell. */
export class Mail implements Channel {
  readonly kind = 'email';
  readonly simulated = false;
  private readonly transport: Transporter;
  private readonly host: string;
  private readonly places = new Places(CONNECTIONS);

  constructor(
    smtpUrl: string,
    private readonly from: Outside['mailFrom'],
  ) {
    this.transport = createTransport({
      url: smtpUrl,
      connectionTimeout: PATIENCE_MS,
      greetingTimeout: PATIENCE_MS,
      socketTimeout: PATIENCE_MS,
      dnsTimeout: PATIENCE_MS,
      disableFileAccess: true,
      disableUrlAccess: true,
    } as never);
    this.host = from.slice(from.lastIndexOf('@') + 1).replace(/[^A-Za-z0-9.-]/g, '');
  }

  async send(
    { address }: ContactAddress,
    { id, subject, body, class: of }: Outgoing,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const letter = {
      // As an object: nothing of it is taken for a second address.
      from: { name: 'つなぎ', address: this.from },
      to: { name: '', address },
      envelope: { from: this.from, to: [address] },
      messageId: `<${id}@${this.host}>`,
      subject,
      text: body,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Tsunagi-Class': of },
    };
    try {
      await this.places.use(() => orAborted(this.transport.sendMail(letter), signal), signal);
      return { state: 'sent' };
    } catch (error) {
      return outcomeOf(error);
    }
  }

  close(): void {
    this.transport.close();
  }
}

/** A refusal of the address or of the message is for good; of the login, or anything in between, is not. */
function outcomeOf(error: unknown): Outcome {
  const { responseCode, code } = error as { responseCode?: number; code?: string };
  if (responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH')
    return { state: 'bounced', error: `smtp_${responseCode}` };
  return { state: 'again', error: responseCode === undefined ? codeOf(error) : `smtp_${responseCode}` };
}

/** So many at once; the rest wait for their turn, as long as anybody waits for them. */
class Places {
  private readonly waiting: (() => void)[] = [];
  private free: number;

  constructor(places: number) {
    this.free = places;
  }

  async use<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((turn) => this.waiting.push(turn));
    try {
      signal.throwIfAborted();
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}

async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  // Whatever comes of it later, nobody listens any more.
  work.catch(() => undefined);
  return Promise.race([
    work,
    new Promise<never>((_never, aborted) => {
      signal.addEventListener('abort', () => aborted(signal.reason), { once: true });
    }),
  ]);
}
