import { Kinds } from '#cases';
import { ROLES } from '#kernel';
import type { World } from '../apps/cli/scenario/world.js';

/** A message by what was sent to whom: the same for every person of that role. */
export interface Sent {
  readonly template: string;
  readonly kind: string;
  readonly role: string;
  readonly opens: boolean;
}

/**
 * What has been sent since it last looked, and whether each receiver may open the case that it is about, as the server
 * decides it for anybody.
 */
export function lookAtMessages(prefecture: string): (world: World) => Promise<readonly Sent[]> {
  let seen = '0';
  let sights: Readonly<Record<string, unknown>> | undefined;
  return async ({ app, databases }) => {
    sights ??= Object.fromEntries(ROLES.map((role) => [role, app.get(Kinds).sightOf(role)]));
    const rows = await databases.reading(prefecture, async (tx) => {
      const { rows: sent } = await tx.query<Sent & { ordinal: string }>({
        name: 'messages-that-open',
        text: `SELECT m.ordinal, m.template, m.about_kind AS kind, u.state ->> 'role' AS role,
                      coalesce($1::jsonb -> (u.state ->> 'role') -> m.about_kind
                        ?| app.relations_to(h, app.standing(m.prefecture, m.to_user, (u.state ->> 'organization')::uuid)),
                        false) AS opens
                 FROM message m
                 JOIN stream_head u ON u.prefecture = m.prefecture AND u.stream = m.to_user
                 LEFT JOIN stream_head h ON h.prefecture = m.prefecture AND h.stream = m.about
                WHERE m.prefecture = $3 AND m.ordinal > $2 ORDER BY m.ordinal`,
        values: [sights, seen, prefecture],
      });
      return sent;
    });
    seen = rows.at(-1)?.ordinal ?? seen;
    return rows.map(({ ordinal: _ordinal, ...sent }) => sent);
  };
}
