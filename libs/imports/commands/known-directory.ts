import { Injectable } from '@nestjs/common';
import { Heads } from '#cases';
import { Directory, isOpen, type AreaTree, type Organization } from '#directory';
import { Databases } from '#platform';
import type { Known, KnownPerson, KnownUser } from '../domain/known.js';

/** Of the records that say who somebody is, the last one holds. `p` is the record. */
const NEWEST = `NOT EXISTS (SELECT FROM personal_record later
  WHERE later.prefecture = p.prefecture AND later.about = p.about AND later.kind = p.kind
    AND (later.stored_at, later.id) > (p.stored_at, p.id))`;

/** A person or user with the record that says so. */
export type Recorded<T> = T & { readonly record: string };

/** What the directory has that rows of a file can mean, read once for all of them. */
@Injectable()
export class KnownDirectory {
  constructor(
    private readonly directory: Directory,
    private readonly heads: Heads,
    private readonly databases: Databases,
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
    const { rows } = await this.databases.writer.query<Recorded<KnownUser>>({
      name: 'import-known-users',
      text: `SELECT h.stream AS id, h.state ->> 'role' AS role, h.state ->> 'organization' AS organization,
                    coalesce(p.body ->> 'name', '') AS name, p.body ->> 'ward' AS ward, p.id AS record
               FROM stream_head h
               LEFT JOIN personal_record p ON p.prefecture = h.prefecture AND p.about = h.stream AND p.kind = 'user_name' AND ${NEWEST}
              WHERE h.prefecture = $1 AND h.kind = 'user' AND h.status = 'REGISTERED'`,
      values: [prefecture],
    });
    return rows.map(withoutNulls);
  }

  private async peopleBorn(prefecture: string, days: readonly string[]): Promise<Recorded<KnownPerson>[]> {
    if (days.length === 0) return [];
    const { rows } = await this.databases.writer.query<Recorded<KnownPerson>>({
      name: 'import-known-people',
      text: `SELECT h.stream AS id, p.id AS record, p.body ->> 'name' AS name, p.body ->> 'kana' AS kana,
                    p.body ->> 'birthDate' AS "birthDate", p.body ->> 'sex' AS sex, p.body ->> 'address' AS address,
                    h.state ->> 'municipality' AS municipality, h.state ->> 'careManager' AS "careManager",
                    h.state ->> 'primaryPhysician' AS "primaryPhysician", h.state ->> 'block' AS block,
                    coalesce((h.state ->> 'consent')::boolean, false) AS consent
               FROM personal_record p
               JOIN stream_head h ON h.prefecture = p.prefecture AND h.stream = p.about AND h.kind = 'patient'
              WHERE p.prefecture = $1 AND p.kind = 'patient_identity' AND p.body ->> 'birthDate' = ANY ($2)
                AND h.status = 'REGISTERED' AND ${NEWEST}`,
      values: [prefecture, [...new Set(days)]],
    });
    return rows.map(withoutNulls);
  }
}

const municipalitiesOf = ({ areas }: AreaTree) =>
  Object.values(areas).flatMap(({ id, name, level }) => (level === 'municipality' ? [{ id, name }] : []));

/** What is not there is left out, as where it is said. */
const withoutNulls = <T extends object>(row: T): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;
