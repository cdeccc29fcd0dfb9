import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Accounts, Named, PersonalStore, type Caller } from '#access';
import { ROLES, type Addressee, type Instant, type Role, type Rung, type Urgency } from '#kernel';
import { restored, type ObligationState, type StoredObligation } from '#obligations';
import { Databases, Moment, Uuid } from '#platform';

/** The case that something belongs to. */
export class About {
  readonly kind!: string;
  @Uuid() readonly id!: string;
}

export class PatientNamed {
  @Uuid() readonly id!: string;
  readonly name!: string;
  readonly kana!: string;
  /** Empty where it is not known. */
  readonly birthDate!: string;
}

/** Who somebody is, as the personal store holds it. */
export type Identity = Partial<Omit<PatientNamed, 'id'>>;

export const patientNamed = (id: string, { name = '', kana = '', birthDate = '' }: Identity): PatientNamed => ({
  id,
  name,
  kana,
  birthDate,
});

/** A person, by name; or everyone in a role, at one organization where it is named. What a role is called, the page knows. */
export class Told {
  @ApiProperty({ enum: ROLES, enumName: 'Role', nullable: true }) readonly role!: Role | null;
  readonly name!: string | null;
}

/** The next step of the chase: when, and whom it will tell. */
export class NextStep {
  readonly level!: number;
  @Moment() readonly at!: Instant;
  readonly to!: Told[];
}

/** One thing owed, as a person sees it: by whom, since when, until when, and what happens next if nothing does. */
export class BoardRow {
  @Uuid() readonly id!: string;
  readonly about!: About;
  readonly patient!: PatientNamed | null;
  readonly caseState!: string;
  readonly step!: string;
  readonly instance!: string | null;
  readonly state!: ObligationState;
  /** The last step of the chase that was sent. */
  readonly level!: number | null;
  @Moment() readonly dueAt!: Instant;
  @Moment() readonly since!: Instant;
  readonly owedBy!: Named;
  /** Owed by the reader's own organization. */
  readonly mine!: boolean;
  readonly unattended!: boolean;
  @Moment() readonly heldUntil!: Instant | null;
  readonly next!: NextStep | null;
  readonly urgency!: Urgency;
  /** Codes of the case, by name. */
  readonly facts!: Record<string, unknown>;
}

export class Board {
  readonly position!: number;
  @Moment() readonly now!: Instant;
  readonly rows!: BoardRow[];
}

/** Rows of a board before the names are joined: they say whether it has changed, and looking at them is no look at a person. */
export interface Nameless {
  readonly position: number;
  readonly now: Instant;
  readonly found: readonly Found[];
}

interface Found {
  readonly body: StoredObligation;
  readonly status: string;
  readonly facts: Record<string, unknown>;
}

/** Codes of a case that a board may show. Never a name, never free text. */
const FACTS = [
  'version',
  'plannedDischargeOn',
  'stay',
  'careLevel',
  'leakCodes',
  'topics',
  'scene',
  'urgency',
  'tier',
  'reason',
  'need',
  'origin',
];

const MOST_ROWS = 500;
/** Roles that answer for an area, beside their own organization's cases. */
export const AREA_ROLES: readonly Role[] = ['base_secretariat', 'health_centre_officer', 'admin'];

@Injectable()
export class Boards {
  constructor(
    private readonly databases: Databases,
    private readonly accounts: Accounts,
    private readonly store: PersonalStore,
  ) {}

  async of(caller: Caller): Promise<Board> {
    return this.named(caller, await this.nameless(caller));
  }

  nameless({ prefecture, actor }: Caller): Promise<Nameless> {
    return this.databases.reading(prefecture, async (tx) => {
      const head = await tx.query<{ position: number; now: Instant }>({
        name: 'board-head',
        text: `SELECT coalesce((SELECT position FROM log_head WHERE prefecture = $1), 0) AS position, app.now() AS now`,
        values: [prefecture],
      });
      const { rows } = await tx.query<Found>({
        name: 'board-rows',
        text: BOARD_SQL,
        values: [prefecture, actor.orgId, actor.role === 'coordinator', AREA_ROLES.includes(actor.role), FACTS],
      });
      return { position: head.rows[0]?.position ?? 0, now: head.rows[0]?.now ?? '', found: rows };
    });
  }

  async named(caller: Caller, { position, now, found }: Nameless): Promise<Board> {
    return { position, now, rows: await rowsOf(found, caller, this.accounts, this.store) };
  }
}

/** Joins the names at read, under the reader's rights. */
export async function rowsOf(
  found: readonly Found[],
  caller: Caller,
  accounts: Accounts,
  store: PersonalStore,
): Promise<BoardRow[]> {
  const { prefecture, actor } = caller;
  const patients = found.flatMap(({ body }) => (body.about.patientRef === undefined ? [] : [body.about.patientRef]));
  const names = new Map(
    (await store.read<Identity>(caller, 'board', patients, ['patient_identity'])).map(({ about, body }) => [
      about,
      patientNamed(about, body),
    ]),
  );
  const people = await accounts.of(prefecture);
  const byUser = new Map(people.map((person) => [person.userId, person]));
  const organizations = new Map(people.map(({ organization }) => [organization.id, organization.name]));
  const told = (to: Addressee): Told => {
    if ('user' in to) return { role: null, name: byUser.get(to.user)?.name ?? '' };
    return { role: to.role, name: 'organization' in to ? (organizations.get(to.organization) ?? '') : null };
  };
  const next = ({ level, at, to }: Rung): NextStep => ({
    level,
    at,
    to: [...new Map(to.map(told).map((each) => [`${each.role} ${each.name}`, each])).values()],
  });
  const nextOf = (body: StoredObligation): NextStep | null => {
    const [first] = restored(body).rungs;
    return first ? next(first) : null;
  };
  return found.map(({ body, status, facts }) => ({
    id: body.id,
    about: { kind: body.about.kind, id: body.about.id },
    patient: names.get(body.about.patientRef ?? '') ?? null,
    caseState: status,
    step: body.plan.step,
    instance: body.plan.instance ?? null,
    state: body.state,
    level: body.level,
    dueAt: body.plan.dueAt,
    since: body.openedAt,
    owedBy: { id: body.plan.owedBy, name: organizations.get(body.plan.owedBy) ?? '' },
    mine: body.plan.owedBy === actor.orgId,
    unattended: body.unattended,
    heldUntil: body.heldUntil,
    next: nextOf(body),
    urgency: body.plan.urgency,
    facts,
  }));
}

const BOARD_SQL = `
  SELECT o.body, h.status,
         (SELECT coalesce(jsonb_object_agg(f.key, f.value), '{}') FROM jsonb_each(h.state) f WHERE f.key = ANY ($5)) AS facts
    FROM obligation o
    JOIN stream_head h ON h.prefecture = o.prefecture AND h.stream = o.case_id
    LEFT JOIN stream_head me ON me.prefecture = o.prefecture AND me.stream = $2
   WHERE o.prefecture = $1
     AND (o.state IN ('open', 'promised') OR (o.state = 'missed' AND o.next_at IS NOT NULL))
     AND (o.owed_by = $2
          OR h.parties ? $2::text
          OR (($4 OR ($3 AND (o.level >= 3 OR o.state = 'missed' OR o.case_kind = 'backup_request')))
              AND me.state -> 'serves' ?| ARRAY[o.body #>> '{about,area,municipalityId}',
                                                o.body #>> '{about,area,homeCareAreaId}',
                                                o.body #>> '{about,area,secondaryAreaId}', o.prefecture]))
   ORDER BY o.class, o.due_at, o.id
   LIMIT ${MOST_ROWS}`;
