import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Accounts, Named, type Caller } from '#access';
import { Heads, Kinds, type FoundHead } from '#cases';
import { can, dateIn, notFound, plusDays, ROLES, type Instant, type Role } from '#kernel';
import { Databases, Day, Uuid } from '#platform';
import { Directory } from '../directory.js';
import {
  CAPABILITIES,
  CODE_LISTS,
  STALE_AFTER_DAYS,
  type Capability,
  type CodeList,
  type Organization,
} from '../domain/organization.js';
import { OpenWorkOf } from '../open-work.js';
import { factsOf, HistoryEntry, historyOf, idsIn } from './history.query.js';

class CodeShown {
  @ApiProperty({ enum: CODE_LISTS, enumName: 'CodeList' }) readonly list!: CodeList;
  readonly code!: string;
}

class Member {
  @Uuid() readonly id!: string;
  readonly name!: string;
  @ApiProperty({ enum: ROLES, enumName: 'Role' }) readonly role!: Role;
}

class ClosedShown {
  @Day() readonly on!: string;
  readonly successor!: Named | null;
}

/** A case in which something is owed, as far as the reader sees it. */
export class OpenCase {
  readonly kind!: string;
  @Uuid() readonly id!: string;
}

/** 機関の画面: everything that is known of an institution, and what the reader may say of it. */
export class OrganizationPage {
  @Uuid() readonly id!: string;
  readonly name!: string;
  readonly kind!: string;
  @ApiProperty({ enum: ['REGISTERED', 'CLOSED', 'WITHDRAWN'] }) readonly state!: string;
  readonly municipality!: Named;
  @ApiProperty({ type: String, nullable: true }) readonly block!: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly phone!: string | null;
  /** 法人グループ. */
  @ApiProperty({ type: String, nullable: true }) readonly group!: string | null;
  readonly codes!: CodeShown[];
  @ApiProperty({ enum: CAPABILITIES, isArray: true, enumName: 'InstitutionCapability' })
  readonly capabilities!: readonly Capability[];
  /** Ranges by weekday. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } })
  readonly hours!: Record<string, readonly string[]>;
  @ApiProperty({ type: String, isArray: true, format: 'date' }) readonly closedDays!: readonly string[];
  @ApiProperty({ type: String, isArray: true, format: 'date' }) readonly openDays!: readonly string[];
  readonly serves!: Named[];
  readonly satelliteOf!: Named | null;
  readonly satellites!: Named[];
  @Day() readonly verifiedOn!: string;
  readonly stale!: boolean;
  readonly closed!: ClosedShown | null;
  /** Who works there now. */
  readonly people!: Member[];
  /** Open cases that stand with it and that the reader sees; told to who may close it. */
  readonly openCases!: OpenCase[];
  /** How many more of them there are. */
  readonly otherOpenCases!: number;
  /** Commands that the reader may give just now. */
  readonly commands!: string[];
  /** The reader changes hours, days and telephone alone. */
  readonly ownBusinessOnly!: boolean;
  readonly entries!: HistoryEntry[];
}

interface Found extends FoundHead {
  readonly relations: readonly string[];
  readonly now: Instant;
}

@Injectable()
export class OrganizationPages {
  constructor(
    private readonly databases: Databases,
    private readonly accounts: Accounts,
    private readonly kinds: Kinds,
    private readonly heads: Heads,
    private readonly directory: Directory,
    private readonly work: OpenWorkOf,
  ) {}

  /** @throws not_found */
  async of(caller: Caller, id: string): Promise<OrganizationPage> {
    const { prefecture, actor } = caller;
    const { head, facts } = await this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<Found>({
        name: 'organization-page',
        text: `SELECT h.stream, h.kind, h.status, h.state, h.state_version, app.now() AS now,
                      app.relations_to(h, app.standing($1, $3, $4)) AS relations
                 FROM stream_head h WHERE h.prefecture = $1 AND h.stream = $2 AND h.kind = 'organization'`,
        values: [prefecture, id, actor.userId, actor.orgId],
      });
      const [found] = rows;
      if (!found) throw notFound('organization', '機関');
      return { head: found, facts: await factsOf(tx, this.kinds, prefecture, id) };
    });
    const state = (await this.heads.today(prefecture, head)) as Organization;
    const commands = this.kinds.commandsNow('organization', actor, head.relations, state, head.now);
    const { closed, satelliteOf, opening, verifiedOn } = state;
    const [areaName, named, satellites, members, everybody, standing] = await Promise.all([
      this.directory.areaNames(prefecture),
      this.directory.organizations(prefecture, [
        ...idsIn(facts),
        ...[satelliteOf, closed?.successor].filter((one) => one !== undefined),
      ]),
      this.directory.openOrganizations(prefecture, { satelliteOf: id }),
      this.directory.usersHere(prefecture, { organization: id }),
      this.accounts.of(prefecture, { before: true }),
      commands.includes('CloseInstitution') ? this.work.casesOf(prefecture, id) : [],
    ]);
    const names = new Map(everybody.map((account) => [account.userId, account]));
    const organization = (one: string | undefined): Named | null =>
      one === undefined ? null : { id: one, name: named.get(one)?.name ?? '' };
    const openCases = await this.seen(caller, standing);
    return {
      id,
      name: state.name,
      kind: state.kind,
      state: head.status,
      municipality: { id: state.municipality, name: areaName(state.municipality) },
      block: state.block ?? null,
      phone: state.phone ?? null,
      group: state.group ?? null,
      codes: (state.codes ?? []).map(({ list, code }) => ({ list, code })),
      capabilities: state.capabilities,
      hours: { ...opening.hours },
      closedDays: opening.closedDays,
      openDays: opening.openDays ?? [],
      serves: state.serves.map((area) => ({ id: area, name: areaName(area) })),
      satelliteOf: organization(satelliteOf),
      satellites: satellites.map((one) => ({ id: one.id, name: one.state.name })),
      verifiedOn,
      stale: plusDays(verifiedOn, STALE_AFTER_DAYS) < dateIn(head.now),
      closed: closed ? { on: closed.on, successor: organization(closed.successor) } : null,
      people: members.map((one) => ({
        id: one.id,
        name: names.get(one.id)?.name ?? '',
        role: one.state.role,
      })),
      openCases,
      otherOpenCases: standing.length - openCases.length,
      commands,
      ownBusinessOnly: !can(actor.role, 'institution_registering'),
      entries: historyOf(facts, names, (one) => named.get(one)?.name ?? (areaName(one) || undefined)),
    };
  }

  private async seen({ prefecture, actor }: Caller, cases: readonly OpenCase[]): Promise<OpenCase[]> {
    if (cases.length === 0) return [];
    return this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<OpenCase>({
        name: 'open-cases-seen',
        text: `SELECT h.kind, h.stream AS id FROM stream_head h
                WHERE h.prefecture = $1 AND h.stream = ANY ($2::uuid[])
                  AND $5::jsonb -> h.kind ?| app.relations_to(h, app.standing($1, $3, $4))
                ORDER BY h.kind, h.stream`,
        values: [prefecture, cases.map(({ id }) => id), actor.userId, actor.orgId, this.kinds.sightOf(actor.role)],
      });
      return rows;
    });
  }
}
