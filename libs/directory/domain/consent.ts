import {
  dateIn,
  idOf,
  invalidInput,
  recordOf,
  term,
  whole,
  type Actor,
  type Bounds,
  type Circumstances,
  type Instant,
  type RuleTerms,
} from '#kernel';

/**
 * 何のために: for what something of the person is passed on. `care_team` チーム内の共有, `handover` 入退院時の引継ぎ, `service`
 * ほかの機関への依頼, `emergency` 夜間・緊急時の依頼.
 */
export const CONSENT_PURPOSES = ['care_team', 'handover', 'service', 'emergency'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** 包括同意 given with a contract, and 個別同意 for one matter (domain: blanket consent at contract is practice [L35]). */
export const CONSENT_KINDS = ['blanket', 'individual'] as const;
export type ConsentSort = (typeof CONSENT_KINDS)[number];

/** 見た書面. `unrecorded`: only that there was consent was said, as by a list of before; it holds, and is to be looked up. */
export const CONSENT_FORMS = ['consent_form', 'contract', 'care_plan', 'spoken', 'other', 'unrecorded'] as const;
export type ConsentForm = (typeof CONSENT_FORMS)[number];

/** だれが: the person, the family, or whoever stands for the person by law (成年後見人・保佐人・補助人・任意後見人). */
export const CONSENT_GIVERS = ['person', 'family', 'guardian', 'curator', 'other', 'unrecorded'] as const;
export type ConsentGiver = (typeof CONSENT_GIVERS)[number];

/**
 * 同意によらない共有: the grounds of 個人情報保護法 第27条第1項 第1号–第4号. A law says so; 生命・身体・財産, 公衆衛生・児童
 * where consent is hard to obtain; 国の機関等への協力.
 */
export const EXCEPTION_GROUNDS = ['law', 'life', 'public_health', 'public_body'] as const;
export type ExceptionGround = (typeof EXCEPTION_GROUNDS)[number];

export const CONSENT_VERDICTS = ['justified', 'unjustified'] as const;
export type ConsentVerdict = (typeof CONSENT_VERDICTS)[number];

/** Rules of the consent ledger; no source has any, all are our own defaults [D]. */
export const CONSENT_RULES = {
  /** So long an exception lets something be shared: until somebody can ask the person or the family [D]. */
  exceptionHours: 72,
};
export type ConsentRules = typeof CONSENT_RULES;
export const CONSENT_BOUNDS: Bounds<ConsentRules> = { exceptionHours: whole(1, 720) };
/** What they are called, and what they mean to whoever decides about them. */
export const CONSENT_TERMS: RuleTerms<ConsentRules> = {
  title: { ja: '同意台帳', en: 'Consent' },
  rules: {
    exceptionHours: term(
      'hour',
      ['同意によらない共有の期限', '同意を得られないまま共有できるのは、記録してから何時間か。'],
      [
        'End of sharing without consent',
        'So many hours after it is written down nothing more is shared by an exception.',
      ],
    ),
  },
};
export const CONSENT_CONTEXT = 'consents';

/** Who wrote it down, and when: audit reads it beside the moment at which it was said. */
interface Written {
  readonly id: string;
  /** When it was said or happened. */
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly recordedBy: string | null;
  /** The record of names and free text. */
  readonly detailRef?: string;
}

/** 同意: one of the ledger's lines. */
export interface Consent extends Written {
  readonly kind: ConsentSort;
  readonly purposes: readonly ConsentPurpose[];
  /** だれに: institutions alone; left out: whoever takes part in the care. */
  readonly organizations?: readonly string[];
  readonly form: ConsentForm;
  /** 版: as it is printed on the paper. */
  readonly formVersion?: string;
  readonly givenBy: ConsentGiver;
}

/** 撤回: of one consent, or of all that were given until then. */
export interface ConsentWithdrawal extends Written {
  readonly consent?: string;
  readonly givenBy: ConsentGiver;
}

/** 同意によらない共有: for a while, with a reason, and looked at afterwards. */
export interface ConsentException extends Written {
  readonly ground: ExceptionGround;
  readonly purposes: readonly ConsentPurpose[];
  readonly until: Instant;
  readonly verdict?: ConsentVerdict;
}

/** 同意台帳, in the order in which it was written down. What is retracted stays in it and counts for nothing. */
export interface ConsentLedger {
  readonly consents: readonly Consent[];
  readonly withdrawals: readonly ConsentWithdrawal[];
  readonly exceptions: readonly ConsentException[];
  readonly retracted: readonly string[];
}

export const NO_CONSENT: ConsentLedger = { consents: [], withdrawals: [], exceptions: [], retracted: [] };

/** 撤回 of a log of before: of all that was given until then. */
export function unrecordedWithdrawal(person: string, at: Instant): ConsentWithdrawal {
  return {
    id: idOf('consent withdrawal', person, at),
    at,
    recordedAt: at,
    recordedBy: null,
    givenBy: 'unrecorded',
  };
}

/** What a line of a log of before, which knew yes and no only, means: everything, and the paper is to be looked up. */
export const unrecordedConsent = (person: string, what: string, at: Instant): Consent => ({
  id: idOf('consent', person, what),
  at,
  recordedAt: at,
  recordedBy: null,
  kind: 'blanket',
  purposes: CONSENT_PURPOSES,
  form: 'unrecorded',
  givenBy: 'unrecorded',
});

/** Whether a withdrawal ends a consent: of two at one moment the one written down later counts. */
const ends = (withdrawal: ConsentWithdrawal, consent: Consent): boolean => {
  if (withdrawal.consent !== undefined) return withdrawal.consent === consent.id;
  return withdrawal.at === consent.at ? withdrawal.recordedAt >= consent.recordedAt : withdrawal.at > consent.at;
};

/**
 * Consents that stand at a moment: by the moments at which they were given and withdrawn, in whatever order they were
 * written down (late logging is normal).
 */
export function standing(ledger: ConsentLedger, at: Instant): readonly Consent[] {
  const counts = (one: Written) => one.at <= at && !ledger.retracted.includes(one.id);
  const withdrawals = ledger.withdrawals.filter(counts);
  return ledger.consents.filter((one) => counts(one) && !withdrawals.some((other) => ends(other, one)));
}

/** Exceptions that were not taken back, nor found unjustified. */
const valid = ({ exceptions, retracted }: ConsentLedger): readonly ConsentException[] =>
  exceptions.filter(({ id, verdict }) => verdict !== 'unjustified' && !retracted.includes(id));

export interface Sharing {
  readonly purpose: ConsentPurpose;
  /** The institution that would learn of it; left out: whichever takes part. */
  readonly organization?: string;
  readonly at: Instant;
}

/** On what something may be shared: consent, an exception of the law, or nothing. Nothing is the default. */
export function basisOf(
  ledger: ConsentLedger,
  { purpose, organization, at }: Sharing,
): 'consent' | 'exception' | undefined {
  const covers = ({ purposes, organizations }: Consent) =>
    purposes.includes(purpose) &&
    (organizations === undefined || organization === undefined || organizations.includes(organization));
  if (standing(ledger, at).some(covers)) return 'consent';
  const lets = valid(ledger).some((one) => one.at <= at && at < one.until && one.purposes.includes(purpose));
  return lets ? 'exception' : undefined;
}

/** The end of time: what is written down by now is all that is known. */
const EVER: Instant = '9999-12-31T23:59:59.999Z';

/** Whether any consent stands. */
export const hasConsent = (ledger: ConsentLedger): boolean => standing(ledger, EVER).length > 0;

/** Until when the team may be told what is known: until an exception ends, null for good; undefined where not at all. */
export function teamUntil(ledger: ConsentLedger): Instant | null | undefined {
  if (basisOf(ledger, { purpose: 'care_team', at: EVER }) !== undefined) return null;
  return valid(ledger)
    .filter(({ purposes }) => purposes.includes('care_team'))
    .map(({ until }) => until)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .at(-1);
}

export interface GiveConsent {
  readonly type: 'GiveConsent';
  readonly kind?: ConsentSort;
  readonly purposes?: readonly ConsentPurpose[];
  readonly organizations?: readonly string[];
  readonly form?: ConsentForm;
  readonly formVersion?: string;
  readonly givenBy?: ConsentGiver;
}
export interface WithdrawConsent {
  readonly type: 'WithdrawConsent';
  readonly consent?: string;
  readonly givenBy?: ConsentGiver;
}
export interface RecordConsentException {
  readonly type: 'RecordConsentException';
  readonly ground: ExceptionGround;
  readonly purposes: readonly ConsentPurpose[];
}
export interface RetractConsentEntry {
  readonly type: 'RetractConsentEntry';
  readonly entry: string;
}
export interface ReviewConsentException {
  readonly type: 'ReviewConsentException';
  readonly entry: string;
  readonly verdict: ConsentVerdict;
}

/** Only institutions that somebody is sent something by name can be told apart: nobody knows before who takes a night call. */
const BY_NAME: ReadonlySet<ConsentPurpose> = new Set(['handover', 'service']);

const sayingWho = ({ actor, now, occurredAt, records, newId }: Circumstances<unknown>, what: string): Written => ({
  id: newId(what),
  at: occurredAt,
  recordedAt: now,
  recordedBy: writer(actor),
  ...(records['consent_detail'] !== undefined && { detailRef: records['consent_detail'] }),
});

const writer = (actor: Actor): string | null => ('userId' in actor ? actor.userId : null);

/** 同意を記録する. Where only "yes" is said, and everything is allowed already, nothing is new. */
export function consentSaid(
  { type: _type, ...said }: GiveConsent,
  ledger: ConsentLedger,
  given: Circumstances<unknown>,
): Consent | undefined {
  const { purposes = CONSENT_PURPOSES, organizations } = said;
  const { occurredAt: at } = given;
  const isPlain = Object.keys(said).length === 0 && given.records['consent_detail'] === undefined;
  const isWhole = (one: Consent) => one.purposes.length === CONSENT_PURPOSES.length && one.organizations === undefined;
  if (isPlain && standing(ledger, at).some(isWhole)) return undefined;
  if (organizations && purposes.some((purpose) => !BY_NAME.has(purpose)))
    throw invalidInput(
      'organizations',
      '相手の機関を限る同意は、引継ぎとサービスの依頼だけにできます。チーム内の共有や緊急時の依頼は、相手を限らない同意として別に記録してください。',
      'Only handovers and services can be allowed to institutions by name. Record the team and emergencies as a consent of their own.',
    );
  return {
    ...sayingWho(given, 'consent'),
    kind: said.kind ?? 'blanket',
    purposes,
    ...(organizations && { organizations }),
    form: said.form ?? 'unrecorded',
    ...(said.formVersion !== undefined && { formVersion: said.formVersion }),
    givenBy: said.givenBy ?? 'unrecorded',
  };
}

/** 撤回を記録する. That somebody refuses is worth a line also where nobody had consented. */
export function withdrawalSaid(
  { consent, givenBy = 'unrecorded' }: WithdrawConsent,
  ledger: ConsentLedger,
  given: Circumstances<unknown>,
): ConsentWithdrawal | undefined {
  const written = sayingWho(given, 'withdrawal');
  if (consent === undefined) {
    const counting = (one: Written) => !ledger.retracted.includes(one.id);
    const last = ledger.withdrawals.findLast((one) => one.consent === undefined && counting(one));
    const isSaid = last !== undefined && ledger.consents.every((one) => !counting(one) || ends(last, one));
    return isSaid ? undefined : { ...written, givenBy };
  }
  const stands = ledger.consents.find(({ id }) => id === consent);
  if (!stands || !standing(ledger, given.now).includes(stands)) throw noSuchEntry('consent');
  if (given.occurredAt < stands.at)
    throw invalidInput(
      'occurredAt',
      `撤回の日時が、同意の日時（${dateIn(stands.at)}）より前です。日時を確かめてください。誤って記録した同意なら「誤った記録を取り消す」を使います。`,
      `The withdrawal lies before the consent of ${dateIn(stands.at)}. Check the moment. If the consent was recorded by mistake, take that record back.`,
    );
  return { ...written, consent, givenBy };
}

/** 同意によらない共有を記録する: the reason lies in the personal-data store. */
export const exceptionSaid = (
  { ground, purposes }: RecordConsentException,
  given: Circumstances<unknown>,
  until: Instant,
): ConsentException => ({
  ...sayingWho(given, 'exception'),
  detailRef: recordOf(given.records, 'consent_detail'),
  ground,
  purposes,
  until,
});

/** 誤った記録を取り消す: any line of the ledger, also a withdrawal. @throws where there is none */
export function mustBeEntry({ consents, withdrawals, exceptions, retracted }: ConsentLedger, entry: string): void {
  const found = [...consents, ...withdrawals, ...exceptions].some(({ id }) => id === entry);
  if (!found || retracted.includes(entry)) throw noSuchEntry('entry');
}

/** 点検する: an exception that was not justified lets nothing be shared from then on. */
export function mustBeUnreviewed({ exceptions, retracted }: ConsentLedger, entry: string): void {
  const found = exceptions.find(({ id }) => id === entry);
  if (!found || found.verdict !== undefined || retracted.includes(entry)) throw noSuchEntry('entry');
}

const noSuchEntry = (path: string) =>
  invalidInput(
    path,
    '同意台帳に、この記録がないか、すでに終わっています。本人の画面を読み直してください。',
    'The ledger has no such record, or it is over already. Reload the page of the person.',
  );
