import { plainToInstance } from 'class-transformer';
import { resolve } from 'node:path';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, validateSync } from 'class-validator';

const PROXY = '(?:[0-9A-Fa-f.:]+(?:/\\d{1,3})?|loopback|linklocal|uniquelocal)';
const PROXIES = new RegExp(`^${PROXY}(?:\\s*,\\s*${PROXY})*$`);

export class Settings {
  /** 本番: what stands in the way of real data keeps it from starting. */
  @IsBoolean() readonly production!: boolean;
  /** Your own PostgreSQL (≥ 15). Left out: the embedded one. */
  @IsOptional() @Matches(/^postgres(ql)?:\/\//) readonly databaseUrl?: string;
  /** Your own Redis for the queues. Left out: they live in the PostgreSQL. */
  @IsOptional()
  @IsUrl({ protocols: ['redis', 'rediss'], require_tld: false, require_protocol: true })
  readonly redisUrl?: string;
  @Matches(/^[a-z0-9_]+$/) readonly queuePrefix!: string;
  @IsInt() @Min(0) @Max(65535) readonly port!: number;
  @IsString() readonly host!: string;
  /** Sign-in without a password for the accounts of the demo region. Never on real data. */
  @IsBoolean() readonly demoSignIn!: boolean;
  @IsIn(['debug', 'info', 'warn', 'error', 'silent']) readonly logLevel!: string;
  /** The address that people open in their browsers, for links in messages that leave the system. */
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_tld: false, require_protocol: true })
  readonly publicUrl?: string;
  /** Your SMTP server: smtp:// or smtps://, with user and password where it wants them. Left out: no mail. */
  @IsOptional() @Matches(/^smtps?:\/\/\S+$/) readonly smtpUrl?: string;
  /** The address that mail comes from. */
  @IsOptional() @Matches(/^[^\s@<>"]+@[^\s@<>"]+$/) readonly mailFrom?: string;
  /** Hosts of your own network that webhooks may go to and providers (OIDC) may be at, with commas between them. */
  @IsString({ each: true }) readonly webhookPrivateTargets!: string[];
  /** Folder for what must outlive the database: the anchors of the log. */
  @IsString() readonly dataDir!: string;
  /** 32 bytes in base64 that seal the secrets of sign-ins. Left out: made at the first use, in a file of the data folder. */
  @IsOptional() @Matches(/^[A-Za-z0-9+/]{43}=$/) readonly sealingKey?: string;
  /** 32 bytes in base64 that wrap the keys of personal data (ADR 0032). Left out: made at the first start, in a file. */
  @IsOptional() @Matches(/^[A-Za-z0-9+/]{43}=$/) readonly masterKey?: string;
  /** The one of before, while keys are rotated. */
  @IsOptional() @Matches(/^[A-Za-z0-9+/]{43}=$/) readonly masterKeyBefore?: string;
  /** The file that holds it, which nobody else may read. Left out: keys/master.key of the data folder. */
  @IsOptional() @IsString() readonly masterKeyFile?: string;
  /** A key server instead: the transit engine of HashiCorp Vault or OpenBao, with the token and the name of the key. */
  @IsOptional()
  @IsUrl({ protocols: ['http', 'https'], require_tld: false, require_protocol: true })
  readonly transitUrl?: string;
  @IsOptional() @IsString() readonly transitToken?: string;
  @IsOptional() @Matches(/^[A-Za-z0-9._-]+$/) readonly transitKey?: string;
  /** Whether people reach it over TLS: cookies are then sent over nothing else. */
  @IsBoolean() readonly tls!: boolean;
  /** Proxies whose word about where a request comes from is taken: addresses, separated by commas. */
  @IsOptional() @Matches(PROXIES) readonly trustedProxies?: string;
  /** For so many years the record of looks (閲覧の記録) is kept [D]; the guideline asks for five at least. */
  @IsInt() @Min(1) @Max(100) readonly readLogYears!: number;
  /** So many requests may one account send in a minute, all processes together, and one address ten times as many [D]; 0: any number. */
  @IsInt() @Min(0) readonly requestsPerMinute!: number;
}

/** Where the sealing key lies if SEALING_KEY does not hold it. */
export const sealingKeyFile = ({ dataDir }: Settings): string => resolve(dataDir, 'keys/sealing.key');

/** Every variable the system reads, read here and nowhere else. A bad one stops the process at boot. */
export function settings(env: NodeJS.ProcessEnv = process.env): Settings {
  const read = plainToInstance(Settings, {
    production: env['NODE_ENV'] === 'production',
    ...(env['DATABASE_URL'] && { databaseUrl: env['DATABASE_URL'] }),
    ...(env['REDIS_URL'] && { redisUrl: env['REDIS_URL'] }),
    queuePrefix: env['QUEUE_PREFIX'] ?? 'tsunagi',
    port: Number(env['PORT'] ?? 3000),
    host: env['HOST'] ?? '127.0.0.1',
    demoSignIn: env['DEMO_SIGN_IN'] === 'true',
    ...(env['PUBLIC_URL'] && { publicUrl: env['PUBLIC_URL'].replace(/\/+$/, '') }),
    ...(env['SMTP_URL'] && { smtpUrl: env['SMTP_URL'] }),
    ...(env['MAIL_FROM'] && { mailFrom: env['MAIL_FROM'] }),
    webhookPrivateTargets: (env['WEBHOOK_PRIVATE_TARGETS'] ?? '').split(',').flatMap((one) => one.trim() || []),
    logLevel: env['LOG_LEVEL'] ?? 'info',
    dataDir: env['DATA_DIR'] ?? '.data',
    ...(env['SEALING_KEY'] && { sealingKey: env['SEALING_KEY'] }),
    ...(env['MASTER_KEY'] && { masterKey: env['MASTER_KEY'] }),
    ...(env['MASTER_KEY_BEFORE'] && { masterKeyBefore: env['MASTER_KEY_BEFORE'] }),
    ...(env['MASTER_KEY_FILE'] && { masterKeyFile: env['MASTER_KEY_FILE'] }),
    ...(env['TRANSIT_URL'] && { transitUrl: env['TRANSIT_URL'] }),
    ...(env['TRANSIT_TOKEN'] && { transitToken: env['TRANSIT_TOKEN'] }),
    ...(env['TRANSIT_KEY'] && { transitKey: env['TRANSIT_KEY'] }),
    tls: env['TLS'] === 'true',
    ...(env['TRUSTED_PROXIES'] && { trustedProxies: env['TRUSTED_PROXIES'] }),
    readLogYears: Number(env['READ_LOG_YEARS'] ?? 5),
    requestsPerMinute: Number(env['REQUESTS_PER_MINUTE'] ?? 3_000),
  });
  const errors = validateSync(read);
  if (errors.length > 0) throw new Error(`bad settings: ${errors.map((e) => e.property).join(', ')}`);
  return read;
}
