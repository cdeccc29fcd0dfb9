import { Injectable } from '@nestjs/common';
import { dateIn, type Recorded } from '#kernel';
import { Follows, type Follower, type Queryable } from '#platform';
import { HEADLINE_LEAKS, type LeakCode } from '../domain/handover.commands.js';
import type { HandoverEvent } from '../domain/handover.events.js';

/** Whoever reads the outcomes waits for this one. */
export const OUTCOMES_FOLLOWER = 'handovers.discharge-outcomes';

/** Counts each stay once for the rates (退院調整率・もれ率・入院時情報提供率). */
@Follows(OUTCOMES_FOLLOWER)
@Injectable()
export class DischargeOutcomes implements Follower<HandoverEvent> {
  readonly owns = ['discharge_outcome'];

  readonly on: Follower<HandoverEvent>['on'] = {
    AdmissionRegistered: ({ prefecture, aggregate, payload }, tx) => {
      const { hospital, area, careLevel, admittedAt, careManager } = payload;
      return tx.query({
        name: 'outcome-admitted',
        text: `INSERT INTO discharge_outcome (prefecture, case_id, hospital, municipality_id, home_care_area_id,
                 secondary_area_id, tertiary_area_id, care_level, admitted_on, has_care_manager, required)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10) ON CONFLICT DO NOTHING`,
        values: [
          prefecture,
          aggregate.id,
          hospital,
          area.municipalityId,
          area.homeCareAreaId,
          area.secondaryAreaId,
          area.tertiaryAreaId,
          careLevel,
          dateIn(admittedAt),
          careManager !== undefined,
        ],
      });
    },
    DischargeSupportScreened: (event, tx) => set(tx, event, 'required', event.payload.required),
    AdmissionInformationProvided: (event, tx) => set(tx, event, 'informed', event.payload.level),
    PatientDischarged: (event, tx) => set(tx, event, 'discharged_on', dateIn(event.payload.dischargedAt)),
    // Whoever was found after the admission may never have been screened; a handover was owed all the same.
    DischargeHandoverSubmitted: (event, tx) => set(tx, event, 'required', true),
    DischargeHandoverMissed: async (event, tx) => {
      await set(tx, event, 'required', true);
      await set(tx, event, 'leak_code', event.payload.leakCode);
    },
    DischargeLeakClassified: (event, tx) => set(tx, event, 'leak_code', headlineOf(event.payload.codes)),
    // It may come after the leak is confirmed, when what happened in time was written down late.
    HandoverRecovered: async (event, tx) => {
      await set(tx, event, 'leak_code', null);
      await set(tx, event, 'leak_confirmed', false);
    },
    PatientDied: async (event, tx) => {
      if (event.payload.withdrawsLeak) await set(tx, event, 'leak_confirmed', false);
    },
    DischargeLeakConfirmed: (event, tx) => set(tx, event, 'leak_confirmed', true),
    DischargeCaseExcluded: (event, tx) => set(tx, event, 'excluded', event.payload.code),
    DischargeCaseResumed: (event, tx) => set(tx, event, 'excluded', null),
  };
}

/** A leak of several kinds counts when one of them does, in whatever order they were named. */
const headlineOf = (codes: readonly LeakCode[]): LeakCode | null =>
  codes.find((code) => HEADLINE_LEAKS.includes(code)) ?? codes[0] ?? null;

type Column = 'required' | 'informed' | 'discharged_on' | 'leak_code' | 'leak_confirmed' | 'excluded';

const set = (tx: Queryable, { prefecture, aggregate }: Recorded, column: Column, value: string | boolean | null) =>
  tx.query({
    name: `outcome-${column}`,
    text: `UPDATE discharge_outcome SET ${column} = $3 WHERE prefecture = $1 AND case_id = $2`,
    values: [prefecture, aggregate.id, value],
  });
