import type { Settings } from './settings.js';

/** What is known before anything is begun. */
export interface Boot {
  readonly settings: Settings;
  /** Whether the file of the sealing key is there already. */
  readonly keyFile: boolean;
  /** Whether the file of the master key of personal data is. */
  readonly masterKeyFile: boolean;
  /** Whether it would open a demo region. */
  readonly demo: boolean;
  /** Whether a debugger can be attached to the process. */
  readonly inspected: boolean;
}

/** Passwords that stand in guides and images: whoever reads those knows them. */
const KNOWN_PASSWORDS = new Set([
  'admin',
  'change-me',
  'changeme',
  'example',
  'password',
  'postgres',
  'redis',
  'root',
  'secret',
  'test',
  'tsunagi',
  '123456',
  '12345678',
]);
/** 32 random bytes hold some thirty different ones; a row of zeros or letters typed by hand do not. */
const FEWEST_BYTES = 20;

/** What keeps it from starting on real data (本番, NODE_ENV=production), each in one sentence of both languages (O6 of reliability.md). None: it starts. */
export function bootFaults({ settings, keyFile, masterKeyFile, demo, inspected }: Boot): readonly string[] {
  const { production, sealingKey, masterKey, transitUrl, demoSignIn, logLevel, databaseUrl, redisUrl, trustedProxies } =
    settings;
  if (!production) return [];
  const faults: string[] = [];
  if (demo || demoSignIn)
    faults.push(
      '本番（NODE_ENV=production）ではデモ地域を開きません。--empty を付け、DEMO_SIGN_IN を外してください。 / In production no demo region is opened: start with --empty, and without DEMO_SIGN_IN.',
    );
  if (sealingKey === undefined && !keyFile)
    faults.push(
      '本番では封印の鍵が要ります。SEALING_KEY に32バイト（base64）を指定し、控えを別に保管してください。 / In production a sealing key is needed: set SEALING_KEY to 32 random bytes in base64, and keep a copy elsewhere.',
    );
  if (masterKey === undefined && transitUrl === undefined && !masterKeyFile)
    faults.push(
      '本番では個人情報の鍵が要ります。MASTER_KEY に32バイト（base64）を指定するか、鍵サーバー（TRANSIT_URL）を使い、控えを別に保管してください。 / In production a master key of personal data is needed: set MASTER_KEY to 32 random bytes in base64 and keep a copy elsewhere, or use a key server (TRANSIT_URL).',
    );
  for (const [name, key] of Object.entries({ SEALING_KEY: sealingKey, MASTER_KEY: masterKey }))
    if (key !== undefined && new Set(Buffer.from(key, 'base64')).size < FEWEST_BYTES)
      faults.push(
        `${name} が乱数ではありません。手引きの方法で作り直してください。 / ${name} is not random: make one as the guide says.`,
      );
  if (masterKey !== undefined && masterKey === sealingKey)
    faults.push(
      'MASTER_KEY と SEALING_KEY が同じです。別々に作り、別々に保管してください。 / MASTER_KEY and SEALING_KEY are the same: make two, and keep them apart.',
    );
  for (const [name, url] of Object.entries({ DATABASE_URL: databaseUrl, REDIS_URL: redisUrl }))
    if (url !== undefined && KNOWN_PASSWORDS.has(passwordIn(url)))
      faults.push(
        `${name} のパスワードは誰でも知っているものです。変更してください。 / The password in ${name} is one that everybody knows: change it.`,
      );
  if (logLevel === 'debug' || inspected)
    faults.push(
      '本番ではデバッグを有効にできません。LOG_LEVEL=debug と --inspect を外してください。 / In production debugging is not possible: take away LOG_LEVEL=debug and --inspect.',
    );
  if (trustedProxies?.split(',').some((one) => one.trim().endsWith('/0')))
    faults.push(
      'TRUSTED_PROXIES がすべての送信元を信用しています。プロキシのアドレスだけを指定してください。 / TRUSTED_PROXIES trusts everybody: name the addresses of the proxies alone.',
    );
  return faults;
}

function passwordIn(url: string): string {
  try {
    return decodeURIComponent(new URL(url).password).toLowerCase();
  } catch {
    return '';
  }
}
