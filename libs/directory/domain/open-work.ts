import { DomainError, type FieldError } from '#kernel';

/** A case in which something is open and in which somebody stands. */
export interface Standing {
  readonly kind: string;
  readonly id: string;
}

/** What still stands with an institution or a person, by sort, as many as there are. */
export interface OpenWork {
  /** 案件: something is owed in them. */
  readonly cases: number;
  /** 本人: whom it is the physician of, or who are in this person's charge. */
  readonly patients: number;
  /** 職員 who work there. */
  readonly people: number;
  /** サテライト窓口 that hand over to it. */
  readonly satellites: number;
  /** 代行・調整役・取り決め that are in force. */
  readonly agreements: number;
  /** 当番 to come. */
  readonly shifts: number;
}

export const NO_OPEN_WORK: OpenWork = { cases: 0, patients: 0, people: 0, satellites: 0, agreements: 0, shifts: 0 };

const SAID: Readonly<Record<keyof OpenWork, readonly [ja: (n: number) => string, en: (n: number) => string]>> = {
  cases: [
    (n) => `期限のある案件が${n}件あります。済ませるか、引き継いでください。`,
    (n) => `Something is still owed in ${n} case(s). Finish them or hand them over.`,
  ],
  patients: [
    (n) => `担当している本人が${n}人います。担当を変えてください。`,
    (n) => `${n} person(s) cared for are in its charge. Change who is in charge of them.`,
  ],
  people: [
    (n) => `所属している職員が${n}人います。異動か退職を記録してください。`,
    (n) => `${n} colleague(s) still work there. Record where they go, or that they leave.`,
  ],
  satellites: [
    (n) => `ここへ引き継ぐサテライト窓口が${n}か所あります。引き継ぐ先を変えてください。`,
    (n) => `${n} satellite desk(s) hand over to it. Change to where they hand over.`,
  ],
  agreements: [
    (n) => `続いている取り決め・代行・調整役の任が${n}件あります。先に終えてください。`,
    (n) => `${n} arrangement(s), cover(s) or post(s) are in force. End them first.`,
  ],
  shifts: [
    (n) => `これからの当番が${n}回あります。当番表を出し直してください。`,
    (n) => `${n} turn(s) on duty are still to come. Publish the roster anew.`,
  ],
};

export const isFree = (work: OpenWork): boolean => Object.values(work).every((n) => n === 0);

/**
 * Nothing is left behind silently: what stands is named, sort by sort, before anybody closes or leaves (先に引き継ぐ).
 * @throws open_work
 */
export function mustBeFree(work: OpenWork, ja: string, en: string): void {
  if (isFree(work)) return;
  const errors = (Object.keys(SAID) as (keyof OpenWork)[]).flatMap((sort): FieldError[] => {
    const [sayJa, sayEn] = SAID[sort];
    const n = work[sort];
    return n === 0 ? [] : [{ path: sort, code: 'open_work', ja: sayJa(n), en: sayEn(n) }];
  });
  const list = (of: 'ja' | 'en') => errors.map((error) => error[of]).join(of === 'ja' ? '' : ' ');
  throw new DomainError('conflict', 'open_work', `${ja}${list('ja')}`, `${en} ${list('en')}`, errors);
}

/** @throws in_use: what others refer to was no mistake, or would be missed by them */
export function mustBeUnused(used: boolean): void {
  if (used)
    throw new DomainError(
      'conflict',
      'in_use',
      'ほかの記録から参照されているので、登録を取り消せません。使わなくなったものは、廃止・退職として記録してください。',
      'Other records refer to it, so that its registration cannot be withdrawn. Record that it is closed, or has left.',
    );
}
