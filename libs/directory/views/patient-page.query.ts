import { Injectable } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Accounts, Named, PersonalStore, type Caller } from '#access';
import { Heads, Kinds, type FoundHead } from '#cases';
import { notFound, type Instant } from '#kernel';
import { Databases, Moment, Uuid } from '#platform';
import { Directory } from '../directory.js';
import type { Identity } from '../domain/identity.js';
import {
  basisOf,
  CONSENT_FORMS,
  CONSENT_GIVERS,
  CONSENT_KINDS,
  CONSENT_PURPOSES,
  EXCEPTION_GROUNDS,
  standing,
  type ConsentForm,
  type ConsentGiver,
  type ConsentLedger,
  type ConsentPurpose,
  type ConsentSort,
  type ExceptionGround,
} from '../domain/consent.js';
import { LIKENESSES, type Likeness } from '../domain/likeness.js';
import { isKeptFrom, type Patient } from '../domain/patient.js';
import { OpenWorkOf } from '../open-work.js';
import { Identities } from '../commands/identities.js';
import { factsOf, HistoryEntry, historyOf, idsIn } from './history.query.js';

class IdentityShown {
  readonly name!: string;
  readonly kana!: string;
  readonly birthDate!: string;
  readonly sex!: string;
  /** Empty where it is not known. */
  readonly address!: string;
}

class Carer extends Named {
  /** Where that person works. */
  readonly organization!: Named;
}

class PhysicianShown extends Named {
  @ApiProperty({ type: String, nullable: true }) readonly phone!: string | null;
  /** It is closed: the person needs another one. */
  readonly closed!: boolean;
}

class CaseOfPatient {
  readonly kind!: string;
  @Uuid() readonly id!: string;
  readonly state!: string;
  /** Until when something is owed next. */
  @Moment() readonly dueAt!: Instant;
}

/** 同意台帳の一行: a consent, a withdrawal or an exception, with what became of it. */
class LedgerLine {
  @Uuid() readonly id!: string;
  @ApiProperty({ enum: ['consent', 'withdrawal', 'exception'] }) readonly sort!: 'consent' | 'withdrawal' | 'exception';
  @ApiProperty({ enum: ['standing', 'over', 'retracted', 'unjustified'] })
  readonly state!: 'standing' | 'over' | 'retracted' | 'unjustified';
  @ApiProperty({ enum: CONSENT_KINDS, nullable: true }) readonly kind!: ConsentSort | null;
  @ApiProperty({ enum: CONSENT_PURPOSES, isArray: true }) readonly purposes!: ConsentPurpose[];
  /** Empty where it is not limited to institutions. */
  readonly organizations!: string[];
  @ApiProperty({ enum: CONSENT_FORMS, nullable: true }) readonly form!: ConsentForm | null;
  @ApiProperty({ type: String, nullable: true }) readonly formVersion!: string | null;
  @ApiProperty({ enum: CONSENT_GIVERS, nullable: true }) readonly givenBy!: ConsentGiver | null;
  @ApiProperty({ enum: EXCEPTION_GROUNDS, nullable: true }) readonly ground!: ExceptionGround | null;
  @Moment() readonly at!: Instant;
  @Moment() readonly recordedAt!: Instant;
  /** Who wrote it down; empty where a list did. */
  readonly recordedBy!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly until!: Instant | null;
  /** An exception that nobody has reviewed yet. */
  readonly unreviewed!: boolean;
  /** Names and free text, for whoever reads names. */
  readonly giver!: string;
  readonly relation!: string;
  readonly text!: string;
}

class SharingAllowed {
  @ApiProperty({ enum: CONSENT_PURPOSES }) readonly purpose!: ConsentPurpose;
  @ApiProperty({ enum: ['consent', 'exception'], nullable: true }) readonly basis!: 'consent' | 'exception' | null;
}

/** 本人の画面: who the person is, who is in charge, what is open, and what the reader may say. */
export class PatientPage {
  @Uuid() readonly id!: string;
  @ApiProperty({ enum: ['REGISTERED', 'WITHDRAWN', 'ERASED'] }) readonly state!: string;
  /** Null for who works without names, and for who was in charge before. */
  readonly identity!: IdentityShown | null;
  readonly municipality!: Named;
  readonly homeCareArea!: Named;
  @ApiProperty({ type: String, nullable: true }) readonly block!: string | null;
  readonly careManager!: Carer | null;
  readonly primaryPhysician!: PhysicianShown | null;
  readonly careTeam!: Carer[];
  /** 情報共有の同意: some stands. */
  readonly consent!: boolean;
  /** For what something may be shared now. */
  readonly sharing!: SharingAllowed[];
  /** 同意台帳, newest first. */
  readonly ledger!: LedgerLine[];
  /** Cases in which something is owed and that the reader sees. */
  readonly openCases!: CaseOfPatient[];
  readonly commands!: string[];
  readonly entries!: HistoryEntry[];
}

/** Somebody registered who may be the same person. */
export class LikePatient extends IdentityShown {
  @Uuid() readonly id!: string;
  readonly municipality!: Named;
  /** In what the two are alike. */
  @ApiProperty({ enum: LIKENESSES, isArray: true, enumName: 'Likeness' }) readonly alike!: Likeness[];
  /** The reader may open the page of the person. */
  readonly opens!: boolean;
}

interface Found extends FoundHead {
  readonly relations: readonly string[];
  readonly now: Instant;
}

/** [D] More likely ones than this help nobody to choose. */
const MOST_ALIKE = 10;

@Injectable()
export class PatientPages {
  constructor(
    private readonly databases: Databases,
    private readonly accounts: Accounts,
    private readonly store: PersonalStore,
    private readonly kinds: Kinds,
    private readonly heads: Heads,
    private readonly directory: Directory,
    private readonly work: OpenWorkOf,
    private readonly identities: Identities,
  ) {}

  /** @throws not_found for a person of others, as for one who does not exist */
  async of(caller: Caller, id: string): Promise<PatientPage> {
    const { prefecture, actor } = caller;
    const sight = this.kinds.sightOf(actor.role);
    const { head, facts } = await this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<Found>({
        name: 'patient-page',
        text: `SELECT h.stream, h.kind, h.status, h.state, h.state_version, r.relations, app.now() AS now
                 FROM stream_head h
                CROSS JOIN LATERAL app.relations_to(h, app.standing($1, $3, $4)) AS r(relations)
                WHERE h.prefecture = $1 AND h.stream = $2 AND h.kind = 'patient' AND $5::jsonb -> h.kind ?| r.relations`,
        values: [prefecture, id, actor.userId, actor.orgId, sight],
      });
      const [found] = rows;
      if (!found) throw notFound('patient', '患者');
      return { head: found, facts: await factsOf(tx, this.kinds, prefecture, id) };
    });
    const state = (await this.heads.today(prefecture, head)) as Patient;
    const withheld = this.kinds.withheldFrom('patient', actor.role, head.relations);
    // 支援措置: not even which town it is, now or before a move.
    const isKept = isKeptFrom(state, actor);
    const [nameOfArea, everybody, organizations, openCases, records] = await Promise.all([
      this.directory.areaNames(prefecture),
      this.accounts.of(prefecture, { before: true }),
      this.directory.organizations(
        prefecture,
        [
          ...idsIn(facts),
          state.primaryPhysician,
          ...state.ledger.consents.flatMap(({ organizations: named = [] }) => named),
        ].filter((one) => one !== undefined),
      ),
      this.openCases(caller, id, sight),
      withheld.has('patient_identity')
        ? []
        : this.store.read<Partial<Identity> & ConsentDetail>(
            caller,
            'patient_page',
            [id],
            ['patient_identity', 'consent_detail'],
          ),
    ]);
    const areaName = (area: string) => (isKept ? '' : nameOfArea(area));
    const names = new Map(everybody.map((account) => [account.userId, account]));
    const carer = (user: string): Carer => {
      const account = names.get(user);
      const { id: at = '', name: place = '' } = account?.organization ?? {};
      return { id: user, name: account?.name ?? '', organization: { id: at, name: place } };
    };
    const { municipality, area, careManager, careTeam, primaryPhysician, block, consent } = state;
    const clinic = organizations.get(primaryPhysician ?? '');
    const identity = records.find(({ kind }) => kind === 'patient_identity');
    const isFormer = withheld.has('consent_detail');
    return {
      id,
      state: head.status,
      identity: identity ? shown(identity.body) : null,
      municipality: { id: isKept ? '' : municipality, name: areaName(municipality) },
      homeCareArea: { id: isKept ? '' : area.homeCareAreaId, name: areaName(area.homeCareAreaId) },
      block: isKept ? null : (block ?? null),
      careManager: careManager === undefined ? null : carer(careManager),
      primaryPhysician: clinic
        ? { id: clinic.id, name: clinic.name, phone: clinic.phone ?? null, closed: clinic.closed !== undefined }
        : null,
      careTeam: careTeam.map(carer),
      consent,
      sharing: CONSENT_PURPOSES.map((purpose) => ({
        purpose,
        basis: basisOf(state.ledger, { purpose, at: head.now }) ?? null,
      })),
      ledger: isFormer
        ? []
        : linesOf(state.ledger, head.now, {
            user: (one) => names.get(one)?.name ?? '',
            organization: (one) => organizations.get(one)?.name ?? '',
            detail: (ref) => records.find((record) => record.id === ref)?.body ?? {},
          }),
      openCases,
      commands: this.kinds.commandsNow('patient', actor, head.relations, state, head.now),
      entries: historyOf(
        facts,
        names,
        (one) => organizations.get(one)?.name ?? (isKept ? '' : nameOfArea(one) || undefined),
      ),
    };
  }

  private async openCases(
    { prefecture, actor }: Caller,
    patient: string,
    sight: Readonly<Record<string, readonly string[]>>,
  ): Promise<CaseOfPatient[]> {
    const cases = await this.work.casesAbout(prefecture, patient);
    if (cases.length === 0) return [];
    return this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<CaseOfPatient>({
        name: 'cases-of-patient',
        text: `SELECT h.kind, h.stream AS id, h.status AS state, min(o.due_at) AS "dueAt"
                 FROM stream_head h
                 JOIN obligation o ON o.prefecture = h.prefecture AND o.case_id = h.stream AND o.state IN ('open', 'promised')
                WHERE h.prefecture = $1 AND h.stream = ANY ($2::uuid[])
                  AND $5::jsonb -> h.kind ?| app.relations_to(h, app.standing($1, $3, $4))
                GROUP BY h.kind, h.stream, h.status ORDER BY min(o.due_at)`,
        values: [prefecture, cases.map(({ id }) => id), actor.userId, actor.orgId, sight],
      });
      return rows;
    });
  }

  /**
   * 似た方: persons of the reader's own secondary area who may be the one about to be registered. Who may not see names is
   * shown nobody; whom the reader is shown is on record.
   */
  async like(caller: Caller, person: Identity): Promise<LikePatient[]> {
    const { prefecture, actor, area } = caller;
    if (!this.store.mayRead(caller)) return [];
    const alike = (await this.identities.like(prefecture, area.secondaryAreaId, person, actor)).slice(0, MOST_ALIKE);
    const ids = alike.map(({ about }) => about);
    const [records, states, areaName, opens] = await Promise.all([
      this.store.read<Partial<Identity>>(caller, 'likely_duplicates', ids, ['patient_identity']),
      this.heads.of<Patient>(prefecture, 'patient', ids),
      this.directory.areaNames(prefecture),
      this.databases.reading(prefecture, async (tx) => {
        const { rows } = await tx.query<{ id: string }>({
          name: 'patients-opened',
          text: `SELECT h.stream AS id FROM stream_head h
                  WHERE h.prefecture = $1 AND h.stream = ANY ($2::uuid[])
                    AND $5::jsonb -> h.kind ?| app.relations_to(h, app.standing($1, $3, $4))`,
          values: [prefecture, ids, actor.userId, actor.orgId, this.kinds.sightOf(actor.role)],
        });
        return new Set(rows.map(({ id }) => id));
      }),
    ]);
    const byId = new Map(records.map(({ about, body }) => [about, body]));
    return alike.map(({ about, why }) => {
      const municipality = states.get(about)?.municipality ?? '';
      return {
        id: about,
        ...shown(byId.get(about) ?? {}),
        // It is enough to tell two apart.
        address: '',
        municipality: { id: municipality, name: areaName(municipality) },
        alike: why,
        opens: opens.has(about),
      };
    });
  }
}

/** What a record of the ledger may hold. */
interface ConsentDetail {
  readonly giver?: string;
  readonly relation?: string;
  readonly note?: string;
  readonly reason?: string;
}
interface Names {
  readonly user: (id: string) => string;
  readonly organization: (id: string) => string;
  readonly detail: (ref: string | undefined) => ConsentDetail;
}

type Line = Omit<LedgerLine, never>;

/** The lines of a ledger, newest first by when it was said. */
function linesOf(ledger: ConsentLedger, now: Instant, names: Names): Line[] {
  const stands = new Set(standing(ledger, now).map(({ id }) => id));
  const common = (
    sort: Line['sort'],
    {
      id,
      at,
      recordedAt,
      recordedBy,
      detailRef,
    }: ConsentLedger['withdrawals'][number] | ConsentLedger['exceptions'][number],
    is: Line['state'],
  ): Line => {
    const { giver = '', relation = '', note = '', reason = '' } = names.detail(detailRef);
    return {
      id,
      sort,
      state: ledger.retracted.includes(id) ? 'retracted' : is,
      kind: null,
      purposes: [],
      organizations: [],
      form: null,
      formVersion: null,
      givenBy: null,
      ground: null,
      at,
      recordedAt,
      recordedBy: recordedBy === null ? '' : names.user(recordedBy),
      until: null,
      unreviewed: false,
      giver,
      relation,
      text: note || reason,
    };
  };
  const consents = ledger.consents.map((one) => ({
    ...common('consent', one, stands.has(one.id) ? 'standing' : 'over'),
    kind: one.kind,
    purposes: [...one.purposes],
    organizations: (one.organizations ?? []).map(names.organization),
    form: one.form,
    formVersion: one.formVersion ?? null,
    givenBy: one.givenBy,
  }));
  const withdrawals = ledger.withdrawals.map((one) => ({
    ...common('withdrawal', one, 'standing'),
    // Of one consent: what that was for; of all until then nothing is named.
    purposes: [...(ledger.consents.find(({ id }) => id === one.consent)?.purposes ?? [])],
    givenBy: one.givenBy,
  }));
  const exceptions = ledger.exceptions.map((one) => {
    const open = one.until > now ? 'standing' : 'over';
    return {
      ...common('exception', one, one.verdict === 'unjustified' ? 'unjustified' : open),
      purposes: [...one.purposes],
      ground: one.ground,
      until: one.until,
      unreviewed: one.verdict === undefined && !ledger.retracted.includes(one.id),
    };
  });
  return [...consents, ...withdrawals, ...exceptions].toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

const shown = ({ name = '', kana = '', birthDate = '', sex = 'unknown', address = '' }: Partial<Identity>) => ({
  name,
  kana,
  birthDate,
  sex,
  address,
});
