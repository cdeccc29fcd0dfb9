import { Injectable } from '@nestjs/common';
import type { Caller } from '#access';
import { DomainError } from '#kernel';
import { Databases } from '#platform';
import { mustBeSound, preferencesFrom, type Preferences } from './domain/preferences.js';

/** 通知の受け取り方 of a person. */
@Injectable()
export class NotificationPreferences {
  constructor(private readonly databases: Databases) {}

  /** Version 0: nothing was said, and the defaults hold. */
  async of({ prefecture, actor }: Caller): Promise<{ version: number; preferences: Preferences }> {
    const { rows } = await this.databases.writer.query<{ version: number; body: unknown }>({
      name: 'own-preferences',
      text: 'SELECT version, body FROM notification_preference WHERE prefecture = $1 AND user_id = $2',
      values: [prefecture, actor.userId],
    });
    return { version: rows[0]?.version ?? 0, preferences: preferencesFrom(rows[0]?.body) };
  }

  /** @throws stale where another device has saved since; invalid_input where it would silence an emergency. */
  async save({ prefecture, actor }: Caller, preferences: Preferences, version: number): Promise<number> {
    mustBeSound(preferences);
    const { rowCount } = await this.databases.writer.query({
      name: version === 0 ? 'first-preferences' : 'next-preferences',
      text:
        version === 0
          ? `INSERT INTO notification_preference (prefecture, user_id, version, body, saved_at)
             VALUES ($1, $2, 1, $3, app.now()) ON CONFLICT DO NOTHING`
          : `UPDATE notification_preference SET version = version + 1, body = $3, saved_at = app.now()
              WHERE prefecture = $1 AND user_id = $2 AND version = $4`,
      values: [prefecture, actor.userId, JSON.stringify(preferences), ...(version === 0 ? [] : [version])],
    });
    if (!rowCount) throw stale();
    return version + 1;
  }
}

const stale = () =>
  new DomainError(
    'stale',
    'stale_version',
    'ほかの端末か画面で先に保存されました。画面を読み直してから、もう一度選んでください。',
    'This was saved on another device or page first. Reload and choose again.',
  );
