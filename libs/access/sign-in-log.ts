import { Injectable } from '@nestjs/common';
import { Databases, type Queryable } from '#platform';

export const SIGN_IN_FACTS = [
  'signed_in',
  'signed_in_by_recovery_code',
  'signed_in_by_provider',
  'signed_in_by_passkey',
  'refused',
  'signed_out',
  'unlocked',
  'invited',
  'invitation_withdrawn',
  'joined',
  'seat_joined',
  'reset_offered',
  'reset_done',
  'password_changed',
  'recovery_codes_made',
  'sessions_ended',
  'seat_changed',
  'provider_kept',
  'provider_removed',
  'provider_bound',
  'provider_unbound',
  'passkey_added',
  'passkey_removed',
] as const;
export type SignInFact = (typeof SIGN_IN_FACTS)[number];

export interface SignInNote {
  readonly what: SignInFact;
  readonly login?: string | null;
  readonly user?: string;
  readonly session?: string;
  readonly device?: string;
  /** Who did it for somebody else. */
  readonly by?: string;
}

/** Who came in, who did not, and what changed of how one comes in (シ17①). Rows are never changed. */
@Injectable()
export class SignInLog {
  constructor(private readonly databases: Databases) {}

  async note(
    prefecture: string,
    { what, login, user, session, device, by }: SignInNote,
    tx: Queryable = this.databases.writer,
  ): Promise<void> {
    await tx.query({
      name: 'note-sign-in',
      text: `INSERT INTO sign_in_log (prefecture, what, login, user_id, session, device, by_user)
             VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      values: [prefecture, what, login ?? null, user ?? null, session ?? null, device ?? '', by ?? null],
    });
  }
}
