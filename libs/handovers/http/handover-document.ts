import type { FieldError } from '#kernel';
import { Explained } from '#platform';

/**
 * Mandatory parts of the handover document (引継書), the union of the three forms of the field (forms-and-rules.md 4.2).
 * Each holds text; further parts may be added by an area's own form.
 */
export const MANDATORY_PARTS = [
  'addressee',
  'sender',
  'careLevel',
  'dates',
  'destination',
  'diagnosisAndCourse',
  'explanationAndWishes',
  'adl',
  'eatingSwallowingOral',
  'excretion',
  'proceduresAfterDischarge',
  'medicine',
  'prognosisAndWhatToDo',
  'familyKeyPerson',
  'followUp',
  'conference',
  'consent',
] as const;

const OPTIONAL_PARTS = [
  'sleepCognitionBehavior',
  'devices',
  'infection',
  'contraindications',
  'servicesRequested',
  'nextAppointment',
  'notes',
] as const;

const LONGEST_PART = 4_000;

/** A whole document, or "complete" for a complete fictional one (scenarios/README.md). */
export const IsHandoverDocument = (): PropertyDecorator => Explained('isHandoverDocument', faultsOf);

function faultsOf(document: unknown): FieldError[] {
  if (document === 'complete') return [];
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return [at('', NO_OBJECT)];
  const parts = new Map<string, unknown>(Object.entries(document));
  const missing = MANDATORY_PARTS.filter((part) => !parts.has(part));
  return [
    ...missing.map((path) => at(path, MISSING)),
    ...[...parts].flatMap(([path, text]) => (KNOWN.has(path) ? faultOf(path, text) : [at(path, UNKNOWN)])),
  ];
}

function faultOf(path: string, text: unknown): FieldError[] {
  const empty = text === null || (typeof text === 'string' && text.trim() === '');
  if (empty) return MANDATORY.has(path) ? [at(path, MISSING)] : [];
  if (typeof text !== 'string') return [at(path, NO_TEXT)];
  return text.length > LONGEST_PART ? [at(path, TOO_LONG)] : [];
}

const at = (path: string, fault: Omit<FieldError, 'path'>): FieldError => ({ path, ...fault });

const MANDATORY = new Set<string>(MANDATORY_PARTS);
const KNOWN = new Set<string>([...MANDATORY_PARTS, ...OPTIONAL_PARTS]);

const NO_OBJECT = {
  code: 'wrong_type',
  ja: '引継書は項目ごとの文章（オブジェクト）で送ってください。',
  en: 'Send the document as an object with one text for each part.',
};
const MISSING = {
  code: 'missing',
  ja: '引継書の必須項目です。ないときは「なし」と理由を記入してください。',
  en: 'This part of the document is required. If there is nothing to say, write "none" and why.',
};
const UNKNOWN = {
  code: 'unknown_field',
  ja: '引継書にこの項目はありません。綴りを確かめるか、備考（notes）に記入してください。',
  en: 'The document has no such part. Check its spelling, or write it under notes.',
};
const NO_TEXT = { code: 'wrong_type', ja: '文章で記入してください。', en: 'This part must be text.' };
const TOO_LONG = {
  code: 'too_long',
  ja: `長すぎます（${LONGEST_PART}字まで）。要点に絞ってください。`,
  en: `This part is too long (${LONGEST_PART} characters at most). Keep to what matters.`,
};
