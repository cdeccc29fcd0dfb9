import { consentMissing, DomainError } from '#kernel';

/** At night nobody may be there to consent: the law's exception for life and body is written down in the same ledger. */
export const notShared = (patient: string) =>
  consentMissing(
    '本人の情報共有の同意がないため打診できません。本人の画面の同意台帳に、同意か、同意を得られないときの「同意によらない共有」を記録してから、依頼し直してください。命に関わるときは119番へ。',
    'The person has not consented to sharing. Record the consent in the ledger on the page of the person, or, where it cannot be had, sharing without consent, then ask again. If life is at risk, call 119.',
    patient,
  );

export const noArrangement = () =>
  new DomainError(
    'conflict',
    'no_arrangement',
    '依頼できる取り決めがなく、圏域に受け入れ先もありません。拠点の事務局へ電話してください。命に関わるときは119番へ。',
    'No arrangement lets you ask anybody, and the area has nobody to take it. Phone the base. If life is at risk, call 119.',
  );

/** Whoever asks again for what is his. */
export const yoursAlready = () =>
  new DomainError(
    'conflict',
    'backup_already_taken',
    'この依頼はあなたの担当です。すでに引き受けています。行けなくなったときは、引き受けを取り消してください。',
    'This request is yours: you have taken it already. If you cannot go any more, withdraw your acceptance.',
  );

export const yoursAndDone = () =>
  new DomainError(
    'conflict',
    'backup_already_taken',
    'この依頼はあなたが引き受け、対応を終えています。引き受け直す必要はありません。',
    'You took this request and have attended to it. There is nothing to take again.',
  );

export const takenByColleague = () =>
  new DomainError(
    'conflict',
    'backup_already_taken',
    'あなたの機関がすでに引き受けました。誰が対応するかは、機関の中で確かめてください。',
    'Your own organization has taken this request already. Ask your colleagues who goes.',
  );

export const alreadyTaken = () =>
  new DomainError(
    'conflict',
    'backup_already_taken',
    'ほかの機関がすでに引き受けました。対応は必要ありません。',
    'Somebody else has taken this request already. Nothing is needed from you.',
  );

export const consentWithdrawn = () =>
  consentMissing(
    '本人が情報共有の同意を取り下げたため、この依頼は先へ進めません。拠点の事務局へ電話してください。命に関わるときは119番へ。',
    'The person has withdrawn the consent to sharing: this request cannot go on. Phone the base. If life is at risk, call 119.',
  );

export const offerExpired = () =>
  new DomainError(
    'conflict',
    'offer_expired',
    '応答期限が過ぎました。対応できる場合は拠点の事務局へ電話してください。',
    'The time to answer is over. If you can go, phone the base.',
  );

export const requestedAlready = () =>
  new DomainError(
    'conflict',
    'already_exists',
    'この患者のバックアップ依頼がすでに進んでいます。新しく出さずに、その依頼を開いてください。',
    'A backup request for this patient is under way already. Open that one instead of making another.',
  );
