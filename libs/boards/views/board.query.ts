import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Accounts, Named, PersonalStore, type Caller, type Whereabouts } from '#access';
import { Heads, Kinds, type FoundHead } from '#cases';
import { DeskCovers, Directory } from '#directory';
import { ROLES, type Actor, type Addressee, type Instant, type Role, type Rung, type Urgency } from '#kernel';
import { isLive, restored, type ObligationState, type StoredObligation } from '#obligations';
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
  /** Empty where it is not known, or not for this reader. */
  readonly address!: string;
}

/** Who somebody is, as the personal store holds it. */
export type Identity = Partial<Omit<PatientNamed, 'id'>>;

export const patientNamed = (
  id: string,
  { name = '', kana = '', birthDate = '', address = '' }: Identity,
): PatientNamed => ({
  id,
  name,
  kana,
  birthDate,
  address,
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

/** Whom to telephone about a case. */
export class Contact extends Named {
  readonly phone!: string | null;
}

/** One thing owed, as a person sees it: by whom, since when, until when, and what happens next if nothing does. */
export class BoardRow {
  @Uuid() readonly id!: string;
  readonly about!: About;
  readonly patient!: PatientNamed | null;
  /** 病棟: where in the hospital the person lies, where the reader may know it. */
  readonly ward!: string | null;
  /** The municipality that it belongs to; empty where it is no single one's. */
  readonly place!: string;
  readonly contact!: Contact | null;
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
  /** Who has said "I have it, by …": by name, else by role and institution; null while nobody has. */
  readonly promisedBy!: Told | null;
  readonly next!: NextStep | null;
  readonly urgency!: Urgency;
  /** Codes of the case, by name. */
  readonly facts!: Record<string, unknown>;
  /** Commands that the reader may give just now, by their domain names. */
  readonly commands!: string[];
  /** Whether "I have it, by …" may be said of it. */
  readonly promisable!: boolean;
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

/** An obligation with the case that it belongs to, as the reader stands to it. */
export interface Found {
  readonly body: StoredObligation;
  readonly status: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly commands: readonly string[];
  readonly promisable: boolean;
  readonly contact: string | undefined;
  /** Where the ward is written down; undefined where there is none, or it is withheld from the reader. */
  readonly ward: WardRecord;
}

export type WardRecord = { readonly record: string; readonly field: string } | undefined;

interface Row extends FoundHead {
  readonly body: StoredObligation;
  readonly relations: readonly string[];
}

/** [D] A base sees all that is owed in its area. */
const MOST_ROWS = 2_000;

/** [D] Above this a board comes in two parts: what one sees first, and the rest. */
const SHORT_BOARD = 200;
/** [D] Rows that come first, of one's own organization and of others: more than a screen holds. */
const FIRST_ROWS = 30;

/** Joins the names at read, under the reader's rights. */
@Injectable()
export class RowNames {
  constructor(
    private readonly databases: Databases,
    private readonly accounts: Accounts,
    private readonly store: PersonalStore,
    private readonly directory: Directory,
    private readonly covers: DeskCovers,
  ) {}

  async rowsOf(found: readonly Found[], caller: Caller): Promise<BoardRow[]> {
    const { prefecture, actor } = caller;
    const patients = found.flatMap(({ body }) => (body.about.patientRef === undefined ? [] : [body.about.patientRef]));
    const stays = found.flatMap(({ body, ward }) => (ward ? [body.about.id] : []));
    const records = new Set(found.flatMap(({ ward }) => (ward ? [ward.record] : [])));
    const [own, read] = await Promise.all([
      this.covers.standingFor(prefecture, actor.orgId),
      this.store.read<Identity & Whereabouts & Readonly<Record<string, unknown>>>(
        caller,
        'board',
        [...patients, ...stays],
        ['patient_identity', ...records],
      ),
    ]);
    const names = new Map(
      read
        .filter(({ kind }) => kind === 'patient_identity')
        // On a board it is enough to know who.
        .map(({ about, body }) => [about, patientNamed(about, { ...body, address: '' })]),
    );
    const hidden = new Set(read.flatMap(({ about, body }) => (body.addressHidden ? [about] : [])));
    const texts = new Map(read.map(({ about, kind, body }) => [`${about} ${kind}`, body]));
    const wardOf = ({ body, ward }: Pick<Found, 'body' | 'ward'>): string | null => {
      const text = ward && texts.get(`${body.about.id} ${ward.record}`)?.[ward.field];
      return typeof text === 'string' ? text : null;
    };
    const people = await this.accounts.of(prefecture, { before: true });
    const placeOf = await this.directory.areaNames(prefecture);
    const byUser = new Map(people.map((person) => [person.userId, person]));
    const workplaces = new Map(people.map(({ organization }) => [organization.id, organization]));
    const nameOf = (organization: string) => workplaces.get(organization)?.name ?? '';
    const promised = await this.promisedIn(prefecture, found);
    const promisedBy = (id: string): Told | null => {
      const by = promised.get(id);
      if (!by) return null;
      const name = byUser.get(by.userId)?.name ?? '';
      return name === '' ? { role: by.role, name: nameOf(by.orgId) } : { role: null, name };
    };
    const contactOf = (organization: string | undefined): Contact | null => {
      const there = organization === undefined ? undefined : workplaces.get(organization);
      return there ? { id: there.id, name: there.name, phone: there.phone } : null;
    };
    const told = (to: Addressee): Told => {
      if ('user' in to) return { role: null, name: byUser.get(to.user)?.name ?? '' };
      return { role: to.role, name: 'organization' in to ? nameOf(to.organization) : null };
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
    return found.map(({ body, status, facts, commands, promisable, contact, ward }) => ({
      id: body.id,
      about: { kind: body.about.kind, id: body.about.id },
      patient: names.get(body.about.patientRef ?? '') ?? null,
      ward: wardOf({ body, ward }),
      place: hidden.has(body.about.patientRef ?? '') ? '' : placeOf(body.about.area?.municipalityId ?? ''),
      contact: contactOf(contact),
      caseState: status,
      step: body.plan.step,
      instance: body.plan.instance ?? null,
      state: body.state,
      level: body.level,
      dueAt: body.plan.dueAt,
      since: body.openedAt,
      owedBy: { id: body.plan.owedBy, name: nameOf(body.plan.owedBy) },
      mine: own.has(body.plan.owedBy),
      unattended: body.unattended,
      heldUntil: body.heldUntil,
      promisedBy: body.heldUntil === null ? null : promisedBy(body.id),
      next: nextOf(body),
      urgency: body.plan.urgency,
      facts: { ...facts },
      commands: [...commands],
      promisable,
    }));
  }

  /** Who promised last, of what is held just now. The log knows; a row is the engine's, and needs no person to rest. */
  private async promisedIn(prefecture: string, found: readonly Found[]): Promise<Map<string, Promiser>> {
    const held = found.filter(({ body }) => body.heldUntil !== null);
    if (held.length === 0) return new Map();
    const rows = await this.databases.reading(prefecture, async (tx) => {
      const { rows: said } = await tx.query<{ stream: string; actor: Actor }>({
        name: 'promised-by',
        // The log is indexed by case.
        text: `SELECT DISTINCT ON (stream) stream, actor FROM event
                WHERE prefecture = $1 AND correlation_id = ANY ($2::uuid[]) AND stream = ANY ($3::uuid[])
                  AND type = 'ObligationPromised'
                ORDER BY stream, seq DESC`,
        values: [prefecture, held.map(({ body }) => body.about.id), held.map(({ body }) => body.id)],
      });
      return said;
    });
    return new Map(rows.flatMap(({ stream, actor }) => ('userId' in actor ? [[stream, actor] as const] : [])));
  }
}

type Promiser = Extract<Actor, { userId: string }>;

@Injectable()
export class Boards {
  constructor(
    private readonly databases: Databases,
    private readonly names: RowNames,
    private readonly kinds: Kinds,
    private readonly heads: Heads,
  ) {}

  async of(caller: Caller): Promise<Board> {
    return this.named(caller, await this.nameless(caller));
  }

  nameless(caller: Caller): Promise<Nameless> {
    return this.read(caller, { name: 'board-rows', text: BOARD_SQL });
  }

  /** What a page shows first of a long board, which takes its time; nothing where the board is short. */
  async beginning(caller: Caller): Promise<Nameless | undefined> {
    const board = await this.read(caller, { name: 'board-beginning', text: BEGINNING_SQL });
    return board.found.length > 0 ? board : undefined;
  }

  private async read({ prefecture, actor }: Caller, asked: { name: string; text: string }): Promise<Nameless> {
    const { position, now, rows } = await this.databases.reading(prefecture, async (tx) => {
      const head = await tx.query<{ position: number; now: Instant }>({
        name: 'board-head',
        text: `SELECT coalesce((SELECT position FROM log_head WHERE prefecture = $1), 0) AS position, app.now() AS now`,
        values: [prefecture],
      });
      const found = await tx.query<Row>({
        ...asked,
        values: [prefecture, actor.userId, actor.orgId, this.kinds.boardOf(actor.role)],
      });
      return { position: head.rows[0]?.position ?? 0, now: head.rows[0]?.now ?? '', rows: found.rows };
    });
    const found = await Promise.all(
      rows.map(async ({ body, relations, ...head }): Promise<Found> => {
        const { kind, status } = head;
        const state = await this.heads.today(prefecture, head);
        return {
          body,
          status,
          facts: this.kinds.of(kind).card(state as object),
          contact: this.kinds.of(kind).contact?.(state as object),
          ward: this.kinds.wardOf(kind, actor.role, relations),
          commands: this.kinds.commandsNow(kind, actor, relations, state, now),
          promisable: body.plan.owedBy === actor.orgId && isLive(body) && this.kinds.isPromisable(kind, body.plan.step),
        };
      }),
    );
    return { position, now, found };
  }

  async named(caller: Caller, { position, now, found }: Nameless): Promise<Board> {
    return { position, now, rows: await this.names.rowsOf(found, caller) };
  }
}

const ME_SQL = `WITH me AS MATERIALIZED (SELECT app.standing($1, $2, $3) AS standing)`;

/** What stands on a person's board. */
const SEEN_SQL = `
    FROM me CROSS JOIN obligation o
    JOIN stream_head h ON h.prefecture = o.prefecture AND h.stream = o.case_id
   CROSS JOIN LATERAL app.relations_to(h, me.standing) AS r(relations)
   WHERE o.prefecture = $1
     AND (o.state IN ('open', 'promised') OR (o.state = 'missed' AND o.next_at IS NOT NULL))
     AND $4::jsonb -> h.kind ?| r.relations`;

const BOARD_SQL = `
  ${ME_SQL}
  SELECT o.body, h.stream, h.kind, h.status, h.state, h.state_version, r.relations
    ${SEEN_SQL}
   ORDER BY o.class, o.due_at, o.id
   LIMIT ${MOST_ROWS}`;

const BEGINNING_SQL = `
  ${ME_SQL}
  SELECT o.body, h.stream, h.kind, h.status, h.state, h.state_version, seen.relations
    FROM (SELECT o.case_id, o.id, r.relations, count(*) OVER () AS rows,
                 row_number() OVER (PARTITION BY o.owed_by = $3 ORDER BY o.class, o.due_at, o.id) AS place
            ${SEEN_SQL}) seen
    JOIN obligation o ON o.prefecture = $1 AND o.case_id = seen.case_id AND o.id = seen.id
    JOIN stream_head h ON h.prefecture = $1 AND h.stream = seen.case_id
   WHERE seen.place <= ${FIRST_ROWS} AND seen.rows > ${SHORT_BOARD}
   ORDER BY o.class, o.due_at, o.id`;
