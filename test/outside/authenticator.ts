import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';

interface Asked {
  readonly challenge: string;
  readonly rp?: { readonly id: string };
  readonly rpId?: string;
}

/** How a device or the page before it is not as it should be. */
export interface Odd {
  readonly origin?: string;
  readonly rpId?: string;
  readonly challenge?: string;
  /** Neither a finger nor a PIN was asked for. */
  readonly unverified?: boolean;
  readonly counter?: number;
  readonly type?: string;
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();

/** CBOR (RFC 8949), as much as an attestation needs. */
function cbor(value: unknown): Buffer {
  const head = (major: number, n: number) => {
    if (n < 24) return Buffer.of((major << 5) | n);
    return n < 256 ? Buffer.of((major << 5) | 24, n) : Buffer.of((major << 5) | 25, n >> 8, n & 255);
  };
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  if (value instanceof Map)
    return Buffer.concat([head(5, value.size), ...[...value].flatMap(([name, of]) => [cbor(name), cbor(of)])]);
  throw new Error('nothing else is written');
}

/** A device with a passkey (WebAuthn, ES256), and the browser before it. */
export class Authenticator {
  readonly id = randomBytes(16);
  counter = 0;
  private readonly key: KeyObject;
  private readonly coordinates: { x: Buffer; y: Buffer };

  constructor(private readonly site: string) {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.key = privateKey;
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.coordinates = { x: Buffer.from(x, 'base64url'), y: Buffer.from(y, 'base64url') };
  }

  /** RegistrationResponseJSON. */
  make(asked: Asked, odd: Odd = {}): string {
    const { x, y } = this.coordinates;
    const cose = cbor(
      new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, x],
        [-3, y],
      ]),
    );
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.of(0, this.id.length), this.id, cose]);
    const data = Buffer.concat([this.dataOf(asked, odd, ATTESTED), attested]);
    const attestation = cbor(
      new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', data],
      ]),
    );
    return this.answer({
      clientDataJSON: this.clientData('webauthn.create', asked, odd).toString('base64url'),
      attestationObject: attestation.toString('base64url'),
      transports: ['internal'],
    });
  }

  /** AuthenticationResponseJSON. */
  sign(asked: Asked, odd: Odd = {}): string {
    this.counter += 1;
    const data = this.dataOf(asked, odd, 0);
    const client = this.clientData('webauthn.get', asked, odd);
    return this.answer({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: data.toString('base64url'),
      signature: sign('sha256', Buffer.concat([data, sha256(client)]), this.key).toString('base64url'),
    });
  }

  private clientData(type: string, { challenge }: Asked, odd: Odd): Buffer {
    return Buffer.from(
      JSON.stringify({
        type: odd.type ?? type,
        challenge: odd.challenge ?? challenge,
        origin: odd.origin ?? this.site,
        crossOrigin: false,
      }),
    );
  }

  private dataOf({ rp, rpId }: Asked, odd: Odd, more: number): Buffer {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(odd.counter ?? this.counter);
    const flags = PRESENT | (odd.unverified ? 0 : VERIFIED) | more;
    return Buffer.concat([sha256(odd.rpId ?? rp?.id ?? rpId ?? ''), Buffer.of(flags), counter]);
  }

  private answer(response: object): string {
    const id = this.id.toString('base64url');
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response });
  }
}
