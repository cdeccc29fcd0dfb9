import { Cases } from '#cases';
import type { INestApplicationContext } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Sessions } from '#access';
import { consultationKind } from '#consultations';
import { areaTreeKind, organizationKind, patientKind, userKind, areaTreeId } from '#directory';
import { idOf, type Actor } from '#kernel';
import type { Answer } from '#cases';
import { areasOf } from '../../apps/cli/scenario/play.js';

export const PREFECTURE = '01';
const MUNICIPALITY = '富良野市';
const SETUP: Actor = { system: 'worker', job: 'bench' };
const id = (name: string): string => idOf('bench', name);
const COORDINATOR: Actor = { userId: id('coordinator'), role: 'coordinator', orgId: id('desk') };
const PATIENTS = 200;

/** As people ask it over HTTP: what the desk writes down while somebody is on the telephone. */
export const CONSULTATION = {
  channel: 'phone',
  consulter: { side: 'care', profession: 'care_manager' },
  scene: 'discharge_support',
  topics: ['discharge_coordination'],
  summary: '退院後の訪問看護について、主治医の指示をどの窓口に依頼すればよいかという相談。',
};

const patientOf = (n: number): string => id(`patient ${n % PATIENTS}`);
let asked = 0;

/** An application on a database of the bench, with a small region in it. */
export class Region {
  private readonly cases: Cases;

  constructor(readonly app: INestApplicationContext) {
    this.cases = app.get(Cases);
  }

  close(): Promise<void> {
    return this.app.close();
  }

  async settle(): Promise<void> {
    const ask = (name: string) => ({
      prefecture: PREFECTURE,
      id: id(name),
      actor: SETUP,
      key: idOf('bench', 'set up', name),
      bodyHash: '00',
    });
    const areas = await areasOf(PREFECTURE);
    await this.cases.execute(areaTreeKind, {
      ...ask('areas'),
      id: areaTreeId(PREFECTURE),
      command: { type: 'ImportAreas', ...areas },
    });
    for (const [name, kind] of [
      ['desk', 'help_desk'],
      ['base', 'cooperation_base'],
      ['hospital', 'hospital'],
    ] as const)
      await this.cases.execute(organizationKind, {
        ...ask(name),
        command: { type: 'RegisterInstitution', kind, name, municipality: MUNICIPALITY },
      });
    for (const [name, role, organization] of [
      ['coordinator', 'coordinator', 'desk'],
      ['secretary', 'base_secretariat', 'base'],
    ] as const)
      await this.cases.execute(userKind, {
        ...ask(name),
        command: { type: 'RegisterUser', role, organization: id(organization) },
        personal: [{ kind: 'user_name', body: { name } }],
      });
    for (let n = 0; n < PATIENTS; n++)
      await this.cases.execute(patientKind, {
        ...ask(`patient ${n}`),
        command: { type: 'RegisterPatient', municipality: MUNICIPALITY, consent: true },
        personal: [
          {
            kind: 'patient_identity',
            body: { name: '富良野 花子', kana: 'フラノ ハナコ', birthDate: '1940-01-01', sex: 'female' },
          },
        ],
      });
  }

  /** The command that is measured: LogConsultation, for a patient, by the coordinator of a desk. */
  readonly log = (): Promise<Answer> => {
    const { summary, ...rest } = CONSULTATION;
    return this.cases.execute(consultationKind, {
      prefecture: PREFECTURE,
      id: null,
      actor: COORDINATOR,
      key: randomUUID(),
      bodyHash: 'c0ffee',
      command: { type: 'LogConsultation', ...rest, patient: patientOf(++asked) } as never,
      personal: [{ kind: 'consultation_summary', body: { summary } }],
    });
  };

  token(): Promise<string> {
    return this.app.get(Sessions).open(PREFECTURE, id('coordinator'));
  }
}

export const patients = (): string[] => Array.from({ length: PATIENTS }, (_, n) => patientOf(n));
