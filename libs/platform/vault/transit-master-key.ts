import type { MasterKey } from './master-key.js';

export interface TransitSettings {
  /** Address of the server, as `https://vault.example.jp:8200`. */
  readonly url: string;
  readonly token: string;
  /** Name of the key (aes256-gcm96); it never leaves the server. */
  readonly key: string;
  /** Where the engine is mounted. */
  readonly mount?: string;
}

const ANSWER_MS = 5_000;

/** 鍵管理 by the transit engine of HashiCorp Vault, or of OpenBao: it wraps and unwraps, and gives its key to nobody. */
export class TransitMasterKey implements MasterKey {
  readonly id: string;
  private readonly base: string;

  constructor(private readonly settings: TransitSettings) {
    const { url, mount = 'transit', key } = settings;
    this.base = `${url.replace(/\/+$/, '')}/v1/${mount}`;
    this.id = `transit:${mount}/${key}`;
  }

  async wrap(plain: Buffer, bound: string): Promise<Buffer> {
    const { ciphertext } = await this.ask('encrypt', {
      plaintext: plain.toString('base64'),
      associated_data: Buffer.from(bound).toString('base64'),
    });
    if (ciphertext === undefined) throw new Error('the key server answered without a ciphertext');
    return Buffer.from(ciphertext);
  }

  async unwrap(wrapped: Buffer, bound: string): Promise<Buffer> {
    const { plaintext } = await this.ask('decrypt', {
      ciphertext: wrapped.toString(),
      associated_data: Buffer.from(bound).toString('base64'),
    });
    if (plaintext === undefined) throw new Error('the key server answered without a plaintext');
    return Buffer.from(plaintext, 'base64');
  }

  /** What went wrong is told by its status alone: an answer may quote what was sent. */
  private async ask(
    what: 'encrypt' | 'decrypt',
    body: object,
  ): Promise<{ readonly ciphertext?: string; readonly plaintext?: string }> {
    const { token, key } = this.settings;
    const answer = await fetch(`${this.base}/${what}/${encodeURIComponent(key)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-vault-token': token },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_MS),
    }).catch((error: Error) => {
      throw new Error(`the key server at ${new URL(this.base).host} does not answer: ${error.message}`);
    });
    if (!answer.ok) throw new Error(`the key server refused to ${what} with ${this.id}: status ${answer.status}`);
    const { data = {} } = (await answer.json()) as { readonly data?: { ciphertext?: string; plaintext?: string } };
    return data;
  }
}
