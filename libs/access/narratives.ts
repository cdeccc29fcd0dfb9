import { Injectable } from '@nestjs/common';
import { tellsOf, type Tells, type Whom } from '#disclosure';
import { DomainError, type Actor, type FieldError } from '#kernel';
import { Databases, isErased, recordJson, Vault, type StoredRecord } from '#platform';
import { LOOK_COLUMNS, ReadLog } from './read-log.js';

interface Asked {
  readonly prefecture: string;
  readonly actor: Actor;
  readonly personal?: readonly { readonly body: object }[];
}

/** Of commands whose texts are narratives (要旨) that councils may come to read: nobody is named in them. */
@Injectable()
export class Narratives {
  constructor(
    private readonly databases: Databases,
    private readonly vault: Vault,
  ) {}

  /**
   * Compares each with the persons that the given cases are about, or that are given themselves. The look at who they are is on record.
   * @throws invalid_input with what has to go, and never with the text itself
   */
  async mustNameNobody(asked: Asked, about: readonly string[]): Promise<void> {
    const narratives = (asked.personal ?? []).flatMap(({ body }) =>
      Object.entries(body).flatMap(([path, text]) => (typeof text === 'string' ? [{ path, text }] : [])),
    );
    if (narratives.length === 0) return;
    const persons = await this.personsOf(asked, about);
    const errors = narratives.flatMap(({ path, text }) => tellsOf(text, persons).map((tells) => faultOf(path, tells)));
    const [first] = errors;
    if (first) throw new DomainError('invalid', 'invalid_input', first.ja, first.en, errors);
  }

  private async personsOf({ prefecture, actor }: Asked, about: readonly string[]): Promise<Whom[]> {
    if (about.length === 0) return [];
    const { rows } = await this.databases.writer.query<{ record: StoredRecord }>({
      name: 'narrative-persons',
      text: `WITH persons AS (
               SELECT unnest($2::uuid[]) AS id
                UNION SELECT subject FROM personal_record WHERE prefecture = $1 AND about = ANY ($2::uuid[])
             ), found AS (
               SELECT p.about, ${recordJson('p')} AS record FROM personal_record p JOIN persons ON persons.id = p.about
                WHERE p.prefecture = $1 AND p.kind = 'patient_identity'
             ), noted AS (
               INSERT INTO read_log (${LOOK_COLUMNS})
               SELECT $1, $3, $4, $5, $6, 'check_narrative', 'read', about, count(*), ARRAY['patient_identity']
                 FROM found WHERE $3::uuid IS NOT NULL GROUP BY about
             )
             SELECT record FROM found`,
      values: [prefecture, about, ...('userId' in actor ? ReadLog.looker({ actor }) : [null, null, null, null])],
    });
    const persons = await this.vault.opened<Whom>(
      prefecture,
      rows.map(({ record }) => record),
    );
    return persons.filter((person) => !isErased(person));
  }
}

const WHAT: Readonly<Record<Tells, readonly [ja: string, en: string]>> = {
  name: ['本人の氏名', 'the name of the person'],
  kana: ['本人の氏名の読み', 'the reading of the person’s name'],
  address: ['本人の住所の一部', 'part of the person’s address'],
  birth_date: ['本人の生年月日', 'the person’s date of birth'],
  telephone: ['電話番号', 'a telephone number'],
};

const faultOf = (path: string, tells: Tells): FieldError => {
  const [ja, en] = WHAT[tells];
  return {
    path,
    code: `tells_${tells}`,
    ja: `要旨に${ja}が残っています。協議会の人に読まれる文です。誰のことか分からないように書き直してください。`,
    en: `The narrative still holds ${en}. Councils will read it: write it so that nobody can be recognized.`,
  };
};
