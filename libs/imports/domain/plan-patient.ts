import { plainGlyphs } from '#kernel';
import { word, type KnownPerson, type Register } from './known.js';
import { municipalityOf } from './place.js';
import type { PlannedRow, Planning, Step } from './plan.js';
import { filled, type RowReader } from './row-reader.js';
import { consentOf, dayOf, kanaOf, sexOf } from './values.js';

/** Old and new forms of one kanji look alike on paper: 髙橋 may be 高橋. */
const plainName = (name: string): string => plainGlyphs(word(name));
const plainKana = (kana: string): string =>
  word(kana).replaceAll(/[ぁ-ゖ]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0x60));

interface Person {
  readonly name: string;
  readonly kana: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly municipality: string;
}

/** The very same, as the directory itself compares at the registering. */
const isSame = (a: Person, b: Person): boolean =>
  a.birthDate === b.birthDate &&
  a.sex === b.sex &&
  a.municipality === b.municipality &&
  word(a.name) === word(b.name) &&
  plainKana(a.kana) === plainKana(b.kana);
/** It may be the same person, or a twin, or somebody of the same name: only who knows them can say. */
const mayBe = (a: Person, b: Person): boolean =>
  a.birthDate === b.birthDate && (plainKana(a.kana) === plainKana(b.kana) || plainName(a.name) === plainName(b.name));

/** 本人: recognized by who they are. What is only like somebody known is for a person to decide, and never merged by itself. */
export function planPatient(row: RowReader, planning: Planning): PlannedRow | undefined {
  const { register, seen, decisionOf } = planning;
  const name = row.required('name');
  const kana = row.value('kana', kanaOf);
  const birthDate = row.value('birthDate', dayOf);
  const sex = row.value('sex', sexOf);
  const municipality = municipalityOf(row, register);
  const consent = row.optional('consent', consentOf);
  const careManager = careManagerOf(row, register);
  const primaryPhysician = physicianOf(row, register, municipality);
  if (
    row.faults.length > 0 ||
    name === undefined ||
    kana === undefined ||
    birthDate === undefined ||
    sex === undefined ||
    municipality === undefined
  )
    return undefined;

  const decision = decisionOf(row.line);
  if (decision === 'skip') return { line: row.line, outcome: 'skipped', steps: [] };
  const person: Person = { name, kana, birthDate, sex, municipality };
  const alike = register.peopleBornOn(birthDate).filter((one) => mayBe(one, person));
  const exact = alike.filter((one) => isSame(one, person));
  // Who is known beyond doubt is no riddle for it that a row before is like her.
  const names = exact.length === 1 ? `id ${exact[0]?.id}` : JSON.stringify([birthDate, plainKana(kana)]);
  const earlier = seen.get(names);
  seen.set(names, earlier ?? row.line);
  if (earlier !== undefined && decision === undefined) {
    row.fault(
      'name',
      'decide',
      `${earlier}行目と、フリガナと生年月日が同じです。同じ方ならこの行を「読み込まない」に、双子や同姓同名の別の方なら「別の方として登録する」にしてください。`,
      `Line ${earlier} has the same kana and birth date. If it is the same person leave this line out; if it is a twin or a namesake register another person.`,
      [],
    );
    return undefined;
  }
  const known = knownAs(row, { alike, exact }, decision);
  if (known === 'undecided') return undefined;

  const details = { block: row.text('block'), address: row.text('address'), careManager, primaryPhysician };
  if (!known) {
    const body = {
      ...person,
      ...filled(details),
      consent: consent ?? false,
      ...(decision === 'another' && { anotherPerson: true }),
    };
    return { line: row.line, outcome: 'new', steps: [{ kind: 'patient', command: 'RegisterPatient', id: null, body }] };
  }
  const steps = changesOf(known, person, { ...details, consent });
  if (steps === 'two_at_once') {
    row.fault(
      'name',
      'two_at_once',
      '氏名などの訂正と転居を、1行で同時に取り込むことはできません。先に画面で氏名・かな・性別を訂正してから、もう一度取り込んでください。',
      'A correction of the name and a move are not imported at once. Correct name, kana or sex on the screen first, and import again.',
    );
    return undefined;
  }
  return { line: row.line, outcome: steps.length > 0 ? 'changed' : 'same', steps };
}

function knownAs(
  row: RowReader,
  { alike, exact }: { readonly alike: readonly KnownPerson[]; readonly exact: readonly KnownPerson[] },
  decision: string | undefined,
): KnownPerson | undefined | 'undecided' {
  if (decision === 'another') return undefined;
  if (decision?.startsWith('same:') === true) {
    const named = alike.find(({ id }) => decision === `same:${id}`);
    if (named) return named;
  }
  if (exact.length === 1) return exact[0];
  if (alike.length === 0) return undefined;
  row.fault(
    'name',
    'decide',
    `フリガナか氏名と、生年月日が同じ方が${alike.length}人登録されています。同じ方か、別の方（双子・同姓同名）かを選んでください。`,
    `Registered already with the same kana or name and the same birth date: ${alike.length}. Say whether it is that person, or another one (a twin, a namesake).`,
    alike.map(({ id }) => id),
  );
  return 'undecided';
}

interface Details {
  readonly block: string;
  readonly address: string;
  readonly careManager: string | undefined;
  readonly primaryPhysician: string | undefined;
  readonly consent: boolean | undefined;
}

/**
 * What the file says otherwise. An empty cell says nothing, and takes nothing away. Another address in the same municipality
 * comes with a correction of the name, or is a move of its own.
 */
function changesOf(known: KnownPerson, person: Person, details: Details): Step[] | 'two_at_once' {
  const { id } = known;
  const step = (command: string, body: Readonly<Record<string, unknown>>): Step => ({
    kind: 'patient',
    command,
    id,
    body,
  });
  const corrected = {
    ...(word(known.name) !== word(person.name) && { name: person.name }),
    ...(plainKana(known.kana) !== plainKana(person.kana) && { kana: person.kana }),
    ...(known.sex !== person.sex && { sex: person.sex }),
  };
  const address = details.address !== '' && details.address !== known.address ? details.address : undefined;
  const block = details.block || known.block;
  const isElsewhere = known.municipality !== person.municipality || block !== known.block;
  const isCorrected = Object.keys(corrected).length > 0;
  if (isCorrected && isElsewhere) return 'two_at_once';
  const moves = isElsewhere || (address !== undefined && !isCorrected);
  const { careManager, primaryPhysician, consent } = details;
  return [
    ...(isCorrected ? [step('CorrectPatientIdentity', filled({ ...corrected, address }))] : []),
    ...(moves ? [step('MovePatient', filled({ municipality: person.municipality, block, address }))] : []),
    ...(careManager !== undefined && careManager !== known.careManager
      ? [step('ChangeCareManager', { careManager })]
      : []),
    ...(primaryPhysician !== undefined && primaryPhysician !== known.primaryPhysician
      ? [step('ChangePrimaryPhysician', { primaryPhysician })]
      : []),
    ...(consent !== undefined && consent !== known.consent
      ? [step(consent ? 'GiveConsent' : 'WithdrawConsent', {})]
      : []),
  ];
}

const CARE_MANAGERS = new Set(['care_manager', 'office_manager']);

function careManagerOf(row: RowReader, register: Register): string | undefined {
  const name = row.text('careManager');
  if (name === '') return undefined;
  const office = row.text('careOffice');
  const place = office === '' ? undefined : register.organization(office);
  const at = place && ('one' in place ? [place.one.id] : 'several' in place ? place.several.map(({ id }) => id) : []);
  const named = register
    .usersNamed(name)
    .filter(({ role, organization }) => CARE_MANAGERS.has(role) && (at === undefined || at.includes(organization)));
  return row.one(
    'careManager',
    named.length === 0
      ? { none: true }
      : named.length === 1
        ? { one: named[0]?.id ?? '' }
        : { several: named.map(({ id }) => id) },
    [
      `「${name}」というケアマネジャーが職員にいません${office === '' ? '' : `（${office}）`}。先に職員を取り込むか、空にしてください。`,
      'There is no such care manager among the staff. Import the staff first, or leave it empty.',
    ],
    [
      `「${name}」というケアマネジャーは2人以上います。居宅介護支援事業所の列を加えてください。`,
      'There is more than one care manager of this name. Add a column with the office.',
    ],
  );
}

const PHYSICIANS = new Set(['primary_physician', 'secondary_physician']);
const MEDICAL = new Set([
  'hospital',
  'clinic',
  'home_care_support_clinic',
  'enhanced_home_care_support_clinic',
  'home_care_support_hospital',
  'backup_hospital',
]);

/** 主治医: files write the clinic, the physician, or both (「さくらクリニック 山田」); the directory holds the clinic. */
function physicianOf(row: RowReader, register: Register, municipality: string | undefined): string | undefined {
  const said = row.text('primaryPhysician');
  if (said === '') return undefined;
  const parts = [said, ...said.split(/[\s　/／（()）]+/).filter((part) => part !== '')];
  for (const part of parts) {
    const all = register.organizationsNamed(part).filter(({ kind }) => MEDICAL.has(kind));
    const near = all.filter((one) => one.municipality === municipality);
    const [one, other] = near.length > 0 ? near : all;
    if (one && !other) return one.id;
    if (one) {
      row.fault(
        'primaryPhysician',
        'ambiguous',
        `「${part}」という医療機関は2つ以上あります。名称を台帳で区別できるようにしてください。`,
        'There is more than one such institution. Make their names differ in the directory.',
      );
      return undefined;
    }
  }
  const [physician, another] = [
    ...new Set(
      parts
        .flatMap((part) => register.usersNamed(part.replace(/(?:先生|医師)$/, '')))
        .filter(({ role }) => PHYSICIANS.has(role))
        .map(({ organization }) => organization),
    ),
  ];
  if (physician !== undefined && another === undefined) return physician;
  row.fault(
    'primaryPhysician',
    physician === undefined ? 'not_found' : 'ambiguous',
    `「${said}」という診療所・病院か医師が${physician === undefined ? '台帳にありません。先に機関と職員を取り込むか、空にしてください' : '2つ以上あります。医療機関の名称で書いてください'}。`,
    physician === undefined
      ? 'There is no such clinic, hospital or physician. Import organizations and staff first, or leave it empty.'
      : 'There is more than one. Write the name of the institution.',
  );
  return undefined;
}
