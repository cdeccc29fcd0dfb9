import { Injectable } from '@nestjs/common';
import { Databases } from '#platform';
import { Coordinators } from './coordinators.js';
import { DeskCovers } from './desk-covers.js';
import { Directory } from './directory.js';
import { NO_OPEN_WORK, type OpenWork, type Standing } from './domain/open-work.js';
import { isOpen, type Organization } from './domain/organization.js';
import type { Patient } from './domain/patient.js';
import { isHere, type OnePersonsWork, type User } from './domain/user.js';

interface Duty {
  readonly state: string;
}
/** By the names of their kinds: the other contexts know the directory, and it does not know them. */
interface OfOthers {
  readonly stay: { readonly duties?: Readonly<Record<string, Duty>> };
  readonly roster: {
    readonly shifts: readonly { readonly user: string; readonly organization: string; readonly to: string }[];
  };
}

/** Relations in which a case names somebody who has nothing to do in it any more. */
const NOT_AT_WORK = ['area', 'serves', 'within', 'former', 'former_desk'];

/**
 * What stands with an institution, a person at work or a person cared for. It is asked when one of them changes or ends, a
 * few times a day, and may read all that is open; no index is kept for it.
 */
@Injectable()
export class OpenWorkOf {
  constructor(
    private readonly databases: Databases,
    private readonly directory: Directory,
    private readonly coordinators: Coordinators,
    private readonly covers: DeskCovers,
  ) {}

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

  async ofOrganization(prefecture: string, id: string, now: string): Promise<OpenWork> {
    const { heads } = this.directory;
    const [cases, patients, people, satellites, posts, covers, arrangements, rosters] = await Promise.all([
      this.casesOf(prefecture, id),
      heads.where<Patient>(prefecture, 'patient', { primaryPhysician: id }),
      heads.where<User>(prefecture, 'user', { organization: id }),
      heads.where<Organization>(prefecture, 'organization', { satelliteOf: id }),
      this.coordinators.inOffice(prefecture, { organization: id }),
      this.covers.arranged(prefecture),
      this.arrangementsOf(prefecture, id),
      heads.where<OfOthers['roster']>(prefecture, 'on_call_roster', { shifts: [{ organization: id }] }),
    ]);
    return {
      cases: cases.length,
      patients: patients.filter(({ state }) => !state.withdrawn).length,
      people: people.filter(({ state }) => isHere(state)).length,
      satellites: satellites.filter(({ state }) => isOpen(state)).length,
      agreements:
        posts.length +
        covers.filter(({ desk, deputy, until }) => (desk === id || deputy === id) && until >= now.slice(0, 10)).length +
        arrangements,
      shifts: shiftsOf(rosters, now, ({ organization }) => organization === id),
    };
  }

  /** What stands on one person alone: who else would do it is nowhere said. */
  async ofUser(prefecture: string, id: string, now: string): Promise<OnePersonsWork> {
    const { heads } = this.directory;
    const [asked, stays, patients, posts, rosters] = await Promise.all([
      this.askedAlone(prefecture, id),
      heads.where<OfOthers['stay']>(prefecture, 'discharge_case', { careManager: { user: id } }),
      heads.where<Patient>(prefecture, 'patient', { careManager: id }),
      this.coordinators.inOffice(prefecture),
      heads.where<OfOthers['roster']>(prefecture, 'on_call_roster', { shifts: [{ user: id }] }),
    ]);
    const handovers = stays.filter(({ state: { duties = {} } }) =>
      Object.values(duties).some((duty) => duty.state === 'open'),
    );
    const taken = new Set(handovers.map((stay) => stay.id));
    return {
      movable: {
        ...NO_OPEN_WORK,
        cases: taken.size,
        patients: patients.filter(({ state }) => !state.withdrawn).length,
      },
      other: {
        ...NO_OPEN_WORK,
        cases: asked.filter((one) => !taken.has(one.id)).length,
        agreements: posts.filter((post) => post.user === id).length,
        shifts: shiftsOf(rosters, now, ({ user }) => user === id),
      },
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

  private async arrangementsOf(prefecture: string, id: string): Promise<number> {
    const found = await Promise.all(
      [{ from: id }, { to: id }].map((party) =>
        this.directory.heads.where<object>(prefecture, 'backup_arrangement', { status: 'IN_FORCE', ...party }),
      ),
    );
    return new Set(found.flat().map((one) => one.id)).size;
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
                 OR EXISTS (SELECT FROM personal_record WHERE prefecture = $1 AND subject = $2 AND about <> $2)
                 OR EXISTS (SELECT FROM obligation WHERE prefecture = $1 AND owed_by = $2)
                 OR EXISTS (SELECT FROM stream_head h
                             WHERE h.prefecture = $1 AND h.stream <> $2 AND h.state::text LIKE '%' || $2::text || '%')
                 AS used`,
      values: [prefecture, id],
    });
    return rows[0]?.used === true;
  }
}

const shiftsOf = (
  rosters: readonly { readonly state: OfOthers['roster'] }[],
  now: string,
  of: (shift: OfOthers['roster']['shifts'][number]) => boolean,
): number => rosters.flatMap(({ state }) => state.shifts).filter((shift) => of(shift) && shift.to > now).length;
