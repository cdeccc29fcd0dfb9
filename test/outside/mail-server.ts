import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';

/** How a server of the test treats a letter. */
export type Treatment = 'accept' | 'refuse-address' | 'refuse-message' | 'busy' | 'hang';

export interface Letter {
  readonly to: readonly string[];
  /** As it came over the wire. */
  readonly raw: string;
  readonly id: string;
}

/** An SMTP server that does as it is told. */
export class MailServer {
  readonly letters: Letter[] = [];
  treatment: Treatment = 'accept';
  /** Called when a letter has been accepted, before the answer goes out. */
  accepted: (letter: Letter) => Promise<void> = () => Promise.resolve();
  private readonly hanging: (() => void)[] = [];
  private readonly server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: (_address, _session, answer) => {
      if (this.treatment === 'refuse-address') answer(said(550, 'no such mailbox SECRET-OF-THE-SERVER'));
      else if (this.treatment === 'busy') answer(said(451, 'later'));
      else answer();
    },
    onData: (stream, session, answer) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (this.treatment === 'hang') {
          this.hanging.push(answer);
          return;
        }
        if (this.treatment === 'refuse-message') {
          answer(said(554, 'spam'));
          return;
        }
        const raw = Buffer.concat(parts).toString('utf8');
        const letter = {
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw,
          id: /^Message-ID: <([^>]+)>/im.exec(raw)?.[1] ?? '',
        };
        this.letters.push(letter);
        void this.accepted(letter).then(() => answer());
      });
    },
  });

  async listen(): Promise<void> {
    this.server.on('error', () => undefined);
    await new Promise<void>((ready) => {
      this.server.listen(0, '127.0.0.1', ready);
    });
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** A letter's words, out of the form that mail has. */
  static textOf({ raw }: Letter): string {
    const [head = '', ...body] = raw.split('\r\n\r\n');
    const text = body.join('\r\n\r\n');
    const plain = /^Content-Transfer-Encoding: base64/im.test(head)
      ? Buffer.from(text, 'base64').toString('utf8')
      : Buffer.from(
          text
            .replaceAll(/=\r?\n/g, '')
            .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
          'latin1',
        ).toString('utf8');
    const subject = [...head.matchAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi)]
      .map(([, how, word = '']) =>
        how?.toUpperCase() === 'B'
          ? Buffer.from(word, 'base64')
          : Buffer.from(
              word
                .replaceAll('_', ' ')
                .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
              'latin1',
            ),
      )
      .reduce((all, part) => Buffer.concat([all, part]), Buffer.alloc(0))
      .toString('utf8');
    return `${head}\n${subject}\n${plain}`;
  }

  async close(): Promise<void> {
    for (const answer of this.hanging) answer();
    await new Promise<void>((closed) => {
      this.server.close(closed);
    });
  }
}

const said = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });
