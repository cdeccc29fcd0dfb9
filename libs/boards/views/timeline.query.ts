import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ApiExtraModels, ApiProperty, refs } from '@nestjs/swagger';
import { Accounts, PersonalStore, type Caller } from '#access';
import { Heads, Kinds, told, type FoundHead } from '#cases';
import { Directory } from '#directory';
import { can, notFound, ROLES, type Instant, type Role } from '#kernel';
import { isLive, type StoredObligation } from '#obligations';
import { Databases, ERASED_WORD, EVENT_COLUMNS, isErased, Moment, type EventRow } from '#platform';
import { About, BoardRow, Contact, PatientNamed, patientNamed, RowNames, type Identity } from './board.query.js';

export class PersonActing {
  readonly name!: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role' }) readonly role!: Role;
}
export class WorkerActing {
  /** The job that did it by itself. */
  readonly system!: string;
}

export class TimelineText {
  readonly kind!: string;
  readonly text!: string;
}

@ApiExtraModels(PersonActing, WorkerActing)
export class TimelineEntry {
  readonly position!: number;
  readonly type!: string;
  @Moment() readonly occurredAt!: Instant;
  @Moment() readonly recordedAt!: Instant;
  @ApiProperty({ oneOf: refs(PersonActing, WorkerActing) }) readonly actor!: PersonActing | WorkerActing;
  /** What the fact says, by name; codes, ids and times. */
  readonly details!: Record<string, unknown>;
  /** Free text that the fact points to, for those who may read it. */
  readonly texts!: TimelineText[];
}

/** One case, from its first fact to what is owed now. */
export class Timeline {
  readonly about!: About;
  readonly state!: string;
  readonly version!: number;
  readonly patient!: PatientNamed | null;
  /** Whose case it is, and whom to telephone about it. */
  readonly contact!: Contact | null;
  /** Codes of the case, by name: what it is about. */
  readonly facts!: Record<string, unknown>;
  /** Commands that the reader may give just now, by their domain names. */
  readonly commands!: string[];
  readonly obligations!: BoardRow[];
  readonly entries!: TimelineEntry[];
}

export class ShowTimeline extends Query<Timeline> {
  constructor(
    readonly caller: Caller,
    readonly id: string,
  ) {
    super();
  }
}

interface Head extends FoundHead {
  readonly version: number;
  readonly relations: readonly string[];
  readonly now: Instant;
}

/** Payload that is of the engine, or says what stands elsewhere on the page. */
const NOT_SHOWN = new Set([
  'plans',
  'plan',
  'rules',
  'ruleSet',
  'about',
  'rungs',
  'again',
  'area',
  'duties',
  'tiers',
  'figures',
]);

@QueryHandler(ShowTimeline)
export class ShowTimelineHandler implements IQueryHandler<ShowTimeline> {
  constructor(
    private readonly databases: Databases,
    private readonly accounts: Accounts,
    private readonly store: PersonalStore,
    private readonly names: RowNames,
    private readonly kinds: Kinds,
    private readonly heads: Heads,
    private readonly directory: Directory,
  ) {}

  /** @throws not_found for a case of others, as for one that does not exist. */
  async execute({ caller, id }: ShowTimeline): Promise<Timeline> {
    const { prefecture, actor } = caller;
    const { head, events, owed } = await this.databases.reading(prefecture, async (tx) => {
      const heads = await tx.query<Head>({
        name: 'timeline-head',
        text: HEAD_SQL,
        values: [prefecture, id, actor.userId, actor.orgId, this.kinds.sightOf(actor.role)],
      });
      const [found] = heads.rows;
      if (!found) throw notFound('case', '案件');
      const log = await tx.query<EventRow>({
        name: 'timeline-events',
        text: `SELECT ${EVENT_COLUMNS} FROM event WHERE prefecture = $1 AND correlation_id = $2 ORDER BY position`,
        values: [prefecture, id],
      });
      const rows = await tx.query<{ body: StoredObligation }>({
        name: 'timeline-owed',
        text: 'SELECT body FROM obligation WHERE prefecture = $1 AND case_id = $2 ORDER BY due_at',
        values: [prefecture, id],
      });
      return { head: found, events: told(this.kinds, log.rows), owed: rows.rows };
    });
    const kind = this.kinds.of(head.kind);
    const state = await this.heads.today(prefecture, head);
    const commands = this.kinds.commandsNow(head.kind, actor, head.relations, state, head.now);
    const withheld = this.kinds.withheldFrom(head.kind, actor.role, head.relations);
    const patientRef = withheld.has('patient_identity') ? undefined : kind.bearings(state).patientRef;
    const contact = kind.contact?.(state as object);
    const obligations = await this.names.rowsOf(
      owed.map(({ body }) => ({
        body: patientRef === undefined ? aboutNobody(body) : body,
        status: head.status,
        facts: {},
        commands,
        contact,
        ward: this.kinds.wardOf(head.kind, actor.role, head.relations),
        promisable:
          body.plan.owedBy === actor.orgId && isLive(body) && this.kinds.isPromisable(kind.kind, body.plan.step),
      })),
      caller,
    );
    const counts = new Set(can(actor.role, 'counts_reading') ? [] : kind.counts);
    const texts = this.store.mayRead(caller)
      ? await this.store.read<Record<string, unknown>>(caller, 'timeline', [id], 'all')
      : await this.store.readOpen<Record<string, unknown>>(caller, 'timeline', [id], kind.texts.open ?? []);
    const textOf = new Map(
      texts
        .filter((text) => !withheld.has(text.kind))
        .map(({ id: record, kind: of, body }) => [
          record,
          { kind: of, text: isErased(body) ? ERASED_WORD : flat(body) },
        ]),
    );
    const people = new Map(
      (await this.accounts.of(prefecture, { before: true })).map((person) => [person.userId, person]),
    );
    const [identity] = patientRef
      ? await this.store.read<Identity>(caller, 'timeline', [patientRef], ['patient_identity'])
      : [];
    return {
      about: { kind: head.kind, id },
      state: head.status,
      version: head.version,
      patient: identity
        ? patientNamed(identity.about, {
            ...identity.body,
            ...(withheld.has('patient_address') && { address: '' }),
          })
        : null,
      contact: contact === undefined ? null : await this.contactOf(prefecture, contact),
      facts: { ...kind.card(state as object) },
      commands,
      obligations,
      entries: events.map(({ position, type, occurredAt, recordedAt, actor: by, payload }) => ({
        position,
        type,
        occurredAt,
        recordedAt,
        actor: 'userId' in by ? { name: people.get(by.userId)?.name ?? '', role: by.role } : { system: by.job },
        details: Object.fromEntries(Object.entries(payload).filter(([key]) => !NOT_SHOWN.has(key) && !counts.has(key))),
        texts: Object.values(payload).flatMap((value) => {
          const found = typeof value === 'string' ? textOf.get(value) : undefined;
          return found ? [found] : [];
        }),
      })),
    };
  }

  private async contactOf(prefecture: string, id: string): Promise<Contact | null> {
    const found = (await this.directory.organizations(prefecture, [id])).get(id);
    return found ? { id, name: found.name, phone: found.phone ?? null } : null;
  }
}

/** A record of one field is its text; one of several, such as a document, a line for each. */
const flat = ({ addressHidden: _mark, ...body }: Record<string, unknown>): string =>
  Object.entries(body)
    .flatMap(([key, value]) =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).map(([part, text]) => `${part}: ${String(text)}`)
        : [Object.keys(body).length === 1 ? String(value) : `${key}: ${String(value)}`],
    )
    .join('\n');

const HEAD_SQL = `
  SELECT h.stream, h.kind, h.status, h.version, h.state, h.state_version, r.relations, app.now() AS now
    FROM stream_head h
   CROSS JOIN LATERAL app.relations_to(h, app.standing($1, $3, $4)) AS r(relations)
   WHERE h.prefecture = $1 AND h.stream = $2 AND $5::jsonb -> h.kind ?| r.relations`;

/** What is owed, for whoever is not told about whom. */
function aboutNobody(body: StoredObligation): StoredObligation {
  const { patientRef: _patient, ...about } = body.about;
  return { ...body, about };
}
