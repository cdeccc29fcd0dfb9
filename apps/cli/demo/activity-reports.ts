import { activityReportKind, reportId, type ActivityReport, type ReportCommand } from '#reports';
import { atMinute, plusDays, plusOpenDays, OFFICE_HOURS, type Instant, type LocalDate } from '#kernel';
import type { DemoDays } from './days.js';
import { PREFECTURE, type Deed } from './deed.js';
import { DESKS } from './desks.js';
import { organizationId } from './organizations.js';
import { actor, organizationOf, peopleAt, type PersonName } from './people.js';

/** Months of consultations that the demo has. */
const MONTHS = 4;

/**
 * 月次活動報告 of the months that have ended: submitted in time and approved by both bodies; of the last, which the medical
 * association has yet to look at, by the municipality only.
 */
export function activityReports(days: DemoDays): Deed[] {
  const thisMonth = `${days.on.slice(0, 7)}-01`;
  const ended = Array.from({ length: MONTHS }, (_, back) => monthBefore(thisMonth, back + 1));
  return ended.flatMap((month, back) =>
    DESKS.flatMap(({ people: [writer] }) => {
      if (!writer) return [];
      const on = (businessDay: number, minute: number) =>
        atMinute(plusOpenDays(plusDays(monthAfter(month), -1), businessDay, OFFICE_HOURS), minute);
      const report = reportId(organizationId(organizationOf(writer)), month.slice(0, 7));
      return [
        counted(on(4, 16 * 60)),
        reported(on(4, 16 * 60), writer, report, 'DRAFT', { type: 'SubmitActivityReport' }),
        approved(on(6, 10 * 60), report, 'municipality'),
        ...(back === 0 ? [] : [approved(on(7, 14 * 60), report, 'medical_association')]),
      ].filter(({ at }) => at < days.now);
    }),
  );
}

const monthBefore = (first: LocalDate, back: number): LocalDate => {
  let on = first;
  for (let i = 0; i < back; i++) on = `${plusDays(on, -1).slice(0, 7)}-01`;
  return on;
};
const monthAfter = (first: LocalDate): LocalDate => `${plusDays(first, 31).slice(0, 7)}-01`;

/** A desk has a report only where both bodies are there to approve it. */
const found = async (directory: Parameters<Deed['done']>[2], id: string): Promise<ActivityReport | undefined> =>
  (await directory.heads.of<ActivityReport>(PREFECTURE, activityReportKind.kind, [id])).get(id);

/** Whatever was written down until then has been heard of. */
const counted = (at: Instant): Deed => ({ at, by: actor('admin'), heard: true, done: async () => {} });

function reported(at: Instant, by: PersonName, id: string, status: string, command: ReportCommand): Deed {
  const done: Deed['done'] = async (cases, envelope, directory) => {
    if ((await found(directory, id))?.status !== status) return;
    await cases.execute(activityReportKind, { ...envelope, id, command });
  };
  return { at, by: actor(by), heard: true, done };
}

function approved(at: Instant, id: string, body: 'municipality' | 'medical_association'): Deed {
  const done: Deed['done'] = async (cases, envelope, directory) => {
    const report = await found(directory, id);
    const [approver] = (report?.bodies[body] ?? []).flatMap((organization) =>
      peopleAt(organization, 'municipal_ltc_officer', 'medical_association'),
    );
    if (report?.status !== 'SUBMITTED' || !approver) return;
    await cases.execute(activityReportKind, {
      ...envelope,
      id,
      actor: actor(approver),
      command: { type: 'ApproveActivityReport' },
    });
  };
  return { at, by: actor('furanoOfficer'), heard: true, done };
}
