import { Inject, Injectable } from '@nestjs/common';
import { Databases, Outside } from '#platform';

/** How far the set-up of a region (開設準備) has come: what there is of each. */
export class SetUp {
  readonly municipalities!: number;
  readonly homeCareAreas!: number;
  readonly organizations!: number;
  readonly people!: number;
  /** Of them, whoever can sign in; an administrator who is alone cannot be helped by another. */
  readonly signingIn!: number;
  readonly administrators!: number;
  readonly invited!: number;
  readonly patients!: number;
  /** 相談窓口. */
  readonly desks!: number;
  /** Municipalities that no desk and no base serves. */
  readonly municipalitiesWithoutDesk!: number;
  /** The first of them by code, by name. */
  readonly withoutDesk!: string[];
  readonly councils!: number;
  readonly ruleSets!: number;
  /** People with a contact of their own (連絡先) that is confirmed: they are reached beside the screen. */
  readonly reachable!: number;
  /** Whether mail can leave this installation. */
  readonly mail!: boolean;
}

type OfSignIns = Pick<SetUp, 'signingIn' | 'administrators' | 'invited' | 'reachable'>;
/** So many are named; of a whole prefecture nobody reads all. [D] */
const NAMED = 20;

/** 開設準備: counts of what stands in the directory, and nothing about anybody. */
@Injectable()
export class SetUps {
  constructor(
    private readonly databases: Databases,
    @Inject(Outside) private readonly outside: Outside,
  ) {}

  async of(prefecture: string): Promise<SetUp> {
    // Sign-ins are no matter of readers: the writer counts them.
    const [directory, logins] = await Promise.all([
      this.databases.reading(prefecture, (tx) =>
        tx.query<Omit<SetUp, keyof OfSignIns | 'mail'>>({
          name: 'set-up',
          text: `
            WITH heads AS (SELECT kind, state FROM stream_head
                            WHERE prefecture = $1 AND state -> 'withdrawn' IS NULL AND state -> 'closed' IS NULL),
                 areas AS (SELECT a.value ->> 'id' AS id, a.value ->> 'level' AS level, a.value ->> 'parent' AS parent,
                                  a.value ->> 'name' AS name
                             FROM heads, jsonb_each(state -> 'areas') a WHERE kind = 'area_tree'),
                 served AS (SELECT DISTINCT jsonb_array_elements_text(state -> 'serves') AS id FROM heads
                             WHERE kind = 'organization' AND state ->> 'kind' IN ('help_desk', 'cooperation_base')),
                 unserved AS (SELECT m.id, m.name FROM areas m
                               WHERE m.level = 'municipality' AND m.id NOT IN (SELECT id FROM served)
                                 AND m.parent NOT IN (SELECT id FROM served))
            SELECT (SELECT count(*)::int FROM areas WHERE level = 'municipality') AS municipalities,
                   (SELECT count(*)::int FROM areas WHERE level = 'home_care_area') AS "homeCareAreas",
                   (SELECT count(*)::int FROM heads WHERE kind = 'organization') AS organizations,
                   (SELECT count(*)::int FROM account WHERE prefecture = $1) AS people,
                   (SELECT count(*)::int FROM heads WHERE kind = 'patient') AS patients,
                   (SELECT count(*)::int FROM heads WHERE kind = 'organization' AND state ->> 'kind' = 'help_desk') AS desks,
                   (SELECT count(*)::int FROM unserved) AS "municipalitiesWithoutDesk",
                   ARRAY(SELECT name FROM unserved ORDER BY id LIMIT $2) AS "withoutDesk",
                   (SELECT count(*)::int FROM heads WHERE kind = 'council') AS councils,
                   (SELECT count(*)::int FROM heads WHERE kind = 'rule_set') AS "ruleSets"`,
          values: [prefecture, NAMED],
        }),
      ),
      this.databases.writer.query<OfSignIns>({
        name: 'set-up-sign-ins',
        text: `SELECT count(*)::int AS "signingIn", count(*) FILTER (WHERE a.role = 'admin')::int AS administrators,
                      (SELECT count(DISTINCT user_id)::int FROM invitation
                        WHERE prefecture = $1 AND purpose = 'seat' AND over_at IS NULL AND expires_at > now()) AS invited,
                      (SELECT count(DISTINCT user_id)::int FROM contact_point
                        WHERE prefecture = $1 AND verified_at IS NOT NULL AND removed_at IS NULL) AS reachable
                 FROM login_seat s JOIN account a ON a.prefecture = s.prefecture AND a.user_id = s.user_id
                WHERE s.prefecture = $1`,
        values: [prefecture],
      }),
    ]);
    const [counts] = directory.rows;
    const [signIns] = logins.rows;
    if (!counts || !signIns) throw new Error('a count is one row');
    return { ...counts, ...signIns, mail: this.outside.smtpUrl !== null };
  }
}
