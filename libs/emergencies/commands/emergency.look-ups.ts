import { Injectable } from '@nestjs/common';
import type { Ask } from '#cases';
import { Directory, patientKind, RuleBook } from '#directory';
import { ADDRESS_KEEPER, dateIn, notFound, plusHours, type Instant } from '#kernel';
import { Databases } from '#platform';
import { dayOfNextMonth, type Opening, type OpenInEmergency } from '../domain/emergency-look.js';
import {
  EMERGENCY_BOUNDS,
  EMERGENCY_CONTEXT,
  EMERGENCY_RULES,
  EMERGENCY_TERMS,
  type EmergencyRules,
} from '../domain/emergency.rules.js';

/** Looks up who answers for the person and who reviews. */
@Injectable()
export class EmergencyLookUps {
  constructor(
    private readonly directory: Directory,
    private readonly rules: RuleBook,
    private readonly databases: Databases,
  ) {
    rules.state(EMERGENCY_CONTEXT, EMERGENCY_RULES, EMERGENCY_BOUNDS, EMERGENCY_TERMS);
  }

  /** @throws not_found, also for whom the search does not find (支援措置) */
  async opening({ patient: id }: OpenInEmergency, { prefecture, actor }: Ask<unknown>, now: Instant): Promise<Opening> {
    const patient = await this.directory.patient(prefecture, id);
    const by = 'userId' in actor ? actor : { userId: '', orgId: '' };
    const keepers = patientKind.bearings(patient).relations?.[ADDRESS_KEEPER];
    if (keepers && !keepers.some((keeper) => keeper === by.userId || keeper === by.orgId))
      throw notFound('patient', '患者');
    const { area, careManager, primaryPhysician } = patient;
    const [{ values }, administrators, bases, opened] = await Promise.all([
      this.rules.inForce<EmergencyRules>(prefecture, EMERGENCY_CONTEXT, area, dateIn(now)),
      this.directory.usersHere(prefecture, { role: 'admin' }),
      this.directory.serving(prefecture, 'cooperation_base', area),
      this.openedSince(prefecture, by.userId, plusHours(now, -1)),
    ]);
    return {
      area,
      ...(careManager !== undefined && { careManager }),
      ...(primaryPhysician !== undefined && { primaryPhysician }),
      reviewer: administrators[0]?.state.organization ?? bases[0]?.id ?? by.orgId,
      until: plusHours(now, values.hours),
      reviewBy: dayOfNextMonth(now, values.reviewDay),
      many: opened + 1 >= values.manyAnHour,
    };
  }

  private async openedSince(prefecture: string, user: string, since: Instant): Promise<number> {
    const { rows } = await this.databases.writer.query<{ opened: number }>({
      name: 'emergency-looks-of-late',
      text: `SELECT count(*)::int AS opened FROM stream_head
              WHERE prefecture = $1 AND kind = 'emergency_look' AND state ->> 'by' = $2 AND state ->> 'openedAt' >= $3`,
      values: [prefecture, user, since],
    });
    return rows[0]?.opened ?? 0;
  }
}
