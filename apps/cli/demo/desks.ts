import type { OrganizationName } from './organizations.js';
import { demoPatients } from './patients.js';
import type { PersonName } from './people.js';

/** A help desk (相談窓口): who sits there, whose patients it hears of, who calls, and how many calls of 100 it takes. */
export interface Desk {
  readonly municipality: string;
  readonly people: readonly PersonName[];
  readonly callers: readonly OrganizationName[];
  readonly patients: readonly string[];
  readonly share: number;
}

const desk = (
  municipality: string,
  share: number,
  people: readonly PersonName[],
  callers: readonly OrganizationName[],
): Desk => ({
  municipality,
  people,
  callers,
  share,
  patients: demoPatients().flatMap((patient) => (patient.municipality === municipality ? [patient.name] : [])),
});

export const DESKS: readonly Desk[] = [
  desk(
    '富良野市',
    44,
    ['coordinator', 'coordinator2'],
    ['careMurasaki', 'careKomugi', 'furanoHospital', 'nursesFurano', 'furanoClinic'],
  ),
  desk(
    '旭川市',
    26,
    ['asahikawaCoordinator', 'asahikawaCoordinator2'],
    ['careYukinko', 'careDonguri', 'asahikawaHospital', 'nursesAsahikawa', 'kodama'],
  ),
  desk('美瑛町', 11, ['bieiCoordinator'], ['careAoike', 'nursesBiei', 'bieiClinic']),
  desk('中富良野町', 8, ['nakafuranoCoordinator'], ['careHimawari', 'furanoPartner']),
  desk('占冠村', 6, ['shimukappuCoordinator'], ['careMominoki', 'shimukappuClinic']),
  desk('上富良野町', 5, ['kamifuranoCoordinator'], ['careKomugi', 'kamifuranoClinic']),
];

/** The desk of which a number from 0 to 99 speaks. */
export function deskAt(percent: number): Desk {
  let left = percent;
  for (const one of DESKS) {
    if (left < one.share) return one;
    left -= one.share;
  }
  throw new Error('the shares of the desks do not sum to 100');
}
