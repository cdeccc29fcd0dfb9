import { Injectable } from '@nestjs/common';
import { dateIn, type Instant } from '#kernel';
import { Databases } from '#platform';
import { Coordinators } from './coordinators.js';
import { DeskCovers } from './desk-covers.js';
import { Directory } from './directory.js';
import { NO_OPEN_WORK, type OpenWork, type Standing } from './domain/open-work.js';
import { isRegistered, type Patient } from './domain/patient.js';
import type { OnePersonsWork } from './domain/user.js';

/** What a context says of its own: what is in force with an institution, and what stands on a person. */
export interface Commitments {
  readonly ofOrganization?: (prefecture: string, id: string, now: Instant) => Promise<Partial<OpenWork>>;
  readonly ofUser?: (prefecture: string, id: string, now: Instant) => Promise<OfOnePerson>;
}
export interface OfOnePerson {
  /** Cases that pass to the successor whom a leaving names. */
  readonly passing?: readonly string[];
  readonly other?: Partial<OpenWork>;
}

/** Relations in which a case names somebody who has nothing to do in it any more. */
const NOT_AT_WORK = ['area', 'serves', 'within', 'former', 'former_desk'];

/**
 * What stands with an institution, a person at work or a person cared for. It is asked when one of them changes or ends, a
 * few times a day, and may read all that is open; no index is kept for it.
 */
@Injectable()
export class OpenWorkOf {
  private readonly commitments: Commitments[] = [];

  constructor(
    private readonly databases: Databases,
    private readonly directory: Directory,
    private readonly coordinators: Coordinators,
    private readonly covers: DeskCovers,
  ) {}

  /** A context says of its own when its module is made: the others know the directory, and it does not know them. */
  add(commitments: Commitments): void {
    this.commitments.push(commitments);
  }

  /** Cases in which something is owed and in which the institution stands. */
  async casesOf(prefecture: string, organization: string): Promise<Standing[]> {
    const { rows } = await this.databases.writer.query<Standing>({
      name: 'open-work-of-organization',
      text: `SELECT DISTINCT o.case_kind AS kind, o.case_id AS id
               FROM obligation o JOIN stream_head h ON h.prefecture = o.prefecture AND h.stream = o.case_id
              WHERE o.prefecture = $1 AND o.state IN ('open', 'promised')
                AND (o.owed_by = $2::uuid OR EXISTS (
                      SELECT FROM jsonb_each(h.relations) r WHERE r.key <> ALL ($3) AND r.value ? $2::text))
              ORDER BY kind, id`,
      values: [prefecture, organization, NOT_AT_WORK],
    });
    return rows;
  }

  /** Cases about a person cared for in which something is owed. */
  async casesAbout(prefecture: string, patient: string): Promise<Standing[]> {
    const { rows } = await this.databases.writer.query<Standing>({
      name: 'open-work-about-person',
      text: `SELECT DISTINCT case_kind AS kind, case_id AS id FROM obligation
              WHERE prefecture = $1 AND state IN ('open', 'promised') AND body #>> '{about,patientRef}' = $2
              ORDER BY kind, id`,
      values: [prefecture, patient],
    });
    return rows;
  }

  async ofOrganization(prefecture: string, id: string, now: Instant): Promise<OpenWork> {
    const { heads } = this.directory;
    const [cases, patients, people, satellites, posts, covers, others] = await Promise.all([
      this.casesOf(prefecture, id),
      heads.where<Patient>(prefecture, 'patient', { primaryPhysician: id }),
      this.directory.usersHere(prefecture, { organization: id }),
      this.directory.openOrganizations(prefecture, { satelliteOf: id }),
      this.coordinators.inOffice(prefecture, { organization: id }),
      this.covers.arranged(prefecture),
      Promise.all(this.commitments.flatMap(({ ofOrganization }) => ofOrganization?.(prefecture, id, now) ?? [])),
    ]);
    const own: OpenWork = {
      ...NO_OPEN_WORK,
      cases: cases.length,
      patients: patients.filter(({ state }) => isRegistered(state)).length,
      people: people.length,
      satellites: satellites.length,
      agreements:
        posts.length +
        covers.filter(({ desk, deputy, until }) => (desk === id || deputy === id) && until >= dateIn(now)).length,
    };
    return others.reduce<OpenWork>(plus, own);
  }

  /** What stands on one person alone: who else would do it is nowhere said. */
  async ofUser(prefecture: string, id: string, now: Instant): Promise<OnePersonsWork> {
    const [asked, patients, posts, others] = await Promise.all([
      this.askedAlone(prefecture, id),
      this.directory.heads.where<Patient>(prefecture, 'patient', { careManager: id }),
      this.coordinators.inOffice(prefecture),
      Promise.all(this.commitments.flatMap(({ ofUser }) => ofUser?.(prefecture, id, now) ?? [])),
    ]);
    const passing = new Set(others.flatMap((one) => one.passing ?? []));
    const own: OpenWork = {
      ...NO_OPEN_WORK,
      cases: asked.filter((one) => !passing.has(one.id)).length,
      agreements: posts.filter((post) => post.user === id).length,
    };
    return {
      movable: {
        ...NO_OPEN_WORK,
        cases: passing.size,
        patients: patients.filter(({ state }) => isRegistered(state)).length,
      },
      other: others.reduce<OpenWork>((work, one) => plus(work, one.other ?? {}), own),
    };
  }

  /** Cases whose ladder names this very person, and nobody by a role. */
  private async askedAlone(prefecture: string, user: string): Promise<Standing[]> {
    const { rows } = await this.databases.writer.query<Standing>({
      name: 'open-work-of-user',
      text: `SELECT DISTINCT case_kind AS kind, case_id AS id FROM obligation
              WHERE prefecture = $1 AND state IN ('open', 'promised') AND (body #> '{plan,rungs}')::jsonb @> $2::jsonb
              ORDER BY kind, id`,
      values: [prefecture, JSON.stringify([{ to: [{ user }] }])],
    });
    return rows;
  }

  async isLastAdministrator(prefecture: string, id: string): Promise<boolean> {
    const found = await this.directory.usersHere(prefecture, { role: 'admin' });
    return found.some((one) => one.id === id) && found.every((one) => one.id === id);
  }

  /** Whether anything names it, or it ever did anything: then it was no mistake, or is missed if it goes. */
  async isUsed(prefecture: string, id: string): Promise<boolean> {
    const { rows } = await this.databases.writer.query<{ used: boolean }>({
      name: 'is-used',
      text: `SELECT EXISTS (SELECT FROM command_answer WHERE prefecture = $1 AND user_id = $2)
                 OR EXISTS (SELECT FROM personal_record WHERE prefecture = $1 AND subject = $2 AND about <> $2
                              AND kind <> 'contact_address')
                 OR EXISTS (SELECT FROM obligation WHERE prefecture = $1 AND owed_by = $2)
                 OR EXISTS (SELECT FROM stream_head h
                             WHERE h.prefecture = $1 AND h.stream <> $2 AND h.state::text LIKE '%' || $2::text || '%')
                 AS used`,
      values: [prefecture, id],
    });
    return rows[0]?.used === true;
  }
}

const plus = (work: OpenWork, more: Partial<OpenWork>): OpenWork =>
  Object.fromEntries(
    Object.entries(work).map(([sort, n]) => [sort, n + (more[sort as keyof OpenWork] ?? 0)]),
  ) as unknown as OpenWork;
