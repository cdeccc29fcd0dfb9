import { Injectable } from '@nestjs/common';
import { Accounts, PersonalStore, type Caller } from '#access';
import { granted, Heads, type FoundHead } from '#cases';
import { Directory, type Patient } from '#directory';
import { notFound } from '#kernel';
import { Databases } from '#platform';
import { readableUntil, type EmergencyLook, type EmergencySection } from '../domain/emergency-look.js';
import { emergencyLookKind } from '../emergency-look.case.js';
import type { EmergencyRecord } from '../http/emergencies.dto.js';

/** The kind of record that a section shows the newest of. */
const TEXTS = { handover: 'handover_document', backup: 'backup_summary' } as const;

/** What of a person somebody reads in an emergency: nothing but the sections that were asked for, while the look is open. */
@Injectable()
export class EmergencyRecords {
  constructor(
    private readonly databases: Databases,
    private readonly accounts: Accounts,
    private readonly store: PersonalStore,
    private readonly heads: Heads,
    private readonly directory: Directory,
  ) {}

  /** @throws not_found for whoever has not opened it, and once it is over */
  async of(caller: Caller, id: string): Promise<EmergencyRecord> {
    const look = await this.held(caller, id);
    const { prefecture } = caller;
    const { patient, reason, sections } = look;
    const purpose = purposeOf(id, look);
    const person = await this.directory.patient(prefecture, patient);
    const [identities, nameOf, contacts, handover, backup] = await Promise.all([
      this.store.read<Record<string, string>>(caller, purpose, [patient], ['patient_identity']),
      this.directory.areaNames(prefecture),
      sections.includes('contacts') ? this.contacts(prefecture, person) : null,
      this.text(caller, look, purpose, 'handover'),
      this.text(caller, look, purpose, 'backup'),
    ]);
    const { name = '', kana = '', birthDate = '', sex = 'unknown', address = '' } = identities[0]?.body ?? {};
    return {
      id,
      reason,
      sections: [...sections],
      until: readableUntil(look),
      person: { name, kana, birthDate, sex, address },
      municipality: { id: person.municipality, name: nameOf(person.municipality) },
      contacts,
      handover,
      backup,
    };
  }

  private async held({ prefecture, actor }: Caller, id: string): Promise<EmergencyLook> {
    const head = await this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<FoundHead>({
        name: 'emergency-look-held',
        text: `SELECT h.stream, h.kind, h.status, h.state, h.state_version FROM stream_head h
                WHERE h.prefecture = $1 AND h.stream = $2 AND h.kind = 'emergency_look'
                  AND 'holder' = ANY (app.relations_to(h, app.standing($1, $3, $4)))`,
        values: [prefecture, id, actor.userId, actor.orgId],
      });
      return rows[0];
    });
    if (!head || !granted(emergencyLookKind.sees, actor.role).includes('holder'))
      throw notFound('emergency look', '緊急閲覧');
    return (await this.heads.today(prefecture, head)) as EmergencyLook;
  }

  private async contacts(prefecture: string, { careManager, primaryPhysician }: Patient) {
    const [[manager], clinics] = await Promise.all([
      careManager === undefined ? [] : this.accounts.of(prefecture, { ids: [careManager] }),
      this.directory.organizations(prefecture, primaryPhysician === undefined ? [] : [primaryPhysician]),
    ]);
    const offices = await this.directory.organizations(prefecture, manager ? [manager.organization.id] : []);
    const phoneOf = (phone: string | undefined) => phone ?? null;
    const [clinic] = clinics.values();
    return {
      careManager: manager
        ? {
            name: manager.name,
            organization: { id: manager.organization.id, name: manager.organization.name },
            phone: phoneOf(offices.get(manager.organization.id)?.phone),
          }
        : null,
      primaryPhysician: clinic
        ? { name: clinic.name, organization: { id: clinic.id, name: clinic.name }, phone: phoneOf(clinic.phone) }
        : null,
    };
  }

  private async text(
    caller: Caller,
    { patient, sections }: EmergencyLook,
    purpose: string,
    section: keyof typeof TEXTS,
  ) {
    if (!sections.includes(section satisfies EmergencySection)) return null;
    const { prefecture } = caller;
    const newest = await this.databases.reading(prefecture, async (tx) => {
      const { rows } = await tx.query<{ id: string; at: string }>({
        name: 'newest-text-of-person',
        text: `SELECT id, stored_at AS at FROM personal_record
                WHERE prefecture = $1 AND subject = $2 AND kind = $3 ORDER BY stored_at DESC, id DESC LIMIT 1`,
        values: [prefecture, patient, TEXTS[section]],
      });
      return rows[0];
    });
    if (!newest) return null;
    const [record] = await this.store.readRecords<object>(caller, purpose, [newest.id]);
    return record ? { at: newest.at, parts: partsOf(record.body) } : null;
  }
}

/** Why something was read, as it stands on record: the reason, and under which look. */
const purposeOf = (id: string, { reason }: EmergencyLook): string =>
  `emergency_look:${reason}:${id.replaceAll('-', '')}`;

/** The texts of a record, whatever it groups them by. */
function partsOf(body: object): Record<string, string> {
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]): [string, string][] => {
      if (typeof value === 'object' && value !== null) return Object.entries(partsOf(value as object));
      return typeof value === 'string' && value !== '' ? [[name, value]] : [];
    }),
  );
}
