import { Injectable } from '@nestjs/common';
import { Heads } from '#cases';
import { Directory, isOpen, type AreaTree, type Organization } from '#directory';
import { Databases, recordJson, Vault, type StoredRecord } from '#platform';
import type { Known, KnownPerson, KnownUser } from '../domain/known.js';

/** Of the records that say who somebody is, the last one holds. `p` is the record. */
const NEWEST = `NOT EXISTS (SELECT FROM personal_record later
  WHERE later.prefecture = p.prefecture AND later.about = p.about AND later.kind = p.kind
    AND (later.stored_at, later.id) > (p.stored_at, p.id))`;

/** A person or user with the record that says so. */
export type Recorded<T> = T & { readonly record: string };

interface Found {
  readonly id: string;
  readonly stored: StoredRecord | null;
}
type Said = Readonly<Record<string, string | undefined>>;

/** What the directory has that rows of a file can mean, read once for all of them. */
@Injectable()
export class KnownDirectory {
  constructor(
    private readonly directory: Directory,
    private readonly heads: Heads,
    private readonly databases: Databases,
    private readonly vault: Vault,
  ) {}

  async of(prefecture: string, birthDates: readonly string[]): Promise<Known> {
    const [tree, organizations, users, people] = await Promise.all([
      this.directory.tree(prefecture),
      this.heads.where<Organization>(prefecture, 'organization'),
      this.users(prefecture),
      this.peopleBorn(prefecture, birthDates),
    ]);
    return {
      prefecture,
      municipalities: municipalitiesOf(tree),
      organizations: organizations
        .filter(({ state }) => isOpen(state))
        .map(({ state }) => ({ ...state, codes: state.codes ?? [] })),
      users,
      people,
    };
  }

  private async users(prefecture: string): Promise<Recorded<KnownUser>[]> {
    const { rows } = await this.databases.writer.query<Found>({
      name: 'import-known-users',
      text: `SELECT h.stream AS id, h.state ->> 'role' AS role, h.state ->> 'organization' AS organization,
                    ${recordJson('p')} AS stored
               FROM stream_head h
               LEFT JOIN personal_record p ON p.prefecture = h.prefecture AND p.about = h.stream AND p.kind = 'user_name' AND ${NEWEST}
              WHERE h.prefecture = $1 AND h.kind = 'user' AND h.status = 'REGISTERED'`,
      values: [prefecture],
    });
    return this.said(prefecture, rows, ({ name = '', ward }) => ({ name, ward }));
  }

  private async peopleBorn(prefecture: string, days: readonly string[]): Promise<Recorded<KnownPerson>[]> {
    if (days.length === 0) return [];
    const { rows } = await this.databases.writer.query<Found>({
      name: 'import-known-people',
      text: `SELECT h.stream AS id, ${recordJson('p')} AS stored,
                    h.state ->> 'municipality' AS municipality, h.state ->> 'careManager' AS "careManager",
                    h.state ->> 'primaryPhysician' AS "primaryPhysician", h.state ->> 'block' AS block,
                    coalesce((h.state ->> 'consent')::boolean, false) AS consent
               FROM personal_record p
               JOIN stream_head h ON h.prefecture = p.prefecture AND h.stream = p.about AND h.kind = 'patient'
              WHERE p.prefecture = $1 AND p.kind = 'patient_identity' AND p.body ->> 'born' = ANY ($2)
                AND h.status = 'REGISTERED' AND ${NEWEST}`,
      values: [prefecture, await this.vault.bornOn(prefecture, [...new Set(days)])],
    });
    const found = await this.said<Recorded<KnownPerson>>(
      prefecture,
      rows,
      ({ name, kana, birthDate, sex, address }) => ({ name, kana, birthDate, sex, address }),
    );
    // Two days of one token would be told apart here.
    return found.filter(({ birthDate }) => days.includes(birthDate));
  }

  /** With what their records say. */
  private async said<T>(prefecture: string, rows: readonly Found[], of: (body: Said) => Said): Promise<T[]> {
    const bodies = await this.vault.openedEach<Said>(
      prefecture,
      rows.map(({ stored }) => stored),
    );
    return rows.map(
      ({ stored, ...row }, i) =>
        withoutNulls<object>({ ...row, record: stored?.id ?? null, ...of(bodies[i] ?? {}) }) as T,
    );
  }
}

const municipalitiesOf = ({ areas }: AreaTree) =>
  Object.values(areas).flatMap(({ id, name, level }) => (level === 'municipality' ? [{ id, name }] : []));

/** What is not there is left out, as where it is said. */
const withoutNulls = <T extends object>(row: T): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== undefined)) as T;
