/** How the system is reached from outside, and by what it reaches people (連絡手段). */
export abstract class Outside {
  /** The address of the screens, for links in messages. */
  abstract readonly publicUrl: string;
  /** SMTP server for mail; null: there is none. */
  abstract readonly smtpUrl: string | null;
  abstract readonly mailFrom: string;
  /** Hosts of the own network ("hooks.example.lan" or "10.0.0.5:8080") that webhooks and providers (OIDC) may be at; all others are refused there. */
  abstract readonly privateTargets: readonly string[];
  /** SMS, voice, FAX and LINE WORKS stand on the outbox page instead of going out: in the demo and in tests only. */
  abstract readonly simulated: boolean;
}

export const NOWHERE = {
  publicUrl: 'http://localhost:3000',
  smtpUrl: null,
  mailFrom: 'tsunagi@localhost',
  privateTargets: [],
  simulated: false,
} satisfies Outside;
