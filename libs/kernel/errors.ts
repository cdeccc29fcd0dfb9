/** One thing wrong with what was asked, where it is, and what to do about it, in both languages. */
export interface FieldError {
  /** JSON Pointer-like path of the field, "document.diagnosis". */
  readonly path: string;
  readonly code: string;
  readonly ja: string;
  readonly en: string;
}

export type RefusalKind = 'invalid' | 'forbidden' | 'not_found' | 'conflict' | 'stale' | 'unavailable';

/** The caller asked for something the rules forbid. Adapters translate `kind`; `code` is API and never changes. */
export class DomainError extends Error {
  constructor(
    readonly kind: RefusalKind,
    readonly code: string,
    readonly ja: string,
    readonly en: string,
    readonly errors: readonly FieldError[] = [],
  ) {
    super(`${code}: ${en}`);
    this.name = 'DomainError';
  }
}

export const notFound = (what: string, ja: string): DomainError =>
  new DomainError(
    'not_found',
    'not_found',
    `${ja}が見つかりません。番号を確かめるか、一覧から選び直してください。`,
    `No such ${what}. Check the id, or choose it from the list again.`,
  );

export const forbidden = (ja: string, en: string): DomainError => new DomainError('forbidden', 'forbidden', ja, en);

export const invalidState = (command: string, state: string): DomainError =>
  new DomainError(
    'conflict',
    'invalid_state',
    `今の状態（${state}）ではこの操作はできません。画面を読み直して、今の状態を確かめてください。`,
    `${command} is not possible while the case is ${state}. Reload and look at its present state.`,
  );

export const invalidInput = (path: string, ja: string, en: string): DomainError =>
  new DomainError('invalid', 'invalid_input', ja, en, [{ path, code: 'invalid_input', ja, en }]);

/** 同意がない: says what to do, and, to whoever keeps the person's record, whose ledger of consent it is. */
export const consentMissing = (ja: string, en: string, person?: string): DomainError =>
  new DomainError(
    'invalid',
    'consent_missing',
    ja,
    en,
    person === undefined ? [] : [{ path: `patients/${person}`, code: 'consent_missing', ja, en }],
  );

/** Marks a branch the type system has proved empty. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
