import { DomainError } from '#kernel';

export const consentMissing = () =>
  new DomainError(
    'invalid',
    'consent_missing',
    '本人の情報共有の同意がないため打診できません。同意を記録してから依頼し直してください。命に関わるときは119番へ。',
    'The person has not consented to sharing. Record the consent, then ask again. If life is at risk, call 119.',
  );

export const noArrangement = () =>
  new DomainError(
    'conflict',
    'no_arrangement',
    '依頼できる取り決めがなく、圏域に受け入れ先もありません。拠点の事務局へ電話してください。命に関わるときは119番へ。',
    'No arrangement lets you ask anybody, and the area has nobody to take it. Phone the base. If life is at risk, call 119.',
  );

export const alreadyTaken = () =>
  new DomainError(
    'conflict',
    'backup_already_taken',
    'ほかの機関がすでに引き受けました。対応は必要ありません。',
    'Somebody else has taken this request already. Nothing is needed from you.',
  );

export const offerExpired = () =>
  new DomainError(
    'conflict',
    'offer_expired',
    '応答期限が過ぎ、次の機関へ打診しています。対応できる場合は拠点の事務局へ電話してください。',
    'The time to answer is over and others are being asked. If you can go, phone the base.',
  );
