// Made by `npm run types:web` from the OpenAPI document.
export interface paths {
  readonly '/api/v1/actions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 自分の機関の対応を見る */
    readonly get: operations['listOwnActions'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/activity-reports': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 月次活動報告を窓口と月ごとに一覧する */
    readonly get: operations['listActivityMonths'];
    readonly put?: never;
    /** 月次活動報告を開く */
    readonly post: operations['openActivityReport'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/activity-reports/{desk}/{month}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 窓口の月次集計と報告を見る */
    readonly get: operations['showActivityMonth'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/activity-reports/{desk}/{month}/cases': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 集計の一つの数の元になった相談を一覧する */
    readonly get: operations['listCountedCases'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/activity-reports/{report}/approvals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 月次活動報告を承認する */
    readonly post: operations['approveActivityReport'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/activity-reports/{report}/decisions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 二者の承認がそろわない報告について決める */
    readonly post: operations['decideActivityReport'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/activity-reports/{report}/returns': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 月次活動報告を差し戻す */
    readonly post: operations['returnActivityReport'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/activity-reports/{report}/submissions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 月次活動報告を提出する */
    readonly post: operations['submitActivityReport'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/agenda-items': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 議題を見る */
    readonly get: operations['listAgendaItems'];
    readonly put?: never;
    /** 議題を提案する */
    readonly post: operations['proposeAgendaItem'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/agenda-items/{agendaItem}/action-completions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 対応を終えたことを記録する */
    readonly post: operations['completeAction'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/agenda-items/{agendaItem}/actions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 対応を割り当てる */
    readonly post: operations['assignAction'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/agenda-items/{agendaItem}/categories': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 議題の区分を決める */
    readonly post: operations['categorizeAgendaItem'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/agenda-items/{agendaItem}/decisions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 議題について決める */
    readonly post: operations['decideAgendaItem'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/agenda-items/{agendaItem}/discussions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 議題を審議したことを記録する */
    readonly post: operations['discussAgendaItem'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/agenda-items/{agendaItem}/droppings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 提案した議題を取り下げる */
    readonly post: operations['dropAgendaItem'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/agenda-items/{agendaItem}/effect-checks': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 対応の効果を確かめる */
    readonly post: operations['checkEffect'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/agenda-items/{agendaItem}/notes': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 議題にメモを書く */
    readonly post: operations['writeAgendaNote'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/agenda-items/{agendaItem}/positionings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 根回しを終える */
    readonly post: operations['concludePositions'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/agenda-items/{agendaItem}/positions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 団体の立場を記録する（根回し） */
    readonly post: operations['recordBodyPosition'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/agenda-items/{agendaItem}/schedulings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 議題を会議の日程に載せる */
    readonly post: operations['scheduleAgendaItem'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/areas': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 圏域を選ぶ */
    readonly get: operations['listAreas'];
    readonly put?: never;
    /** 圏域を読み込む */
    readonly post: operations['importAreas'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/areas/{area}/rules': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 圏域のルール：ある日に有効な値と、その出どころ */
    readonly get: operations['showRulesOfArea'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/areas/{area}/rules/{context}/{rule}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 一つのルール：圏域ごとの値、変更の履歴 */
    readonly get: operations['showRule'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/backup-arrangements': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** バックアップの取り決めを登録する */
    readonly post: operations['agreeBackupArrangement'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/backup-arrangements/{arrangement}/endings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** バックアップの取り決めを終える */
    readonly post: operations['endBackupArrangement'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/backup-arrangements/{arrangement}/renewals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** バックアップの取り決めを更新する */
    readonly post: operations['renewBackupArrangement'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/backup-requests': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 緊急バックアップを依頼する */
    readonly post: operations['requestEmergencyBackup'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/backup-requests/{request}/acceptances': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 引き受ける */
    readonly post: operations['acceptBackup'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/backup-requests/{request}/arrivals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 到着を記録する */
    readonly post: operations['recordArrival'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/backup-requests/{request}/assignments': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 受け手を手動で割り当てる */
    readonly post: operations['assignBackupManually'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/backup-requests/{request}/cancellations': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 依頼を取り下げる */
    readonly post: operations['cancelBackup'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/backup-requests/{request}/completions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 対応の結果を記録する */
    readonly post: operations['completeBackup'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/backup-requests/{request}/declines': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 断る */
    readonly post: operations['declineBackup'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/backup-requests/{request}/departures': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 出発を記録する */
    readonly post: operations['recordDeparture'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/backup-requests/{request}/diversions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 救急へ切り替える */
    readonly post: operations['divertToEmergencyServices'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/backup-requests/{request}/hand-back-acknowledgements': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 申し送りを確認する */
    readonly post: operations['acknowledgeHandback'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/backup-requests/{request}/hand-backs': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 主治医へ申し送る */
    readonly post: operations['handBackToPrimary'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/backup-requests/{request}/withdrawals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 引き受けを取り消す */
    readonly post: operations['withdrawAcceptance'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/board': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** いま果たすべきことを見る */
    readonly get: operations['showBoard'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/cases': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 見てよい案件を、終わったものも含めて新しい順に一覧する */
    readonly get: operations['listCases'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/cases/{id}/deliveries': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 一つの案件のお知らせが、だれにどう届いたかを見る */
    readonly get: operations['listDeliveries'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/cases/{id}/related-cases': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 関連する案件を、どちらの側からも見る */
    readonly get: operations['listRelatedCases'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/cases/{id}/timeline': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 一つの案件の経過を見る */
    readonly get: operations['showTimeline'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/channels': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 自分の通知の受け取り方を見る */
    readonly get: operations['showChannels'];
    /** 自分の通知の受け取り方を変える */
    readonly put: operations['saveChannels'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/consultation-form': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 自分の窓口の受付票（分類・必須の項目・確認事項）を見る */
    readonly get: operations['readConsultationForm'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/consultations': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 相談を受け付ける */
    readonly post: operations['logConsultation'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/consultations/{consultation}/actions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 対応を記録する */
    readonly post: operations['recordConsultationAction'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/consultations/{consultation}/answers': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 回答する */
    readonly post: operations['answerConsultation'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/consultations/{consultation}/awaited-replies': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 返答待ちにする */
    readonly post: operations['awaitReply'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/consultations/{consultation}/closings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 相談を終結する */
    readonly post: operations['closeConsultation'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/consultations/{consultation}/links': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 関連する案件と結び付ける */
    readonly post: operations['linkConsultation'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/consultations/{consultation}/merger-reversals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 相談をまとめたのを取り消す */
    readonly post: operations['undoMerge'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/consultations/{consultation}/mergers': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 重複する相談を、ほかの相談にまとめる */
    readonly post: operations['mergeConsultations'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/consultations/{consultation}/referral-acceptances': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** つながれた相談を受ける */
    readonly post: operations['acceptReferral'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/consultations/{consultation}/referral-refusals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** つながれた相談を断る */
    readonly post: operations['declineReferral'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/consultations/{consultation}/referrals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** ほかの相談窓口へつなぐ */
    readonly post: operations['referConsultation'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/consultations/{consultation}/reopenings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 相談を再開する */
    readonly post: operations['reopenConsultation'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/consultations/{consultation}/splits': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 別の困りごとを、別の相談に分ける */
    readonly post: operations['splitConsultation'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/consultations/{consultation}/triages': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 緊急度を判定する */
    readonly post: operations['triageConsultation'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/consultations/{consultation}/unlinkings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 関連する案件との結び付きを外す */
    readonly post: operations['unlinkConsultation'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/consultations/{consultation}/withdrawals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 相談の取り下げを記録する */
    readonly post: operations['withdrawConsultation'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/consultations/{id}/candidates': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** この相談と結び付けられる案件を見る */
    readonly get: operations['listCasesToLink'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/consultations/{id}/referral-targets': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** この相談のつなぎ先を、合う調整役のいる順に見る */
    readonly get: operations['listReferralTargets'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/consultations/likely-duplicates': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 同じ相談者か患者の、最近の相談を見る */
    readonly get: operations['listLikelyDuplicates'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/contact-points/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /** 連絡先を加える（確認番号が送られる） */
    readonly put: operations['addContactPoint'];
    readonly post?: never;
    /** 連絡先を削除する */
    readonly delete: operations['removeContactPoint'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/contact-points/{id}/main': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /** 同じ種類の中で先に使う連絡先にする */
    readonly put: operations['preferContactPoint'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/contact-points/{id}/test': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /** 確認番号を送り直す */
    readonly put: operations['testContactPoint'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/contact-points/{id}/verification': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /** 届いた確認番号で連絡先を確かめる */
    readonly put: operations['verifyContactPoint'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/coordinator-grid': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 調整役の配置表（重なりと欠け）を見る */
    readonly get: operations['showCoordinatorGrid'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/coordinator-posts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 調整役を置く（分野・レベル・圏域。重なりは知らせるだけで、断らない） */
    readonly post: operations['appointCoordinator'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/coordinator-posts/{coordinatorPost}/endings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 調整役の任を終える */
    readonly post: operations['endCoordinatorPost'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/councils': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 会議体を見る */
    readonly get: operations['listCouncils'];
    readonly put?: never;
    /** 会議体を置く */
    readonly post: operations['establishCouncil'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/councils/{council}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 一つの会議体を見る */
    readonly get: operations['showCouncil'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/councils/{council}/members': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 委員となる団体を加える */
    readonly post: operations['appointCouncilMember'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/councils/{council}/membership-endings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 団体の委員を終える */
    readonly post: operations['endMembership'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/councils/{council}/revisions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 会議体の構成を改める */
    readonly post: operations['reviseCouncil'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/demo-accounts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** デモの利用者を一覧する */
    readonly get: operations['listDemoAccounts'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/desk-covers': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 窓口の代行を頼む */
    readonly post: operations['arrangeDeskCover'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/desk-covers/{deskCover}/endings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 窓口の代行を終える */
    readonly post: operations['endDeskCover'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/drafts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 自分の下書きを一覧する（中身は含まない） */
    readonly get: operations['listDrafts'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/drafts/{command}/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 自分の下書きを開く */
    readonly get: operations['showDraft'];
    /** 下書きを保存する */
    readonly put: operations['saveDraft'];
    readonly post?: never;
    /** 下書きを破棄する */
    readonly delete: operations['discardDraft'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/emergency-looks': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 緊急閲覧を月ごとに点検する */
    readonly get: operations['listEmergencyLooks'];
    readonly put?: never;
    /** 緊急閲覧を始める（理由と範囲を決め、担当と管理者に知らせる） */
    readonly post: operations['openInEmergency'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/emergency-looks/{emergencyLook}/closings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 緊急閲覧を終える */
    readonly post: operations['closeEmergencyLook'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/emergency-looks/{emergencyLook}/record': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 緊急閲覧で開いた範囲を読む */
    readonly get: operations['showEmergencyRecord'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/emergency-looks/{emergencyLook}/reviews': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 緊急閲覧を点検する（正当・不当） */
    readonly post: operations['reviewEmergencyLook'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/events': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 記録を位置から読む */
    readonly get: operations['replayEvents'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/evidence-packs': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 根拠資料の一覧を見る */
    readonly get: operations['listEvidencePacks'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/evidence-packs/{pack}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 根拠資料と、作成の進み具合を見る */
    readonly get: operations['showEvidencePack'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/evidence-packs/{pack}/compilations': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 議題の根拠資料を作る */
    readonly post: operations['compileEvidencePack'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/evidence-packs/{pack}/versions/{version}/documents/{format}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 根拠資料をPDF・Excel・CSVで受け取る */
    readonly get: operations['printEvidencePack'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/evidence-packs/{pack}/versions/{version}/signals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 数のもとになった課題の兆しを見る */
    readonly get: operations['listSignalsBehind'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/foundations': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 最初の管理者を登録する（設置時のリンクで一度だけ） */
    readonly post: operations['foundRegion'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/handovers': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 入院を登録する */
    readonly post: operations['registerAdmission'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/handovers/{case}/acknowledgements': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 引継書の受領を確認する */
    readonly post: operations['acknowledgeHandover'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/handovers/{case}/admission-information': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 入院時情報を提供する */
    readonly post: operations['provideAdmissionInformation'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/handovers/{case}/care-manager': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 担当ケアマネジャーを確認する（書かなければ、台帳の担当） */
    readonly post: operations['identifyCareManager'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/handovers/{case}/care-manager-changes': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 担当ケアマネジャーを変更する */
    readonly post: operations['reassignCareManager'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/handovers/{case}/clarifications': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 引継書について照会する */
    readonly post: operations['requestHandoverClarification'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/handovers/{case}/deaths': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 死亡退院を記録する */
    readonly post: operations['recordDeath'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/handovers/{case}/discharge-conferences': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** カンファレンスを記録する */
    readonly post: operations['holdDischargeConference'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/handovers/{case}/discharge-plans': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 退院支援計画の着手を記録する */
    readonly post: operations['startDischargePlan'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/handovers/{case}/discharges': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 退院を記録する */
    readonly post: operations['recordDischarge'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/handovers/{case}/documents': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 引継書を送る */
    readonly post: operations['submitHandover'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/handovers/{case}/exclusions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 集計から除外する */
    readonly post: operations['excludeFromSurvey'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/handovers/{case}/family-interviews': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 家族面談を記録する */
    readonly post: operations['holdFamilyInterview'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/handovers/{case}/feedback': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 退院後情報を返す */
    readonly post: operations['returnPostDischargeFeedback'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/handovers/{case}/leak-classifications': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** もれを分類する */
    readonly post: operations['classifyLeak'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/handovers/{case}/paper-deliveries': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 引継書を紙・電話で届けたことを記録する */
    readonly post: operations['deliverHandoverOnPaper'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/handovers/{case}/planned-discharges': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 退院予定を決める・変える */
    readonly post: operations['planDischarge'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/handovers/{case}/relays': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 転院先へ担当ケアマネジャーを伝える */
    readonly post: operations['relayCareManagerToNextHospital'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/handovers/{case}/reply-sheets': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 引継書の送付状・回答用紙（PDF）と回答番号を作る */
    readonly post: operations['makeReplySheet'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/handovers/{case}/returns': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 引継書を宛先違いとして返す */
    readonly post: operations['returnHandover'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/handovers/{case}/screenings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 退院支援の要否を判定する */
    readonly post: operations['screenForDischargeSupport'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/handovers/{case}/start-notices': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 退院支援開始を連絡する */
    readonly post: operations['notifyDischargeSupportStart'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/handovers/{case}/supplements': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 引継書を補う */
    readonly post: operations['supplementHandover'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/handovers/{case}/transfers': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 転院を記録する */
    readonly post: operations['recordTransfer'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/home': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 自分の会議と、そこですることを見る */
    readonly get: operations['showHome'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/imports': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 取り込みを一覧する */
    readonly get: operations['listImports'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/imports/{import}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 取り込みの列の対応・先頭の行・進み具合を見る */
    readonly get: operations['showImport'];
    /** 取り込むファイル（CSV・Excel）を送る。まだ何も登録しない */
    readonly put: operations['beginImport'];
    readonly post?: never;
    /** 取り込んでいないファイルを消す */
    readonly delete: operations['discardImport'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/imports/{import}/check': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /** 試しに読み、すべての行を確かめる。まだ何も登録しない */
    readonly put: operations['checkImport'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/imports/{import}/columns': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /** どの列が何かを決める */
    readonly put: operations['mapImportColumns'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/imports/{import}/faults': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 直すところのある行を見る */
    readonly get: operations['listImportFaults'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/imports/{import}/faults.csv': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 直すところのある行をCSVで受け取る */
    readonly get: operations['downloadImportFaults'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/imports/{import}/run': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /** 取り込む。すべて登録するか、何も登録しないか */
    readonly put: operations['runImport'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/imports/{import}/undoing': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /** 取り込みを取り消す */
    readonly put: operations['undoImport'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/invitations/acceptances': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 招待を受け、サインインを設定する */
    readonly post: operations['acceptInvitation'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/invitations/joinings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 今あるサインインで招待を受ける */
    readonly post: operations['joinInvitation'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/invitations/openings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 招待の中身を見る */
    readonly post: operations['openInvitation'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/invitations/provider-beginnings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 所属機関のアカウントで招待を受け始める */
    readonly post: operations['beginJoining'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/issue-candidates': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 確かめていない課題の候補を見る */
    readonly get: operations['listIssueCandidates'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/issue-signals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 課題の兆しを登録する */
    readonly post: operations['raiseIssueSignal'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/issue-signals/{signal}/tags': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 課題の兆しの分類を確かめる */
    readonly post: operations['tagIssueSignal'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/issue-signals/{signal}/withdrawals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 課題の兆しを取り下げる */
    readonly post: operations['withdrawIssueSignal'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/issues': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 地域課題を見る */
    readonly get: operations['listIssues'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/issues/{issue}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 一つの地域課題を見る */
    readonly get: operations['showIssue'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/issues/{issue}/alike': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 説明の似た地域課題を見る */
    readonly get: operations['listAlikeIssues'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/issues/{issue}/closings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 地域課題を終結する */
    readonly post: operations['closeIssue'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/issues/{issue}/dismissals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 地域課題を取り上げないことにする */
    readonly post: operations['dismissIssue'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/issues/{issue}/mergers': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 同じ地域課題に統合する */
    readonly post: operations['mergeIssue'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/issues/{issue}/splits': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 地域課題を分ける */
    readonly post: operations['splitIssue'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/issues/{issue}/unmergings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 地域課題の統合を取り消す */
    readonly post: operations['unmergeIssue'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/me': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 自分の所属と役割を見る */
    readonly get: operations['getMe'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/meetings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 会議を予定する */
    readonly post: operations['planMeeting'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/meetings/{meeting}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 一つの会議を見る */
    readonly get: operations['showMeeting'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/meetings/{meeting}/agendas': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 議題を並べる */
    readonly post: operations['arrangeAgenda'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/meetings/{meeting}/attendances': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 出欠を記録する */
    readonly post: operations['recordAttendance'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/meetings/{meeting}/calls': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 会議を招集する */
    readonly post: operations['callMeeting'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/meetings/{meeting}/holdings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 会議を開催する */
    readonly post: operations['holdMeeting'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/meetings/{meeting}/holdings-in-writing': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 会議を書面で開催する */
    readonly post: operations['holdInWriting'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/meetings/{meeting}/invitation': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 会議の予定をカレンダー形式（.ics）で受け取る */
    readonly get: operations['downloadInvitation'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/meetings/{meeting}/materials': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 資料を事前に送る */
    readonly post: operations['sendMaterials'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/meetings/{meeting}/minutes': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 議事要旨の案を作る */
    readonly post: operations['draftMinutes'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/meetings/{meeting}/minutes-approvals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 議事要旨を承認する */
    readonly post: operations['approveMinutes'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/meetings/{meeting}/minutes-publications': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 議事要旨を公表する */
    readonly post: operations['publishMinutes'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/meetings/{meeting}/postponements': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 会議を延期する */
    readonly post: operations['postponeMeeting'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/messages': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 自分へのお知らせを見る */
    readonly get: operations['listMessages'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/obligations/{obligation}/promises': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 引き受けて、いつまでにするかを約束する */
    readonly post: operations['promiseObligation'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/on-call-shifts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 当番表を出す */
    readonly post: operations['publishOnCallShifts'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/organizations': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 機関を選ぶ */
    readonly get: operations['listOrganizations'];
    readonly put?: never;
    /** 機関を登録する */
    readonly post: operations['registerInstitution'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/organizations/{organization}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 機関の画面：分かっていることと履歴 */
    readonly get: operations['showOrganization'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/organizations/{organization}/changes': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 機関の情報を変える（所属の人は、時間・休む日・開く日・電話だけ） */
    readonly post: operations['changeInstitution'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/organizations/{organization}/closings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 機関の廃止を記録する（仕事が残っていれば、何が残っているかを答えて断る） */
    readonly post: operations['closeInstitution'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/organizations/{organization}/identity-provider': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 機関の認証基盤の設定を見る */
    readonly get: operations['showIdentityProvider'];
    readonly put?: never;
    /** 機関の認証基盤を設定する（確かめてから保存する） */
    readonly post: operations['keepIdentityProvider'];
    /** 機関の認証基盤の設定を取り消す */
    readonly delete: operations['removeIdentityProvider'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/organizations/{organization}/reopenings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 廃止した機関を再開する */
    readonly post: operations['reopenInstitution'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/organizations/{organization}/verifications': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 機関の情報が今も正しいと確かめる */
    readonly post: operations['verifyInstitution'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/organizations/{organization}/withdrawals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 機関の登録を取り消す（誤って登録し、どこからも参照されていないとき） */
    readonly post: operations['withdrawInstitutionRegistration'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/outbox': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 模擬の連絡手段が送ったはずの文面を見る（実演・試験と管理者） */
    readonly get: operations['listOutbox'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/own-sign-in': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 自分のサインインを見る（端末・回復コードの残り・所属） */
    readonly get: operations['showOwnSignIn'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/own-sign-in/passkey-names': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** パスキーの名前を変える */
    readonly post: operations['namePasskey'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/own-sign-in/passkey-removals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** パスキーを外す */
    readonly post: operations['removePasskey'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/own-sign-in/passkeys': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** パスキーを登録する */
    readonly post: operations['addPasskey'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/own-sign-in/passkeys/options': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** パスキーを登録し始める */
    readonly post: operations['beginAddingPasskey'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/own-sign-in/passwords': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** パスワードを変える */
    readonly post: operations['changePassword'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/own-sign-in/provider-beginnings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 所属機関のアカウントを結び付け始める */
    readonly post: operations['beginBinding'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/own-sign-in/provider-unbindings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 所属機関のアカウントの結び付けを外す */
    readonly post: operations['unbindProvider'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/own-sign-in/recovery-codes': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 回復コードを作り直す */
    readonly post: operations['makeRecoveryCodes'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/own-sign-in/seats': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 所属を切り替える */
    readonly post: operations['changeSeat'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/own-sign-in/session-endings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** ほかの端末をサインアウトさせる */
    readonly post: operations['endSessions'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/passkey-sign-ins': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** パスキーでサインインする */
    readonly post: operations['signInByPasskey'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/passkey-sign-ins/options': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** パスキーでサインインし始める */
    readonly post: operations['beginPasskeySignIn'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/patients': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 自分が関わる患者を選ぶ */
    readonly get: operations['listPatients'];
    readonly put?: never;
    /** 患者を登録する */
    readonly post: operations['registerPatient'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/patients/{patient}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 本人の画面：担当・圏域・開いている案件と履歴 */
    readonly get: operations['showPatient'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/patients/{patient}/address-hidings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 住所を伏せる（支援措置など） */
    readonly post: operations['hideAddress'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/patients/{patient}/address-showings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 伏せた住所を示す */
    readonly post: operations['showAddress'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/patients/{patient}/care-managers': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 担当ケアマネジャーを変える（開いている案件は答えと履歴に示し、前後の担当に知らせる） */
    readonly post: operations['changeCareManager'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/patients/{patient}/care-teams': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** ケアチームを変える */
    readonly post: operations['changeCareTeam'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/patients/{patient}/consent-exception-reviews': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 同意によらない共有を点検する（不当なら、その時から共有できない） */
    readonly post: operations['reviewConsentException'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/patients/{patient}/consent-exceptions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 同意によらない共有（個人情報保護法第27条第1項）を、理由とともに記録する。期限があり、あとで点検される */
    readonly post: operations['recordConsentException'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/patients/{patient}/consent-retractions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 同意台帳の誤った記録を取り消す（台帳には残る） */
    readonly post: operations['retractConsentEntry'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/patients/{patient}/consent-withdrawals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 情報共有の同意の撤回を記録する（一つの同意か、それまでのすべて） */
    readonly post: operations['withdrawConsent'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/patients/{patient}/consents': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 同意台帳に、情報共有の同意を記録する（何のために・だれに・見た書面・だれが） */
    readonly post: operations['giveConsent'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/patients/{patient}/erasures': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 本人の個人情報を消去する（鍵を破棄する。元に戻せない。期限のある案件が残っていれば断る） */
    readonly post: operations['erasePatient'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/patients/{patient}/identity-corrections': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 氏名・かな・生年月日・性別・住所を訂正する */
    readonly post: operations['correctPatientIdentity'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/patients/{patient}/moves': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 転居を記録する（開いている案件は始まった圏域に残る） */
    readonly post: operations['movePatient'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/patients/{patient}/primary-physicians': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 主治医（医療機関）を変える */
    readonly post: operations['changePrimaryPhysician'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/patients/{patient}/withdrawals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 患者の登録を取り消す（誤って登録し、まだ何も始まっていないとき） */
    readonly post: operations['withdrawPatientRegistration'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/patients/likenesses': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 登録の前に、似た方（同じ方かもしれない方）を探す */
    readonly post: operations['findLikePatients'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/patients/searches': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 生年月日とふりがなで患者を探す */
    readonly post: operations['findPatients'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/phone-tasks': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 窓口に、人への電話を頼む */
    readonly post: operations['requestCall'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/phone-tasks/{phoneTask}/calls': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 電話の結果を記録する */
    readonly post: operations['recordCall'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/provider-sign-ins': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 所属機関のアカウントでサインインし始める */
    readonly post: operations['beginProviderSignIn'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/provider-sign-ins/returns': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 所属機関から戻る */
    readonly post: operations['returnFromProvider'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/rates': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 退院調整率などを圏域ごとに見る */
    readonly get: operations['listRates'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/read-log': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 閲覧の記録を見る */
    readonly get: operations['listLooks'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/read-log/months/{month}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 閲覧の記録を月ごとに点検する */
    readonly get: operations['reviewLooks'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/read-log/patients/{patient}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 一人の方について、誰が見たかを見る */
    readonly get: operations['showWhoSaw'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/reply-records': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 電話・FAXで受けた引継書への回答を記録する */
    readonly post: operations['recordReply'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/rule-areas': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** ルールを決められる圏域を選ぶ */
    readonly get: operations['listRuleAreas'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/rule-changes': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** ルールを変える（名指したものだけ。ほかの値と、先の日付で決まっているものは、そのまま残る） */
    readonly post: operations['changeRules'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/rule-previews': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** ルールを変えるとどうなるかを見る（何も変わらない） */
    readonly post: operations['previewRuleChange'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/rule-sets': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** ルールを発効する */
    readonly post: operations['activateRuleSet'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/search': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 氏名・電話番号・言葉・番号で探す */
    readonly post: operations['search'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/service-requests': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** サービス（口腔ケア・訪問薬剤など）を依頼する */
    readonly post: operations['requestService'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/service-requests/{serviceRequest}/acceptances': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 依頼を受ける */
    readonly post: operations['acceptServiceRequest'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/service-requests/{serviceRequest}/cancellations': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 依頼を取り下げる */
    readonly post: operations['cancelServiceRequest'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/service-requests/{serviceRequest}/completions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 実施の結果を記録する */
    readonly post: operations['completeServiceRequest'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/service-requests/{serviceRequest}/refusals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 依頼を断る */
    readonly post: operations['declineServiceRequest'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/service-requests/{serviceRequest}/reschedulings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 実施の期限を変える */
    readonly post: operations['rescheduleService'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/sessions': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** デモの利用者としてサインインする */
    readonly post: operations['openSession'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/sessions/current': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    /** サインアウトする */
    readonly delete: operations['closeSession'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/sessions/current/activity': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 操作中であることを知らせる */
    readonly post: operations['noteActivity'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/sessions/current/provider-beginnings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 所属機関のアカウントで画面のロックを解き始める */
    readonly post: operations['beginUnlocking'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/sessions/current/unlocks': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 画面のロックを解く */
    readonly post: operations['unlockSession'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/set-up': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 開設準備の進み具合を見る */
    readonly get: operations['showSetUp'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/sign-in-standings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 職員のサインインの状態を一覧する */
    readonly get: operations['listSignInStandings'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/sign-ins': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** サインインする（パスワードと6桁のコード） */
    readonly post: operations['signIn'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/stream': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 変わるたびに盤面を受け取る（SSE） */
    readonly get: operations['followBoard'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/users': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** 職員を選ぶ */
    readonly get: operations['listUsers'];
    readonly put?: never;
    /** 職員を登録する */
    readonly post: operations['registerUser'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/users/{user}/changes': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 職員の名前・病棟・役割・所属を変える */
    readonly post: operations['changeUser'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/users/{user}/invitations': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 職員を招待する（サインイン済みなら再設定のリンクを出す） */
    readonly post: operations['inviteUser'];
    /** 招待を取り消す */
    readonly delete: operations['withdrawInvitation'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/users/{user}/leavings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 職員の退職・転出を記録する（仕事が残っていれば、何が残っているかを答えて断る） */
    readonly post: operations['recordUserLeaving'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/users/{user}/provider-binding': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    readonly post?: never;
    /** 職員の、所属機関のアカウントの結び付けを外す */
    readonly delete: operations['unbindUser'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/users/{user}/withdrawals': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** 職員の登録を取り消す（誤って登録し、まだ何もしていないとき） */
    readonly post: operations['withdrawUserRegistration'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/api/v1/ways-in': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** サインインの方法を見る */
    readonly get: operations['showWaysIn'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    readonly About: {
      /** Format: uuid */
      readonly id: string;
      readonly kind: string;
    };
    readonly Accepted: {
      readonly me: components['schemas']['Me'];
      /** @description 回復コード, shown this once. */
      readonly recoveryCodes: readonly string[];
    };
    readonly AcceptInvitationBody: {
      readonly code: string;
      /** @description Left out of a reset that has one. */
      readonly name?: string;
      readonly password: string;
      readonly token: string;
    };
    readonly AcceptServiceRequestBody: {
      /**
       * Format: date
       * @description Until when it is done, as both agree.
       */
      readonly doneBy: string;
      readonly note?: string;
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly AcknowledgeHandoverBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      /** @description The version that was read; left out: the latest. */
      readonly version?: number;
    };
    readonly ActionShown: {
      readonly checkOn: string | null;
      readonly done: boolean;
      /** Format: date */
      readonly dueOn: string;
      readonly effect: string | null;
      /** Format: uuid */
      readonly id: string;
      /** @description Owed by the reader's own organization. */
      readonly mine: boolean;
      readonly owner: components['schemas']['Named'];
      readonly report: string | null;
      readonly what: string | null;
    };
    readonly ActivateRuleSetBody: {
      readonly agreed: components['schemas']['AgreedBody'];
      /** @description Area id; a municipality's is its six-digit code. */
      readonly area: string;
      readonly context: string;
      /** Format: date */
      readonly effectiveFrom: string;
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly values: {
        readonly [key: string]: unknown;
      };
    };
    readonly ActivityMonth: {
      readonly desk: components['schemas']['Named'];
      readonly hash: string;
      readonly matrix: readonly components['schemas']['MatrixCell'][];
      /** @description Whether this person may open the report of this month. */
      readonly mayOpen: boolean;
      readonly month: string;
      readonly report: components['schemas']['ReportShown'] | null;
      readonly tables: readonly components['schemas']['CountTable'][];
      readonly total: number;
    };
    readonly ActivityMonthListed: {
      readonly desk: components['schemas']['Named'];
      readonly month: string;
      /** Format: uuid */
      readonly report: string | null;
      readonly state: string | null;
    };
    readonly AddContactBody: {
      /** @description Mail address, telephone number, URL or account, by its kind. */
      readonly address: string;
      /** @description Of a browser (push). */
      readonly keys?: components['schemas']['PushKeysBody'];
      readonly kind: components['schemas']['ContactKind'];
    };
    readonly AddPasskeyBody: {
      /** @description What the browser has answered (RegistrationResponseJSON), as JSON. */
      readonly answer: string;
      readonly name: string;
    };
    readonly AddressBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      /** @description なぜ: read by those who care for the person alone. */
      readonly reason: string;
    };
    readonly AgendaEntryBody: {
      readonly item: string;
      /** @description 時間配分. */
      readonly minutes?: number;
      /** @description The item that it stands below. */
      readonly parent?: string;
    };
    readonly AgendaItemListed: {
      readonly area: components['schemas']['Named'];
      /** @description Ids of the issues it was rolled up from. */
      readonly children: readonly string[];
      /** @description Null for whoever does not judge issues: for him its numbers stand in the pack. */
      readonly distinctCases: number | null;
      readonly distinctOrganizations: number | null;
      /** Format: uuid */
      readonly id: string;
      readonly key: string;
      readonly level: string;
      /** @description How many signals speak for it. */
      readonly signals: number | null;
      readonly state: string;
    };
    readonly AgendaItemShown: {
      readonly actions: readonly components['schemas']['ActionShown'][];
      readonly area: components['schemas']['Named'];
      readonly category: string | null;
      /** @description Commands that the reader may give just now. */
      readonly commands: readonly string[];
      readonly continued: number;
      readonly decision: string | null;
      readonly discussion: string | null;
      readonly distinctCases: number | null;
      readonly flagged: boolean;
      /** Format: uuid */
      readonly id: string;
      readonly key: string;
      readonly level: string;
      readonly minutes: number | null;
      readonly note: string | null;
      /** @description As "2" or "2.1"; null while it is on no agenda. */
      readonly number: string | null;
      readonly parent: string | null;
      readonly positions: readonly components['schemas']['PositionShown'][];
      readonly reason: string | null;
      /** @description Null for whoever does not judge issues: for him its numbers stand in the pack. */
      readonly signals: number | null;
      /** @description When it begins by the time boxes, as "14:20". */
      readonly startsAt: string | null;
      readonly state: string;
      /** @description Of an item that was proposed; others are called by their key. */
      readonly title: string | null;
    };
    readonly AgreeBackupArrangementBody: {
      readonly block?: string;
      readonly from: string;
      /** @description Hours covered, by the weekday they begin on: {"sat":["18:00-08:00"]}. Left out: always. */
      readonly hours?: Record<string, never>;
      /** @enum {string} */
      readonly kind: 'delegated' | 'hospital_preregistration' | 'mutual';
      /** Format: date-time */
      readonly occurredAt?: string;
      /** @description Required for hospital_preregistration. */
      readonly patient?: string;
      readonly to: string;
    };
    readonly AgreedBody: {
      readonly elsewhere?: components['schemas']['MeetingElsewhereBody'];
      /** @description A meeting that has been held, by a council whose areas include that of the rules. */
      readonly meeting?: string;
    };
    readonly AnswerConsultationBody: {
      /** @description 回答: the asker's institution reads it and is told. */
      readonly answer?: string;
      /** @description 内部メモ: the desk's own. */
      readonly note?: string;
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly AnswerDto: {
      /** Format: uuid */
      readonly id: string;
      readonly position: number;
      readonly state: string;
      readonly version: number;
    };
    readonly AppointCoordinatorBody: {
      /** @description Area id; a municipality's is its six-digit code. */
      readonly area: string;
      /** @description 修了証の番号. */
      readonly certificate?: string;
      /** @description 分野. */
      readonly fields: readonly (
        'community_care' | 'dementia' | 'dental' | 'discharge' | 'home_care' | 'life_support' | 'rights' | 'volunteer'
      )[];
      /** @enum {string} */
      readonly kind:
        | 'chiiki_hokatsu'
        | 'dementia'
        | 'dental'
        | 'family_doctor'
        | 'home_care'
        | 'hospital_discharge'
        | 'hospital_outpatient_nurse'
        | 'life_support'
        | 'medical_association'
        | 'municipal'
        | 'rights'
        | 'volunteer';
      /**
       * @description レベル: one person's support, between institutions, or the making of the area.
       * @enum {string}
       */
      readonly level: 'area' | 'case' | 'organization';
      /**
       * Format: date
       * @description 着任の日; left out: today.
       */
      readonly on?: string;
      /**
       * Format: date
       * @description 養成研修の修了日, of a home-care coordinator, with the certificate.
       */
      readonly trainedOn?: string;
      readonly user: string;
    };
    readonly Approval: {
      /** Format: date-time */
      readonly at: string;
      readonly body: string;
      readonly organization: components['schemas']['Named'];
    };
    readonly AreaChoice: {
      readonly id: string;
      readonly level: string;
      readonly name: string;
    };
    /** @enum {string} */
    readonly AreaLevel: 'home_care_area' | 'municipality' | 'prefecture' | 'secondary_area' | 'tertiary_area';
    readonly AreaOfGrid: {
      readonly id: string;
      /** @enum {string} */
      readonly level: 'home_care_area' | 'municipality' | 'prefecture' | 'secondary_area' | 'tertiary_area';
      readonly name: string;
    };
    readonly ArrangeAgendaBody: {
      readonly entries: readonly components['schemas']['AgendaEntryBody'][];
      /** Format: date-time */
      readonly occurredAt?: string;
      /** @description The version of the agenda that was seen. */
      readonly seen: number;
    };
    readonly ArrangeDeskCoverBody: {
      /** @description The help desk that stands in. */
      readonly deputy: string;
      /** Format: date */
      readonly from: string;
      /** Format: date-time */
      readonly occurredAt?: string;
      /**
       * Format: date
       * @description The last day of it.
       */
      readonly until: string;
    };
    readonly AssignActionBody: {
      /** Format: date */
      readonly checkOn?: string;
      /** Format: date */
      readonly dueOn: string;
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly ownerOrganization: string;
      /** @description 目標: at most so many signals of the same key in the window after it. */
      readonly target?: number;
      readonly what: string;
    };
    readonly AssignBackupManuallyBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly organization: string;
    };
    readonly AttendanceBody: {
      /** @enum {string} */
      readonly body:
        | 'ambulance'
        | 'care_manager_council'
        | 'care_operators_council'
        | 'city_medical_association'
        | 'community_support'
        | 'community_support_center'
        | 'cooperation_base'
        | 'dental_association'
        | 'elderly_support'
        | 'health_and_welfare'
        | 'health_center'
        | 'home_rehab_liaison'
        | 'hospital'
        | 'insurance'
        | 'msw_association'
        | 'nutrition_care_liaison'
        | 'pharmacists_association'
        | 'prefectural_medical_association'
        | 'residents_association'
        | 'social_welfare_council'
        | 'university'
        | 'visiting_nurse_liaison';
      readonly organization: string;
      /** @enum {string} */
      readonly presence: 'absent' | 'in_writing' | 'present' | 'proxy';
    };
    readonly AttendanceShown: {
      readonly body: string;
      readonly organization: components['schemas']['Named'];
      readonly presence: string | null;
    };
    readonly AwaitReplyBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      /** @description A moment, or a day; left out: what the area's rules say. */
      readonly until?: string;
    };
    readonly BeginProviderSignInBody: {
      /** @description 機関コード, or the e-mail address of work. */
      readonly code: string;
      /** @description 共用PC. */
      readonly shared?: boolean;
    };
    readonly Board: {
      /** Format: date-time */
      readonly now: string;
      readonly position: number;
      readonly rows: readonly components['schemas']['BoardRow'][];
    };
    readonly BoardRow: {
      readonly about: components['schemas']['About'];
      readonly caseState: string;
      /** @description Commands that the reader may give just now, by their domain names. */
      readonly commands: readonly string[];
      readonly contact: components['schemas']['Contact'] | null;
      /** Format: date-time */
      readonly dueAt: string;
      /** @description Codes of the case, by name. */
      readonly facts: {
        readonly [key: string]: unknown;
      };
      /** Format: date-time */
      readonly heldUntil: string | null;
      /** Format: uuid */
      readonly id: string;
      readonly instance: string | null;
      /** @description The last step of the chase that was sent. */
      readonly level: number | null;
      /** @description Owed by the reader's own organization. */
      readonly mine: boolean;
      readonly next: components['schemas']['NextStep'] | null;
      readonly owedBy: components['schemas']['Named'];
      readonly patient: components['schemas']['PatientNamed'] | null;
      /** @description The municipality that it belongs to; empty where it is no single one's. */
      readonly place: string;
      /** @description Whether "I have it, by …" may be said of it. */
      readonly promisable: boolean;
      /** @description Who has said "I have it, by …": by name, else by role and institution; null while nobody has. */
      readonly promisedBy: components['schemas']['Told'] | null;
      /** Format: date-time */
      readonly since: string;
      /** @enum {string} */
      readonly state: 'cancelled' | 'met' | 'missed' | 'open' | 'promised';
      readonly step: string;
      readonly unattended: boolean;
      /** @enum {string} */
      readonly urgency: 'emergency' | 'routine' | 'urgent';
      /** @description 病棟: where in the hospital the person lies, where the reader may know it. */
      readonly ward: string | null;
    };
    readonly BoundPerson: {
      /** Format: date-time */
      readonly boundAt: string;
      readonly name: string;
      /** Format: uuid */
      readonly userId: string;
    };
    readonly CallMeetingBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      /** Format: date */
      readonly on?: string;
      readonly place?: string;
      readonly startsAt?: string;
    };
    readonly CancelBackupBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly reason: string;
    };
    readonly CancelServiceRequestBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      /** @enum {string} */
      readonly reason:
        'admitted' | 'another_provider' | 'by_mistake' | 'condition_changed' | 'consent_withdrawn' | 'person_declines';
    };
    readonly Carer: {
      readonly id: string;
      readonly name: string;
      /** @description Where that person works. */
      readonly organization: components['schemas']['Named'];
    };
    readonly CaseFound: {
      readonly about: components['schemas']['About'];
      /** Format: date-time */
      readonly begunAt: string;
      readonly caseState: string;
      /** Format: date-time */
      readonly dueAt: string | null;
      /** @description Where in it, as it was written. */
      readonly excerpt: string;
      /** @description Codes of the case, by name. */
      readonly facts: {
        readonly [key: string]: unknown;
      };
      /** @description The reader or his organization is named in the case. */
      readonly mine: boolean;
      readonly number: string | null;
      /**
       * Format: date-time
       * @description 終結: since when nothing is left to do; null while something is.
       */
      readonly overAt: string | null;
      /** @description 期限超過: the moment has passed. */
      readonly overdue: boolean;
      readonly patient: components['schemas']['PatientNamed'] | null;
      /** @description The municipality that it belongs to; empty where it is no single one's. */
      readonly place: string;
      /** @description Which record it was found in; null where it was found by its number. */
      readonly record: string | null;
      /** @description What is owed next in it, and until when. */
      readonly step: string | null;
      /** @enum {string} */
      readonly why: 'number' | 'telephone' | 'text';
    };
    readonly CaseInList: {
      readonly about: components['schemas']['About'];
      /** Format: date-time */
      readonly begunAt: string;
      readonly caseState: string;
      /** Format: date-time */
      readonly dueAt: string | null;
      /** @description Codes of the case, by name. */
      readonly facts: {
        readonly [key: string]: unknown;
      };
      /** @description The reader or his organization is named in the case. */
      readonly mine: boolean;
      readonly number: string | null;
      /**
       * Format: date-time
       * @description 終結: since when nothing is left to do; null while something is.
       */
      readonly overAt: string | null;
      /** @description 期限超過: the moment has passed. */
      readonly overdue: boolean;
      readonly patient: components['schemas']['PatientNamed'] | null;
      /** @description The municipality that it belongs to; empty where it is no single one's. */
      readonly place: string;
      /** @description What is owed next in it, and until when. */
      readonly step: string | null;
    };
    readonly CaseList: {
      /** @description Where the next page begins; null where there is no more. */
      readonly next: number | null;
      /** Format: date-time */
      readonly now: string;
      readonly rows: readonly components['schemas']['CaseInList'][];
    };
    readonly CaseListed: {
      readonly about: components['schemas']['RelatedCase'];
      readonly facts: {
        readonly [key: string]: unknown;
      };
      readonly state: string;
    };
    readonly CaseOfPatient: {
      /**
       * Format: date-time
       * @description Until when something is owed next.
       */
      readonly dueAt: string;
      /** Format: uuid */
      readonly id: string;
      readonly kind: string;
      readonly state: string;
    };
    readonly CasesBehind: {
      readonly cases: readonly components['schemas']['CountedCaseShown'][];
      /** @description Counted, and open only to the desk that has them now, and to its base. */
      readonly hidden: number;
    };
    readonly CategorizeAgendaItemBody: {
      /** @enum {string} */
      readonly category:
        | 'build_cooperation'
        | 'consultation_support'
        | 'coordinate_meetings'
        | 'ict_network'
        | 'information_sharing'
        | 'issue_extraction'
        | 'municipal_cooperation'
        | 'outreach'
        | 'resident_awareness'
        | 'resource_grasp'
        | 'seamless_supply'
        | 'set_up_bases'
        | 'share_issues'
        | 'train_professionals'
        | 'training';
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly Cell: {
      readonly code: string;
      /** @description Of a place, which no dictionary has. */
      readonly name: string | null;
      readonly now: number;
      /** @description As it was submitted. */
      readonly submitted: number | null;
    };
    readonly CellOfGrid: {
      readonly area: string;
      readonly field: components['schemas']['CoordinationField'];
      readonly level: components['schemas']['CoordinationLevel'];
      /** @description Ids of the posts that cover it. */
      readonly posts: readonly string[];
      readonly state: components['schemas']['CoordinatorCell'];
    };
    readonly ChangeCareManagerBody: {
      readonly careManager?: string;
      /** @description 担当なし. */
      readonly nobody?: boolean;
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly ChangeCareTeamBody: {
      /** @description Everybody who is in it from now on. */
      readonly careTeam: readonly string[];
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly ChangeInstitutionBody: {
      readonly block?: string;
      readonly capabilities?: readonly (
        'active_institution' | 'screening_within_3_days' | 'sub_physician_concentrated'
      )[];
      /** @description What is taken away and has nothing in its place. */
      readonly clear?: readonly ('block' | 'group' | 'phone' | 'satelliteOf')[];
      /** @description All days on which it is closed besides. */
      readonly closedDays?: readonly string[];
      readonly codes?: readonly components['schemas']['InstitutionCodeBody'][];
      readonly group?: string;
      /** @description All opening hours by weekday: {"mon":["08:30-17:15"]}. */
      readonly hours?: {
        readonly [key: string]: readonly string[];
      };
      /** @enum {string} */
      readonly kind?:
        | 'backup_hospital'
        | 'care_facility'
        | 'care_management_office'
        | 'clinic'
        | 'community_support_center'
        | 'cooperation_base'
        | 'day_care'
        | 'dental_clinic'
        | 'enhanced_home_care_support_clinic'
        | 'help_desk'
        | 'home_care_support_clinic'
        | 'home_care_support_hospital'
        | 'home_help'
        | 'hospital'
        | 'medical_association'
        | 'municipality'
        | 'other'
        | 'pharmacy'
        | 'public_health_center'
        | 'visiting_nurse_station';
      /** @description Name within the prefecture, or six-digit code. */
      readonly municipality?: string;
      readonly name?: string;
      /** Format: date-time */
      readonly occurredAt?: string;
      /** @description All days on which it is open specially (臨時に開く日). */
      readonly openDays?: readonly string[];
      readonly phone?: string;
      readonly satelliteOf?: string;
      readonly serves?: readonly string[];
    };
    readonly ChangePasswordBody: {
      readonly newPassword: string;
      readonly password: string;
    };
    readonly ChangePrimaryPhysicianBody: {
      /** @description 主治医なし. */
      readonly nobody?: boolean;
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly primaryPhysician?: string;
    };
    readonly ChangeRulesBody: {
      readonly agreed: components['schemas']['AgreedBody'];
      /** @description Area id; a municipality's is its six-digit code. */
      readonly area: string;
      readonly context: string;
      /**
       * Format: date
       * @description Today or later.
       */
      readonly effectiveFrom: string;
      /** @enum {string} */
      readonly reason: 'correction' | 'fewer_chases' | 'fewer_leaks' | 'law_changed' | 'local_practice' | 'trial';
      /** @description Values by the names of their rules. */
      readonly set?: {
        readonly [key: string]: unknown;
      };
      /** @description Names of rules about which the area decides nothing any more. */
      readonly withdrawn?: readonly string[];
    };
    readonly ChangeSeatBody: {
      readonly userId: string;
    };
    readonly ChangeUserBody: {
      readonly name?: string;
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly organization?: string;
      /** @enum {string} */
      readonly role?:
        | 'admin'
        | 'base_secretariat'
        | 'care_manager'
        | 'clinic_staff'
        | 'coordinator'
        | 'council_member'
        | 'council_secretariat'
        | 'discharge_nurse'
        | 'health_centre_officer'
        | 'liaison_manager'
        | 'medical_association'
        | 'msw'
        | 'municipal_ltc_officer'
        | 'municipal_other'
        | 'office_manager'
        | 'outpatient_nurse'
        | 'prefecture_ltc'
        | 'prefecture_medical'
        | 'primary_physician'
        | 'secondary_physician'
        | 'visiting_nurse'
        | 'ward_nurse';
      readonly ward?: string;
      /** @description 病棟から外れた. */
      readonly withoutWard?: boolean;
    };
    readonly ChannelOffered: {
      readonly kind: components['schemas']['ContactKind'];
      /** @description It reaches nobody: what would go out stands on the outbox page. */
      readonly simulated: boolean;
    };
    readonly ChannelsShown: {
      readonly contacts: readonly components['schemas']['ContactListed'][];
      readonly offered: readonly components['schemas']['ChannelOffered'][];
      readonly preferences: components['schemas']['PreferencesBody'];
      /** @description With which a browser subscribes to pushes of this system. */
      readonly pushKey: string;
      /** @description For `If-Match`; 0: nothing was said, and the defaults hold. */
      readonly version: number;
    };
    readonly CheckEffectBody: {
      readonly action: string;
      /**
       * @description Left out: what the numbers say.
       * @enum {string}
       */
      readonly effect?: 'effective' | 'ineffective' | 'partly' | 'unknown';
      readonly note?: string;
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly CheckImportBody: {
      readonly decisions?: readonly components['schemas']['ImportDecisionBody'][];
    };
    readonly ClassesBody: {
      readonly chase: components['schemas']['ReachedBody'];
      readonly emergency: components['schemas']['ReachedBody'];
      readonly notice: components['schemas']['ReachedBody'];
      readonly urgent: components['schemas']['ReachedBody'];
    };
    readonly ClassifyLeakBody: {
      readonly codes: readonly ('LK01' | 'LK02' | 'LK03' | 'LK04' | 'LK05' | 'LK06' | 'LK07' | 'LK08' | 'LK09')[];
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly CloseConsultationBody: {
      /** @description 別の課題: what else it shows, each a signal of its own. */
      readonly furtherIssues?: readonly components['schemas']['FurtherIssueBody'][];
      /** @description Does this show a regional issue (地域課題)? Closing without an answer is refused (H-03). */
      readonly issueAssessment: components['schemas']['IssueAssessmentBody'];
      /** Format: date-time */
      readonly occurredAt?: string;
      /** @enum {string} */
      readonly outcome: 'partly' | 'referred' | 'solved' | 'unsolved_no_resource' | 'unsolved_no_rule' | 'withdrawn';
    };
    readonly ClosedShown: {
      /** Format: date */
      readonly on: string;
      readonly successor: components['schemas']['Named'] | null;
    };
    readonly CloseEmergencyLookBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly CloseInstitutionBody: {
      /**
       * Format: date
       * @description 廃止の日; left out: today.
       */
      readonly on?: string;
      /** @description 引き継ぐ機関. */
      readonly successor?: string;
    };
    readonly CloseIssueBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    /** @enum {string} */
    readonly CodeList: 'care_service' | 'medical_institution';
    readonly CodeShown: {
      readonly code: string;
      readonly list: components['schemas']['CodeList'];
    };
    readonly CompileEvidencePackBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly CompleteActionBody: {
      readonly action: string;
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly report?: string;
    };
    readonly CompleteBackupBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      /** @enum {string} */
      readonly outcome:
        | 'admitted'
        | 'ambulance'
        | 'death_at_home'
        | 'declined_by_patient'
        | 'home_visit'
        | 'no_contact'
        | 'nurse_dispatched'
        | 'phone_advice';
    };
    readonly CompleteServiceRequestBody: {
      readonly note?: string;
      /** Format: date-time */
      readonly occurredAt?: string;
      /** @enum {string} */
      readonly outcome: 'continuing' | 'done_once' | 'not_needed';
    };
    readonly ConfirmBody: {
      readonly password: string;
    };
    readonly ConsentBody: {
      /**
       * @description 見た書面.
       * @enum {string}
       */
      readonly form?: 'care_plan' | 'consent_form' | 'contract' | 'other' | 'spoken' | 'unrecorded';
      /** @description 書面の版, as it is printed on it: 2026-04. */
      readonly formVersion?: string;
      /**
       * @description だれが同意したか.
       * @enum {string}
       */
      readonly givenBy?: 'curator' | 'family' | 'guardian' | 'other' | 'person' | 'unrecorded';
      /** @description その人の氏名. */
      readonly giver?: string;
      /**
       * @description 包括同意か個別同意か; left out: 包括.
       * @enum {string}
       */
      readonly kind?: 'blanket' | 'individual';
      readonly note?: string;
      /** Format: date-time */
      readonly occurredAt?: string;
      /** @description だれに: these institutions alone (handovers and services); left out: whoever takes part in the care. */
      readonly organizations?: readonly string[];
      /** @description 何のために; left out: for all of it. */
      readonly purposes?: readonly ('care_team' | 'emergency' | 'handover' | 'service')[];
      /** @description 本人との続柄・関係. */
      readonly relation?: string;
    };
    readonly ConsentExceptionBody: {
      /**
       * @description 根拠: 個人情報保護法第27条第1項.
       * @enum {string}
       */
      readonly ground: 'law' | 'life' | 'public_body' | 'public_health';
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly purposes: readonly ('care_team' | 'emergency' | 'handover' | 'service')[];
      /** @description なぜ同意によれないか. */
      readonly reason: string;
    };
    readonly ConsentExceptionReviewBody: {
      readonly entry: string;
      /** Format: date-time */
      readonly occurredAt?: string;
      /** @enum {string} */
      readonly verdict: 'justified' | 'unjustified';
    };
    readonly ConsentRetractionBody: {
      /** @description The line of the ledger: a consent, a withdrawal or an exception. */
      readonly entry: string;
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly reason: string;
    };
    readonly ConsentWithdrawalBody: {
      /** @description Of this consent; left out: of all that were given until then. */
      readonly consent?: string;
      /** @enum {string} */
      readonly givenBy?: 'curator' | 'family' | 'guardian' | 'other' | 'person' | 'unrecorded';
      readonly giver?: string;
      readonly note?: string;
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly relation?: string;
    };
    readonly ConsultationForm: {
      readonly checkLists: components['schemas']['SceneChecks'];
      /** Format: date */
      readonly on: string;
      readonly required: readonly components['schemas']['FieldRequired'][];
      readonly topics: readonly (
        | 'abuse'
        | 'admission_info'
        | 'child'
        | 'cross_border'
        | 'dementia'
        | 'device_supply'
        | 'disability_welfare'
        | 'disaster_prep'
        | 'discharge_coordination'
        | 'family_burden'
        | 'find_dentist_oral'
        | 'find_home_doctor'
        | 'find_pharmacy_narcotic'
        | 'find_visiting_nurse'
        | 'guardianship_rights'
        | 'high_medical_need_prep'
        | 'information_sharing_rule'
        | 'law_fee'
        | 'night_holiday_cover'
        | 'no_relatives'
        | 'nutrition_swallow'
        | 'other'
        | 'outreach_request'
        | 'palliative_eol'
        | 'poverty'
        | 'rare_disease'
        | 'rehab'
        | 'sanitary_material'
        | 'training_request'
        | 'who_is_contact'
      )[];
    };
    readonly ConsultationListed: {
      readonly about: components['schemas']['RelatedCase'];
      readonly facts: {
        readonly [key: string]: unknown;
      };
      /** Format: date-time */
      readonly receivedAt: string;
      readonly state: string;
    };
    readonly ConsulterBody: {
      /** @description Whom to call back (折り返し先). */
      readonly callbackTo?: string;
      readonly organization?: string;
      /** @description A code, as `care_manager`: it stands in the log, where no name may. */
      readonly profession?: string;
      /** @enum {string} */
      readonly side: 'care' | 'medical' | 'other' | 'resident' | 'welfare';
      /** @description Who has asked, where that is somebody who works with the system: then nobody else of the institution is told. */
      readonly user?: string;
    };
    readonly Contact: {
      readonly id: string;
      readonly name: string;
      readonly phone: string | null;
    };
    readonly ContactAdded: {
      /** @description What signs its webhooks. It is told while it is being added and never again. */
      readonly secret: string | null;
    };
    /** @enum {string} */
    readonly ContactKind: 'email' | 'fax' | 'line_works' | 'push' | 'sms' | 'voice' | 'webhook';
    readonly ContactListed: {
      /** @description As much of it as tells it from others. */
      readonly address: string;
      /** @description A code was sent and can be typed in. */
      readonly codeSent: boolean;
      /** Format: uuid */
      readonly id: string;
      readonly kind: components['schemas']['ContactKind'];
      /** Format: date-time */
      readonly lastSentAt: string | null;
      /** @description The one of its kind that is used first. */
      readonly main: boolean;
      /** @description A code for why the last message did not arrive; null while it does. */
      readonly trouble: string | null;
      /** Format: date-time */
      readonly troubleAt: string | null;
      readonly verified: boolean;
    };
    readonly ContactsInEmergency: {
      readonly careManager: components['schemas']['InCharge'] | null;
      readonly primaryPhysician: components['schemas']['InCharge'] | null;
    };
    /** @enum {string} */
    readonly CoordinationField:
      'community_care' | 'dementia' | 'dental' | 'discharge' | 'home_care' | 'life_support' | 'rights' | 'volunteer';
    /** @enum {string} */
    readonly CoordinationLevel: 'area' | 'case' | 'organization';
    /** @enum {string} */
    readonly CoordinatorCell: 'covered' | 'gap' | 'overlap';
    readonly CoordinatorGrid: {
      readonly area: components['schemas']['AreaOfGrid'];
      /** @description Its rows. */
      readonly areas: readonly components['schemas']['AreaOfGrid'][];
      readonly cells: readonly components['schemas']['CellOfGrid'][];
      /** @description Areas whose grid can be looked at instead. */
      readonly others: readonly components['schemas']['AreaOfGrid'][];
      /** @description Areas for which the reader may place somebody. */
      readonly places: readonly components['schemas']['AreaOfGrid'][];
      readonly posts: readonly components['schemas']['PostOfGrid'][];
    };
    /** @enum {string} */
    readonly CoordinatorKind:
      | 'chiiki_hokatsu'
      | 'dementia'
      | 'dental'
      | 'family_doctor'
      | 'home_care'
      | 'hospital_discharge'
      | 'hospital_outpatient_nurse'
      | 'life_support'
      | 'medical_association'
      | 'municipal'
      | 'rights'
      | 'volunteer';
    readonly CorrectPatientIdentityBody: {
      readonly address?: string;
      readonly anotherPerson?: boolean;
      /** Format: date */
      readonly birthDate?: string;
      readonly kana?: string;
      readonly name?: string;
      /** Format: date-time */
      readonly occurredAt?: string;
      /** @enum {string} */
      readonly sex?: 'female' | 'male' | 'other' | 'unknown';
    };
    readonly CouncilListed: {
      readonly areas: readonly components['schemas']['Named'][];
      readonly chairAdministrative: components['schemas']['Named'] | null;
      readonly chairMedical: components['schemas']['Named'] | null;
      /** Format: uuid */
      readonly id: string;
      readonly level: string;
      readonly members: readonly components['schemas']['MemberShown'][];
      readonly name: string;
      readonly next: components['schemas']['MeetingListed'] | null;
      /** @description Items that are not closed. */
      readonly openItems: number;
      readonly secretariat: components['schemas']['Named'];
      readonly types: readonly string[];
      /** @description What it lacks: nothing that stops it. */
      readonly warnings: readonly string[];
    };
    readonly CouncilMemberBody: {
      /** @enum {string} */
      readonly body:
        | 'ambulance'
        | 'care_manager_council'
        | 'care_operators_council'
        | 'city_medical_association'
        | 'community_support'
        | 'community_support_center'
        | 'cooperation_base'
        | 'dental_association'
        | 'elderly_support'
        | 'health_and_welfare'
        | 'health_center'
        | 'home_rehab_liaison'
        | 'hospital'
        | 'insurance'
        | 'msw_association'
        | 'nutrition_care_liaison'
        | 'pharmacists_association'
        | 'prefectural_medical_association'
        | 'residents_association'
        | 'social_welfare_council'
        | 'university'
        | 'visiting_nurse_liaison';
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly organization: string;
    };
    readonly CouncilShown: {
      readonly agendaCloseDays: number;
      readonly areas: readonly components['schemas']['Named'][];
      /** @description What an item of its level can be about. */
      readonly categories: readonly string[];
      readonly chairAdministrative: components['schemas']['Named'] | null;
      readonly chairMedical: components['schemas']['Named'] | null;
      readonly commands: readonly string[];
      /** Format: uuid */
      readonly id: string;
      readonly items: readonly components['schemas']['AgendaItemShown'][];
      readonly level: string;
      readonly materialDays: number;
      readonly meetings: readonly components['schemas']['MeetingListed'][];
      readonly members: readonly components['schemas']['MemberShown'][];
      readonly name: string;
      readonly next: components['schemas']['MeetingListed'] | null;
      /** @description Items that are not closed. */
      readonly openItems: number;
      readonly parent: components['schemas']['Named'] | null;
      readonly secretariat: components['schemas']['Named'];
      readonly types: readonly string[];
      /** @description What it lacks: nothing that stops it. */
      readonly warnings: readonly string[];
    };
    readonly CountedCaseShown: {
      /** Format: uuid */
      readonly id: string;
      /** Format: date */
      readonly receivedOn: string;
      readonly state: string;
    };
    readonly CountTable: {
      readonly by: string;
      readonly cells: readonly components['schemas']['Cell'][];
    };
    readonly DecideActivityReportBody: {
      readonly note?: string;
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly DecideAgendaItemBody: {
      /** @enum {string} */
      readonly decision:
        | 'adopt_measure'
        | 'continue_next'
        | 'escalate'
        | 'forward_other_body'
        | 'inform_only'
        | 'plan_reflect'
        | 'reject'
        | 'rule_change';
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly reason?: string;
      /** @description Of `rule_change`: takes effect by itself in the areas of the council. */
      readonly rule?: components['schemas']['RuleChangeBody'];
      /** @description Of `forward_other_body`. */
      readonly toCouncil?: string;
    };
    readonly DeclineBackupBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      /** @enum {string} */
      readonly reason:
        | 'capability_missing'
        | 'capacity'
        | 'no_information'
        | 'on_another_visit'
        | 'other'
        | 'out_of_area'
        | 'personal';
    };
    readonly DeclineReferralBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly reason?: string;
    };
    readonly DeclineServiceRequestBody: {
      readonly note?: string;
      /** Format: date-time */
      readonly occurredAt?: string;
      /** @enum {string} */
      readonly reason: 'needs_order' | 'no_capacity' | 'not_offered' | 'not_suitable' | 'other' | 'out_of_area';
    };
    readonly DeliveryShown: {
      /** Format: date-time */
      readonly at: string;
      /** Format: date-time */
      readonly changedAt: string;
      /**
       * @description Null: it stands in the app only, for this person has no channel.
       * @enum {string|null}
       */
      readonly channel: 'email' | 'fax' | 'line_works' | 'push' | 'sms' | 'voice' | 'webhook' | null;
      /** Format: uuid */
      readonly id: string;
      readonly organization: string;
      /** @description `queued`, `sent`, `delivered`, `bounced`, `failed`, `expired`; `in_app` where there is no channel. */
      readonly state: string;
      readonly template: string;
      readonly to: string;
    };
    readonly DemoAccount: {
      /** @description What there is to try with it, in Japanese. */
      readonly hint?: string;
      readonly name: string;
      readonly organization: components['schemas']['Workplace'];
      readonly role: components['schemas']['Role'];
      /** Format: uuid */
      readonly userId: string;
      /** @description 病棟: where in a hospital they work; null where they belong to none. */
      readonly ward: string | null;
    };
    readonly DeviceListed: {
      /** Format: date-time */
      readonly activeAt: string;
      /** Format: date-time */
      readonly createdAt: string;
      readonly current: boolean;
      readonly device: string;
      /** Format: uuid */
      readonly id: string;
      readonly shared: boolean;
    };
    readonly DiscussAgendaItemBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly summary?: string;
    };
    readonly DismissIssueBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly reason: string;
    };
    readonly DissentShown: {
      readonly body: string;
      readonly returned: boolean;
    };
    readonly Draft: {
      /** @description The case is gone, or no longer one's own. */
      readonly away: boolean;
      /** @description The command that the form gives. */
      readonly command: string;
      /**
       * Format: date-time
       * @description Cleared away then, unless it is changed before.
       */
      readonly expiresAt: string;
      /**
       * Format: uuid
       * @description The case it is about, or the draft's own id where it begins one.
       */
      readonly id: string;
      /** Format: uuid */
      readonly key: string;
      /** Format: date-time */
      readonly savedAt: string;
      readonly values: {
        readonly [key: string]: string | number | boolean | readonly string[];
      };
      /** @description For `If-Match`. */
      readonly version: number;
    };
    readonly DraftListed: {
      /** @description The case is gone, or no longer one's own. */
      readonly away: boolean;
      /** @description The command that the form gives. */
      readonly command: string;
      /**
       * Format: date-time
       * @description Cleared away then, unless it is changed before.
       */
      readonly expiresAt: string;
      /**
       * Format: uuid
       * @description The case it is about, or the draft's own id where it begins one.
       */
      readonly id: string;
      /** Format: date-time */
      readonly savedAt: string;
      /** @description For `If-Match`. */
      readonly version: number;
    };
    readonly DraftMinutesBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly text: string;
    };
    readonly DropAgendaItemBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly reason: string;
    };
    readonly DuesPreview: {
      /** @description Of those that are earlier: due at once. */
      readonly atOnce: number | null;
      /** @description Due as before, and chased at other moments. */
      readonly chasedOtherwise: number | null;
      readonly earlier: number | null;
      readonly later: number | null;
      readonly looked: number | null;
      readonly more: boolean;
      /** @description Dated by a person or by another rule. */
      readonly otherwise: number | null;
    };
    readonly EmergencyLookListed: {
      /** Format: uuid */
      readonly id: string;
      /** @description Many of one reader within an hour. */
      readonly many: boolean;
      readonly note: string;
      /** Format: date-time */
      readonly openedAt: string;
      readonly opener: string;
      readonly organization: components['schemas']['Named'];
      /**
       * Format: uuid
       * @description By id: a reviewer works without names.
       */
      readonly patient: string;
      /** @description How often something was read under it. */
      readonly reads: number;
      /** @enum {string} */
      readonly reason: 'cannot_be_asked' | 'disaster' | 'nobody_reached' | 'other' | 'sudden_change';
      /** @description The reader may review it. */
      readonly reviewable: boolean;
      /** Format: date-time */
      readonly reviewedAt: string | null;
      readonly reviewer: string | null;
      readonly role: components['schemas']['Role'];
      readonly sections: readonly ('backup' | 'contacts' | 'handover')[];
      readonly text: string;
      /**
       * Format: date-time
       * @description When it ended, or will.
       */
      readonly until: string;
      /** @enum {string|null} */
      readonly verdict: 'justified' | 'unjustified' | null;
    };
    readonly EmergencyLooksOfMonth: {
      readonly looks: readonly components['schemas']['EmergencyLookListed'][];
      readonly month: string;
    };
    readonly EmergencyRecord: {
      readonly backup: components['schemas']['TextInEmergency'] | null;
      readonly contacts: components['schemas']['ContactsInEmergency'] | null;
      readonly handover: components['schemas']['TextInEmergency'] | null;
      /** Format: uuid */
      readonly id: string;
      readonly municipality: components['schemas']['Named'];
      readonly person: components['schemas']['PersonInEmergency'];
      /** @enum {string} */
      readonly reason: 'cannot_be_asked' | 'disaster' | 'nobody_reached' | 'other' | 'sudden_change';
      readonly sections: readonly ('backup' | 'contacts' | 'handover')[];
      /** Format: date-time */
      readonly until: string;
    };
    readonly EndCoordinatorPostBody: {
      /**
       * Format: date
       * @description 任を終えた日; left out: today.
       */
      readonly on?: string;
    };
    readonly EndDeskCoverBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly EndSessionsBody: {
      /** @description One device; left out: all but this one. */
      readonly id?: string;
    };
    readonly ErasePatientBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      /** @enum {string} */
      readonly reason: 'ordered' | 'person_asked' | 'retention_over' | 'unlawfully_taken';
    };
    readonly EstablishCouncilBody: {
      readonly agendaCloseDays?: number;
      /** @description 所管圏域: a municipality by its six-digit code, other areas by their ids. */
      readonly areas: readonly string[];
      readonly chairAdministrative?: string;
      readonly chairMedical?: string;
      /** @enum {string} */
      readonly level: 'home_care_area' | 'medical_association' | 'municipality' | 'prefecture' | 'secondary_area';
      readonly materialDays?: number;
      readonly name: string;
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly parent?: string;
      readonly secretariat: string;
      readonly types: readonly (
        | 'community_care_case'
        | 'community_care_promotion'
        | 'dementia_review'
        | 'first_tier'
        | 'hospital_cm_joint'
        | 'kao_no_mieru'
        | 'municipal_liaison'
        | 'nanbyo_32'
        | 'promotion'
        | 'second_tier'
        | 'strategy'
        | 'subcommittee'
      )[];
    };
    readonly EventPage: {
      readonly events: readonly components['schemas']['RecordedEvent'][];
      /** @description Ask for what comes after this. */
      readonly next: number;
    };
    readonly ExcludeFromSurveyBody: {
      /** @enum {string} */
      readonly code: 'EX1' | 'EX2' | 'EX3' | 'EX4' | 'EX5' | 'EX6';
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly FieldRequired: {
      /** @enum {string} */
      readonly field:
        | 'consulter.callbackTo'
        | 'consulter.organization'
        | 'consulter.profession'
        | 'counterpartSide'
        | 'patient'
        | 'urgency';
      /** @description Left out: in every scene. */
      readonly scenes?: readonly ('daily_care' | 'discharge_support' | 'end_of_life' | 'sudden_change')[];
    };
    readonly FindPatientsBody: {
      /** Format: date */
      readonly birthDate: string;
      /** @description What is to be begun about the person: the name of a command. */
      readonly for: string;
      /** @description ふりがな, from the family name on: two characters at least. */
      readonly kana: string;
    };
    readonly FittingCoordinator: {
      /** Format: uuid */
      readonly id: string;
      readonly kind: components['schemas']['CoordinatorKind'];
      readonly name: string;
    };
    readonly Found: {
      readonly cases: readonly components['schemas']['CaseFound'][];
      /** @description More people of this name than are shown: say more of it. */
      readonly morePeople: boolean;
      readonly next: number | null;
      readonly people: readonly components['schemas']['PersonFound'][];
    };
    readonly FoundBody: {
      readonly name: string;
      readonly organization: string;
      readonly prefecture: string;
      /** @description The link that `npm start -- --empty` prints. */
      readonly token: string;
    };
    readonly Founded: {
      /** @description The part of the address after the host, with the invitation of the first administrator. */
      readonly path: string;
    };
    readonly FurtherIssueBody: {
      /** @enum {string} */
      readonly escalationReason?: 'E1' | 'E2' | 'E3' | 'E4' | 'E5';
      /** @enum {string} */
      readonly issueType:
        | 'core_institution'
        | 'cost_fee'
        | 'disaster'
        | 'form_ict'
        | 'information_gap'
        | 'lack_of_resource'
        | 'night_cover'
        | 'no_rule'
        | 'other'
        | 'pathway'
        | 'resident_understanding'
        | 'role_conflict'
        | 'rule_not_followed'
        | 'skill'
        | 'staffing'
        | 'supply'
        | 'unclear_contact';
      readonly redactedNarrative?: string;
      /** @enum {number} */
      readonly severity?: 1 | 2 | 3;
      readonly subject?: string;
    };
    readonly HandBackToPrimaryBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly text: string;
    };
    readonly HandoverDocumentBody: {
      /** @description The handover document (引継書), or "complete" for a complete fictional one. */
      readonly document: Record<string, never>;
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly HeldMeeting: {
      /** Format: uuid */
      readonly id: string;
      readonly name: string;
      /** Format: date */
      readonly on: string;
    };
    readonly HistoryEntry: {
      /** @description Codes, names of people and institutions, days and numbers, by name. */
      readonly details: {
        readonly [key: string]: unknown;
      };
      /** @description The job that did it by itself; null where somebody did. */
      readonly job: string | null;
      /** @description Name of who said so; null where a job did. */
      readonly name: string | null;
      /** Format: date-time */
      readonly occurredAt: string;
      readonly position: number;
      /** Format: date-time */
      readonly recordedAt: string;
      readonly role: components['schemas']['Role'] | null;
      readonly type: string;
    };
    readonly HoldMeetingBody: {
      readonly attendance?: readonly components['schemas']['AttendanceBody'][];
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly Home: {
      readonly issues: components['schemas']['IssuesToSee'] | null;
      readonly lines: readonly components['schemas']['HomeLine'][];
      readonly next: readonly components['schemas']['NextMeeting'][];
      /** Format: date-time */
      readonly now: string;
    };
    readonly HomeCareAreaBody: {
      readonly healthCentre?: string;
      readonly homeCareArea: string;
      readonly municipalities: readonly components['schemas']['MunicipalityBody'][];
      readonly population?: number;
      readonly secondary: string;
      readonly tertiary: string;
    };
    readonly HomeLine: {
      /** @description Whose work it is. */
      readonly by: string | null;
      readonly council: components['schemas']['Named'] | null;
      readonly count: number;
      readonly item: string | null;
      readonly key: string | null;
      readonly meeting: string | null;
      /** @description A day; null where there is no hurry. */
      readonly on: string | null;
      readonly task: string;
      /** @description Of the item, where it was proposed; others are called by their key. */
      readonly title: string | null;
    };
    readonly IdentifyCareManagerBody: {
      /** @description Left out: whom the directory has for the person. */
      readonly careManager?: string;
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly IdentityShown: {
      /** @description Empty where it is not known. */
      readonly address: string;
      readonly birthDate: string;
      readonly kana: string;
      readonly name: string;
      readonly sex: string;
    };
    readonly ImportAreasBody: {
      readonly homeCareAreas: readonly components['schemas']['HomeCareAreaBody'][];
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly prefecture: components['schemas']['PrefectureBody'];
    };
    readonly ImportColumn: {
      /** @description The field that it is read as; null: it is not read. */
      readonly field: string | null;
      readonly heading: string;
      /** @description The same heading stands on another column as well. */
      readonly twice: boolean;
    };
    readonly ImportContent: {
      readonly columns: readonly components['schemas']['ImportColumn'][];
      readonly encoding: string;
      readonly fields: readonly components['schemas']['ImportField'][];
      readonly mappingFaults: readonly components['schemas']['ImportMappingFault'][];
      readonly name: string;
      readonly preview: readonly components['schemas']['ImportPreviewRow'][];
      readonly sheet: string | null;
      /** @description Sheets of the workbook that were not read. */
      readonly unreadSheets: readonly string[];
    };
    readonly ImportDecisionBody: {
      /** @description `another` person, `skip` the row, or `same:` and the id of the person that it is. */
      readonly decision: string;
      readonly line: number;
    };
    readonly ImportFault: {
      /** @description 判断する行: who it may be; present where a person has to decide. */
      readonly candidates?: readonly string[];
      /** @description What stands in the cell. */
      readonly cell: string;
      readonly code: string;
      readonly column: string;
      readonly en: string;
      readonly ja: string;
      readonly line: number;
    };
    readonly ImportFaults: {
      readonly faults: readonly components['schemas']['ImportFault'][];
      readonly total: number;
    };
    readonly ImportFaultText: {
      readonly en: string;
      readonly ja: string;
    };
    readonly ImportField: {
      /** @description A heading by which it is known. */
      readonly heading: string;
      readonly name: string;
      readonly required: boolean;
    };
    readonly ImportForm: {
      readonly fields: readonly components['schemas']['ImportField'][];
      readonly target: components['schemas']['ImportTarget'];
    };
    readonly ImportListed: {
      /** Format: date-time */
      readonly begunAt: string;
      readonly changed: number;
      /** Format: date-time */
      readonly doneAt: string | null;
      /** @description Rows that have faults. */
      readonly faults: number;
      /** Format: uuid */
      readonly id: string;
      readonly made: number;
      readonly percent: number;
      readonly refusal: components['schemas']['ImportRefusal'] | null;
      readonly rows: number;
      readonly same: number;
      readonly skipped: number;
      readonly state: components['schemas']['ImportState'];
      readonly target: components['schemas']['ImportTarget'];
      readonly undoable: boolean;
      /**
       * Format: uuid
       * @description Whose it is; only that person sees what the file holds.
       */
      readonly userId: string;
    };
    readonly ImportMappingFault: {
      readonly code: string;
      readonly field: string;
    };
    readonly ImportPreviewCell: {
      readonly fault?: components['schemas']['ImportFaultText'];
      readonly field: string;
      readonly text: string;
    };
    readonly ImportPreviewRow: {
      readonly cells: readonly components['schemas']['ImportPreviewCell'][];
      readonly line: number;
    };
    readonly ImportRefusal: {
      readonly code: string;
      readonly en: string;
      readonly ja: string;
    };
    readonly Imports: {
      readonly forms: readonly components['schemas']['ImportForm'][];
      readonly imports: readonly components['schemas']['ImportListed'][];
      /** @description What the reader may import. */
      readonly targets: readonly components['schemas']['ImportTarget'][];
    };
    readonly ImportShown: {
      /** Format: date-time */
      readonly begunAt: string;
      readonly changed: number;
      readonly content: components['schemas']['ImportContent'] | null;
      /** Format: date-time */
      readonly doneAt: string | null;
      /** @description Rows that have faults. */
      readonly faults: number;
      /** Format: uuid */
      readonly id: string;
      readonly made: number;
      readonly percent: number;
      readonly refusal: components['schemas']['ImportRefusal'] | null;
      readonly rows: number;
      readonly same: number;
      readonly skipped: number;
      readonly state: components['schemas']['ImportState'];
      readonly target: components['schemas']['ImportTarget'];
      readonly undoable: boolean;
      /**
       * Format: uuid
       * @description Whose it is; only that person sees what the file holds.
       */
      readonly userId: string;
    };
    /** @enum {string} */
    readonly ImportState:
      | 'CHECKED'
      | 'CHECKING'
      | 'DONE'
      | 'FAILED'
      | 'IMPORTING'
      | 'MAPPED'
      | 'READING'
      | 'UNDOING'
      | 'UNDONE'
      | 'UNREADABLE';
    /**
     * @description What the reader may import.
     * @enum {string}
     */
    readonly ImportTarget: 'areas' | 'organizations' | 'patients' | 'staff';
    readonly InBoth: {
      readonly en: string;
      readonly ja: string;
    };
    readonly InCharge: {
      readonly name: string;
      readonly organization: components['schemas']['Named'];
      readonly phone: string | null;
    };
    /** @enum {string} */
    readonly InstitutionCapability: 'active_institution' | 'screening_within_3_days' | 'sub_physician_concentrated';
    readonly InstitutionCodeBody: {
      /** @description Ten digits, the first two of them of the prefecture. */
      readonly code: string;
      /** @enum {string} */
      readonly list: 'care_service' | 'medical_institution';
    };
    readonly InvitationMade: {
      /** Format: date-time */
      readonly expiresAt: string;
      /** @description 公開している住所: where people open it, as the operator says (PUBLIC_URL); it may be no other than this computer's own. */
      readonly origin: string;
      /** @description The part of the address after the host; what follows # is sent to no server. */
      readonly path: string;
      /** @enum {string} */
      readonly purpose: 'reset' | 'seat';
    };
    readonly InvitationOpened: {
      /** Format: date-time */
      readonly expiresAt: string;
      /** @description Of a reset: the sign-in name, which stays; null where there was none. */
      readonly name: string | null;
      readonly organization: string;
      readonly person: string;
      /** @description The institution has a provider: its account may be used instead of a name, a password and an app. */
      readonly provider: boolean;
      /**
       * @description A post to take up, or the way in to be set up anew.
       * @enum {string}
       */
      readonly purpose: 'reset' | 'seat';
      readonly role: components['schemas']['Role'];
      /** @description The same to be typed. */
      readonly secret: string;
      /** @description What an authenticator app reads as a picture. */
      readonly uri: string;
    };
    readonly IssueAlike: {
      /** Format: uuid */
      readonly id: string;
      readonly key: string;
      /** @description From 1 to 100: how much of the wording is the same. */
      readonly likeness: number;
    };
    readonly IssueAreaLine: {
      readonly cases: number | null;
      readonly code: string;
      readonly name: string;
    };
    readonly IssueAssessmentBody: {
      /** @enum {string} */
      readonly escalationReason?: 'E1' | 'E2' | 'E3' | 'E4' | 'E5';
      /** @enum {string} */
      readonly issueType?:
        | 'core_institution'
        | 'cost_fee'
        | 'disaster'
        | 'form_ict'
        | 'information_gap'
        | 'lack_of_resource'
        | 'night_cover'
        | 'no_rule'
        | 'other'
        | 'pathway'
        | 'resident_understanding'
        | 'role_conflict'
        | 'rule_not_followed'
        | 'skill'
        | 'staffing'
        | 'supply'
        | 'unclear_contact';
      readonly raises: boolean;
      readonly redactedNarrative?: string;
      /** @enum {number} */
      readonly severity?: 1 | 2 | 3;
      readonly subject?: string;
    };
    readonly IssueCandidate: {
      /** Format: uuid */
      readonly id: string;
      /** @enum {string} */
      readonly issueType:
        | 'core_institution'
        | 'cost_fee'
        | 'disaster'
        | 'form_ict'
        | 'information_gap'
        | 'lack_of_resource'
        | 'night_cover'
        | 'no_rule'
        | 'other'
        | 'pathway'
        | 'resident_understanding'
        | 'role_conflict'
        | 'rule_not_followed'
        | 'skill'
        | 'staffing'
        | 'supply'
        | 'unclear_contact';
      readonly key: string;
      readonly municipality: components['schemas']['Named'];
      /** @description 要旨, as it would stand before a council. */
      readonly narrative: string | null;
      /** Format: date-time */
      readonly occurredAt: string;
      /**
       * Format: uuid
       * @description The case that it came from, where there is one.
       */
      readonly origin: string | null;
      /** @enum {string} */
      readonly scene: 'daily_care' | 'discharge_support' | 'end_of_life' | 'sudden_change';
      readonly severity: number;
      /** @enum {string} */
      readonly source:
        'backup' | 'consultation' | 'drill' | 'handover' | 'indicator' | 'manual' | 'survey' | 'training';
      readonly subject: string | null;
    };
    readonly IssueCandidates: {
      readonly candidates: readonly components['schemas']['IssueCandidate'][];
      /** @description Whether there are more than these. */
      readonly more: boolean;
    };
    readonly IssueLine: {
      readonly cases: number | null;
      readonly code: string;
    };
    readonly IssueListed: {
      /**
       * Format: uuid
       * @description The agenda item that was made of it.
       */
      readonly agendaItem: string | null;
      readonly area: components['schemas']['Named'];
      /** @description Ids of the issues it was rolled up from. */
      readonly children: readonly string[];
      readonly distinctCases: number | null;
      readonly distinctOrganizations: number | null;
      /** Format: uuid */
      readonly id: string;
      readonly key: string;
      /**
       * Format: date-time
       * @description When the last signal occurred.
       */
      readonly lastAt: string | null;
      readonly level: string;
      /**
       * Format: uuid
       * @description 統合先: the issue that its signals count for.
       */
      readonly mergedInto: string | null;
      /** @description How many signals speak for it. */
      readonly signals: number | null;
      /**
       * Format: date-time
       * @description Since when this episode stands.
       */
      readonly since: string;
      readonly state: string;
    };
    readonly IssueShown: {
      /**
       * Format: uuid
       * @description The agenda item that was made of it.
       */
      readonly agendaItem: string | null;
      readonly area: components['schemas']['Named'];
      /** @description Its municipalities; of the prefecture its secondary areas, for the whole would be too many to look at. */
      readonly areas: readonly components['schemas']['IssueAreaLine'][];
      /** @description Of the last twelve months, each counted once: in the month, source and area where it was first noticed. */
      readonly cases: number | null;
      /** @description Ids of the issues it was rolled up from. */
      readonly children: readonly string[];
      readonly distinctCases: number | null;
      readonly distinctOrganizations: number | null;
      /** Format: uuid */
      readonly id: string;
      readonly key: string;
      /**
       * Format: date-time
       * @description When the last signal occurred.
       */
      readonly lastAt: string | null;
      /** @description 秘匿の下限: counts from one to below it are kept back from this reader; null for whoever sees them all. */
      readonly least: number | null;
      readonly level: string;
      /**
       * Format: uuid
       * @description 統合先: the issue that its signals count for.
       */
      readonly mergedInto: string | null;
      readonly months: readonly components['schemas']['IssueLine'][];
      /** @description The newest that the reader may open; null for whoever may open none. */
      readonly newest: readonly components['schemas']['IssueSignalListed'][] | null;
      /** @description Whether there are others, of places that the reader does not serve. */
      readonly others: boolean;
      /** @description How many signals speak for it. */
      readonly signals: number | null;
      /**
       * Format: date-time
       * @description Since when this episode stands.
       */
      readonly since: string;
      readonly sources: readonly components['schemas']['IssueLine'][];
      readonly state: string;
    };
    readonly IssueSignalListed: {
      /** Format: uuid */
      readonly id: string;
      readonly municipality: components['schemas']['Named'];
      /** Format: date-time */
      readonly occurredAt: string;
      readonly severity: number;
      /** @enum {string} */
      readonly source:
        'backup' | 'consultation' | 'drill' | 'handover' | 'indicator' | 'manual' | 'survey' | 'training';
    };
    readonly IssuesPreview: {
      readonly arising: number | null;
      readonly falling: number | null;
    };
    readonly IssuesToSee: {
      /** @description 課題の候補 that wait to be confirmed; null for those who confirm none. */
      readonly candidates: number | null;
      /** @description 兆し below the threshold; null for those who do not judge them. */
      readonly observed: number | null;
      /** @description 繰り返している, and on no agenda yet. */
      readonly recurring: number;
    };
    readonly JoinInvitationBody: {
      /** @description The six digits of the app, or a recovery code. */
      readonly code: string;
      readonly name: string;
      readonly password: string;
      /** @description 共用PC. */
      readonly shared?: boolean;
      readonly token: string;
    };
    readonly KeepProviderBody: {
      readonly clientId: string;
      readonly clientSecret: string;
      /** @description 機関コード: what people type, mostly the part of their e-mail addresses after the @. */
      readonly code: string;
      readonly issuer: string;
      /** @description 二要素: the institution says that its provider asks for two factors. */
      readonly twoFactors: boolean;
    };
    readonly LedgerLine: {
      /** Format: date-time */
      readonly at: string;
      /** @enum {string|null} */
      readonly form: 'care_plan' | 'consent_form' | 'contract' | 'other' | 'spoken' | 'unrecorded' | null;
      readonly formVersion: string | null;
      /** @enum {string|null} */
      readonly givenBy: 'curator' | 'family' | 'guardian' | 'other' | 'person' | 'unrecorded' | null;
      /** @description Names and free text, for whoever reads names. */
      readonly giver: string;
      /** @enum {string|null} */
      readonly ground: 'law' | 'life' | 'public_body' | 'public_health' | null;
      /** Format: uuid */
      readonly id: string;
      /** @enum {string|null} */
      readonly kind: 'blanket' | 'individual' | null;
      /** @description Empty where it is not limited to institutions. */
      readonly organizations: readonly string[];
      readonly purposes: readonly ('care_team' | 'emergency' | 'handover' | 'service')[];
      /** Format: date-time */
      readonly recordedAt: string;
      /** @description Who wrote it down; empty where a list did. */
      readonly recordedBy: string;
      readonly relation: string;
      /** @enum {string} */
      readonly sort: 'consent' | 'exception' | 'withdrawal';
      /** @enum {string} */
      readonly state: 'over' | 'retracted' | 'standing' | 'unjustified';
      readonly text: string;
      /** @description An exception that nobody has reviewed yet. */
      readonly unreviewed: boolean;
      /** Format: date-time */
      readonly until: string | null;
    };
    /**
     * @description In what the two are alike.
     * @enum {string}
     */
    readonly Likeness: 'birth_date' | 'family' | 'kana' | 'name' | 'near_birth_date';
    readonly LikePatient: {
      /** @description Empty where it is not known. */
      readonly address: string;
      /** @description In what the two are alike. */
      readonly alike: readonly components['schemas']['Likeness'][];
      readonly birthDate: string;
      /** Format: uuid */
      readonly id: string;
      readonly kana: string;
      readonly municipality: components['schemas']['Named'];
      readonly name: string;
      /** @description The reader may open the page of the person. */
      readonly opens: boolean;
      readonly sex: string;
    };
    readonly LikePatientsBody: {
      /** Format: date */
      readonly birthDate: string;
      readonly kana: string;
      readonly name: string;
      /** @enum {string} */
      readonly sex: 'female' | 'male' | 'other' | 'unknown';
    };
    readonly LinkBody: {
      readonly token: string;
    };
    readonly LinkConsultationBody: {
      readonly backupRequest?: string;
      /** @description A case of any other kind that the linker may see. */
      readonly case?: string;
      readonly consultation?: string;
      readonly dischargeCase?: string;
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly LinkedBody: {
      readonly backupRequest?: string;
      readonly consultation?: string;
      readonly dischargeCase?: string;
    };
    readonly LogConsultationBody: {
      /** @enum {string} */
      readonly channel: 'email' | 'fax' | 'ict' | 'meeting' | 'outreach' | 'phone' | 'visit';
      /** @description 確認した事項: what was asked about, of the check-list of the scene. None has to be. */
      readonly checked?: readonly (
        | 'advance_wishes'
        | 'attending_physician'
        | 'care_level'
        | 'consent'
        | 'dementia'
        | 'emergency_contact'
        | 'family_pharmacy'
        | 'hospital_and_discharge'
        | 'key_person'
        | 'medical_procedures'
        | 'medication'
        | 'no_relatives'
      )[];
      readonly consulter: components['schemas']['ConsulterBody'];
      /** @enum {string} */
      readonly counterpartSide?: 'care' | 'medical' | 'other' | 'resident' | 'welfare';
      readonly linked?: components['schemas']['LinkedBody'];
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly patient?: string;
      /** @description {version, letter}; a letter alone is refused (traps.md 1). */
      readonly programItem?: Record<string, never>;
      /** @enum {string} */
      readonly scene: 'daily_care' | 'discharge_support' | 'end_of_life' | 'sudden_change';
      readonly summary: string;
      readonly topics: readonly (
        | 'abuse'
        | 'admission_info'
        | 'child'
        | 'cross_border'
        | 'dementia'
        | 'device_supply'
        | 'disability_welfare'
        | 'disaster_prep'
        | 'discharge_coordination'
        | 'family_burden'
        | 'find_dentist_oral'
        | 'find_home_doctor'
        | 'find_pharmacy_narcotic'
        | 'find_visiting_nurse'
        | 'guardianship_rights'
        | 'high_medical_need_prep'
        | 'information_sharing_rule'
        | 'law_fee'
        | 'night_holiday_cover'
        | 'no_relatives'
        | 'nutrition_swallow'
        | 'other'
        | 'outreach_request'
        | 'palliative_eol'
        | 'poverty'
        | 'rare_disease'
        | 'rehab'
        | 'sanitary_material'
        | 'training_request'
        | 'who_is_contact'
      )[];
      /**
       * @description Left out: somebody triages it later.
       * @enum {string}
       */
      readonly urgency?: 'immediate' | 'normal' | 'today';
    };
    readonly Looker: {
      /** Format: uuid */
      readonly id: string;
      readonly name: string;
      readonly organization: string;
      /** @enum {string} */
      readonly role:
        | 'admin'
        | 'base_secretariat'
        | 'care_manager'
        | 'clinic_staff'
        | 'coordinator'
        | 'council_member'
        | 'council_secretariat'
        | 'discharge_nurse'
        | 'health_centre_officer'
        | 'liaison_manager'
        | 'medical_association'
        | 'msw'
        | 'municipal_ltc_officer'
        | 'municipal_other'
        | 'office_manager'
        | 'outpatient_nurse'
        | 'prefecture_ltc'
        | 'prefecture_medical'
        | 'primary_physician'
        | 'secondary_physician'
        | 'system'
        | 'visiting_nurse'
        | 'ward_nurse';
    };
    readonly LookListed: {
      /** @description The person or the case by its id: an auditor works without names. */
      readonly about: string | null;
      /** Format: date-time */
      readonly at: string;
      readonly id: number;
      readonly kinds: readonly string[];
      /** @enum {string} */
      readonly outcome: 'exported' | 'read' | 'refused' | 'removed' | 'searched';
      readonly purpose: string;
      readonly reader: components['schemas']['Looker'];
      readonly records: number;
      /** @description From which session, as a few digits that tell one from another. */
      readonly session: string;
    };
    readonly LooksListed: {
      readonly looks: readonly components['schemas']['LookListed'][];
      /** @description `after` of the next page; null where there is no more. */
      readonly next: number | null;
    };
    readonly LooksOfReader: {
      readonly day: string;
      /** Format: date-time */
      readonly firstAt: string;
      /** Format: date-time */
      readonly lastAt: string;
      readonly looks: number;
      /** @enum {string} */
      readonly outcome: 'exported' | 'read' | 'refused' | 'removed' | 'searched';
      readonly purpose: string;
      readonly reader: components['schemas']['Looker'];
    };
    readonly MapColumnsBody: {
      /** @description For each column the field that it is read as; empty: it is not read. */
      readonly columns: readonly string[];
    };
    readonly MatrixCell: {
      readonly now: number;
      readonly side: string;
      readonly topic: string;
    };
    readonly Me: {
      /** @description Commands that this person may begin a case with. */
      readonly commands: readonly string[];
      /** @description デモ: everything here is made up, and anybody may be anybody. */
      readonly demo: boolean;
      /** @description The screen is locked after so many minutes without a hand on it; null: never. */
      readonly locksAfter: number | null;
      readonly name: string;
      readonly organization: components['schemas']['Workplace'];
      /** @description Pages beyond boards and cases that this person may open, by name. */
      readonly pages: readonly string[];
      readonly prefecture: string;
      readonly role: components['schemas']['Role'];
      /** @description 所属: in which else this person may work, where there is more than one. */
      readonly seats: readonly components['schemas']['SeatListed'][];
      /** @description By what it is unlocked then. */
      readonly unlocksBy: readonly ('password' | 'provider')[];
      /** Format: uuid */
      readonly userId: string;
      /** @description 病棟: where in a hospital they work; null where they belong to none. */
      readonly ward: string | null;
    };
    readonly MeetingElsewhereBody: {
      /** Format: date */
      readonly heldOn: string;
      readonly name: string;
    };
    readonly MeetingListed: {
      /** Format: uuid */
      readonly id: string;
      readonly items: number;
      /** Format: date */
      readonly on: string;
      readonly place: string | null;
      readonly startsAt: string;
      readonly state: string;
    };
    readonly MeetingShown: {
      /** @description In their order. */
      readonly agenda: readonly components['schemas']['AgendaItemShown'][];
      /** Format: date */
      readonly agendaClosesOn: string;
      readonly agendaVersion: number;
      readonly attendance: readonly components['schemas']['AttendanceShown'][];
      /** @description Drafts of the council that are on no agenda. */
      readonly candidates: readonly components['schemas']['AgendaItemShown'][];
      readonly commands: readonly string[];
      readonly council: components['schemas']['Named'];
      /** Format: uuid */
      readonly id: string;
      readonly items: number;
      readonly level: string;
      /** Format: date */
      readonly materialsOn: string;
      readonly minutesText: string | null;
      /** Format: date-time */
      readonly now: string;
      /** Format: date */
      readonly on: string;
      readonly place: string | null;
      readonly startsAt: string;
      readonly state: string;
    };
    readonly Member: {
      /** Format: uuid */
      readonly id: string;
      readonly name: string;
      readonly role: components['schemas']['Role'];
    };
    readonly MemberShown: {
      readonly body: string;
      readonly organization: components['schemas']['Named'];
    };
    readonly MergeConsultationsBody: {
      /** @description The consultation that goes on (まとめ先). */
      readonly into: string;
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly MergeIssueBody: {
      /** @description The issue of the same area that goes on. */
      readonly into: string;
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly reason: string;
    };
    readonly MessageAfterwards: {
      /** Format: date-time */
      readonly at: string;
      /** @description The reader's own institution did it. */
      readonly own: boolean;
      readonly type: string;
    };
    readonly MessageListed: {
      readonly about: components['schemas']['About'];
      /** @description その後: of a case that is no longer his, what has become of it and what his own institution did; nothing of the person. */
      readonly afterwards: readonly components['schemas']['MessageAfterwards'][];
      /** Format: date-time */
      readonly at: string;
      /** @description What tells a case that is about nobody from others, by name: its number, its meeting. Empty beside a person's name. */
      readonly facts: {
        readonly [key: string]: unknown;
      };
      /** Format: uuid */
      readonly id: string;
      readonly level: number | null;
      /** @description Whether the reader may open the case now: an offer that others took is no longer his. */
      readonly opens: boolean;
      /** @description Whom the case is about, while the reader may open it: of forty messages the one that is meant is found by name. */
      readonly patient: components['schemas']['PatientNamed'] | null;
      readonly step: string | null;
      readonly template: string;
    };
    readonly MonthReviewed: {
      readonly month: string;
      readonly readers: readonly components['schemas']['ReaderReviewed'][];
    };
    readonly MovePatientBody: {
      /** @description 新しい住所; left out: not known yet. */
      readonly address?: string;
      /** @description There is somebody of the same identity, and this is not that person (別人). */
      readonly anotherPerson?: boolean;
      readonly block?: string;
      readonly municipality: string;
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly MunicipalityBody: {
      readonly code: string;
      readonly kana?: string;
      readonly name: string;
    };
    readonly NameCareManagerBody: {
      readonly careManager: string;
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly Named: {
      readonly id: string;
      readonly name: string;
    };
    readonly NamePasskeyBody: {
      readonly id: string;
      readonly name: string;
    };
    readonly NextMeeting: {
      readonly council: components['schemas']['Named'];
      readonly meeting: components['schemas']['MeetingListed'] | null;
    };
    readonly NextStep: {
      /** Format: date-time */
      readonly at: string;
      readonly level: number;
      readonly to: readonly components['schemas']['Told'][];
    };
    readonly OpenActivityReportBody: {
      readonly desk: string;
      /** @description YYYY-MM. */
      readonly month: string;
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly OpenCase: {
      /** Format: uuid */
      readonly id: string;
      readonly kind: string;
    };
    readonly OpenInEmergencyBody: {
      /** @description As `POST /patients/searches` for this command names the person. */
      readonly patient: string;
      /** @enum {string} */
      readonly reason: 'cannot_be_asked' | 'disaster' | 'nobody_reached' | 'other' | 'sudden_change';
      readonly sections: readonly ('backup' | 'contacts' | 'handover')[];
      /** @description What has happened, and why nobody of the person's own can be asked. It is read by whoever reviews: no names. */
      readonly text: string;
    };
    readonly OpenSessionBody: {
      readonly prefecture?: string;
      readonly userId: string;
    };
    readonly OrganizationListed: {
      /**
       * Format: date
       * @description 廃止の日; null where it is open.
       */
      readonly closedOn: string | null;
      /** @description 法人グループ. */
      readonly group: string | null;
      /** Format: uuid */
      readonly id: string;
      readonly kind: string;
      readonly municipality: components['schemas']['Named'];
      readonly name: string;
      /** @description 代表電話. */
      readonly phone: string | null;
      /** @description Nobody has said so for a year: it may have changed. */
      readonly stale: boolean;
      /**
       * Format: date
       * @description 確認日: when somebody last said that what stands here is so.
       */
      readonly verifiedOn: string;
    };
    readonly OrganizationPage: {
      readonly block: string | null;
      readonly capabilities: readonly components['schemas']['InstitutionCapability'][];
      readonly closed: components['schemas']['ClosedShown'] | null;
      readonly closedDays: readonly string[];
      readonly codes: readonly components['schemas']['CodeShown'][];
      /** @description Commands that the reader may give just now. */
      readonly commands: readonly string[];
      readonly entries: readonly components['schemas']['HistoryEntry'][];
      /** @description 法人グループ. */
      readonly group: string | null;
      /** @description Ranges by weekday. */
      readonly hours: {
        readonly [key: string]: readonly string[];
      };
      /** Format: uuid */
      readonly id: string;
      readonly kind: string;
      readonly municipality: components['schemas']['Named'];
      readonly name: string;
      /** @description Open cases that stand with it and that the reader sees; told to who may close it. */
      readonly openCases: readonly components['schemas']['OpenCase'][];
      readonly openDays: readonly string[];
      /** @description How many more of them there are. */
      readonly otherOpenCases: number;
      /** @description The reader changes hours, days and telephone alone. */
      readonly ownBusinessOnly: boolean;
      /** @description Who works there now. */
      readonly people: readonly components['schemas']['Member'][];
      readonly phone: string | null;
      readonly satelliteOf: components['schemas']['Named'] | null;
      readonly satellites: readonly components['schemas']['Named'][];
      readonly serves: readonly components['schemas']['Named'][];
      readonly stale: boolean;
      /** @enum {string} */
      readonly state: 'CLOSED' | 'REGISTERED' | 'WITHDRAWN';
      /** Format: date */
      readonly verifiedOn: string;
    };
    readonly OutboxItem: {
      readonly body: string;
      readonly channel: components['schemas']['ContactKind'];
      /** Format: uuid */
      readonly id: string;
      /** Format: date-time */
      readonly sentAt: string;
      readonly subject: string;
      readonly to: string;
    };
    readonly OwnAction: {
      readonly area: components['schemas']['Named'];
      readonly checkOn: string | null;
      readonly decision: string | null;
      readonly done: boolean;
      /** Format: date */
      readonly dueOn: string;
      readonly effect: string | null;
      /** Format: uuid */
      readonly id: string;
      /** Format: uuid */
      readonly item: string;
      readonly key: string;
      readonly level: string;
      /** @description Owed by the reader's own organization. */
      readonly mine: boolean;
      readonly owner: components['schemas']['Named'];
      readonly reason: string | null;
      readonly report: string | null;
      readonly title: string | null;
      readonly what: string | null;
    };
    readonly OwnProvider: {
      /** Format: date-time */
      readonly boundAt: string | null;
      readonly organization: string;
    };
    readonly OwnSignIn: {
      readonly devices: readonly components['schemas']['DeviceListed'][];
      /** @description サインイン名; null where one comes in by the account of an institution only. */
      readonly name: string | null;
      readonly passkeys: readonly components['schemas']['PasskeyShown'][];
      /** @description Of the institution of the post that is in use; null where it has none. */
      readonly provider: components['schemas']['OwnProvider'] | null;
      readonly recoveryCodesLeft: number;
      readonly seats: readonly components['schemas']['SeatListed'][];
    };
    readonly PackDecision: {
      readonly area: components['schemas']['Named'];
      /** Format: date */
      readonly decidedOn: string;
      readonly decision: string;
      /** Format: uuid */
      readonly item: string;
    };
    readonly PackLine: {
      /** @description Null: 秘匿. */
      readonly cases: number | null;
      readonly code: string;
      /** @description Of an area, its name; else null. */
      readonly name: string | null;
    };
    readonly PackListed: {
      readonly area: components['schemas']['Named'];
      /** Format: uuid */
      readonly id: string;
      /** Format: uuid */
      readonly item: string;
      readonly key: string;
      readonly level: string;
      /** @description 進み具合 of the version that is being made, from 0 to 100; null while none is. */
      readonly percent: number | null;
      readonly state: string;
      /** @description How many versions there are. */
      readonly versions: number;
    };
    readonly PackShown: {
      readonly area: components['schemas']['Named'];
      /** @description Commands that the reader may give just now. */
      readonly commands: readonly string[];
      /** Format: uuid */
      readonly id: string;
      /** Format: uuid */
      readonly item: string;
      readonly key: string;
      readonly latest: components['schemas']['PackVersion'] | null;
      readonly level: string;
      /** @description 進み具合 of the version that is being made, from 0 to 100; null while none is. */
      readonly percent: number | null;
      readonly state: string;
      /** @description How many versions there are. */
      readonly versions: number;
    };
    readonly PackSplit: {
      /** @enum {string} */
      readonly by: 'area' | 'month' | 'scene' | 'source';
      readonly lines: readonly components['schemas']['PackLine'][];
    };
    readonly PackVersion: {
      /** @enum {string} */
      readonly audience: 'council' | 'public';
      readonly cases: number | null;
      readonly decisions: readonly components['schemas']['PackDecision'][];
      /** Format: date-time */
      readonly frozenAt: string;
      readonly hash: string;
      /** Format: date-time */
      readonly knownAt: string;
      /** @description No number of cases from one to below it is shown. */
      readonly least: number;
      readonly months: readonly string[];
      readonly municipalities: number | null;
      /** @description 要旨, as a coordinator has approved them; none for the public. */
      readonly narratives: readonly string[];
      /** @description 考えられる決め方（案）: codes of decisions; none for the public. */
      readonly options: readonly string[];
      readonly organizations: number | null;
      readonly perTenThousand: number | null;
      readonly population: number | null;
      readonly reasons: readonly string[];
      readonly signals: number | null;
      readonly splits: readonly components['schemas']['PackSplit'][];
      readonly version: number;
    };
    readonly PasskeyOptions: {
      /** @description What the browser is asked (PublicKeyCredential…OptionsJSON of WebAuthn), as JSON. */
      readonly options: string;
    };
    readonly PasskeyShown: {
      /** Format: date-time */
      readonly addedAt: string;
      /** Format: uuid */
      readonly id: string;
      readonly name: string;
      /** Format: date-time */
      readonly usedAt: string | null;
    };
    readonly PasskeySignInBody: {
      /** @description What the browser has answered (AuthenticationResponseJSON), as JSON. */
      readonly answer: string;
      /** @description 共用PC. */
      readonly shared?: boolean;
    };
    readonly PatientListed: {
      /** @description Commands that the reader may begin about this person. */
      readonly begins: readonly string[];
      readonly birthDate: string;
      /** Format: uuid */
      readonly id: string;
      readonly kana: string;
      readonly municipality: components['schemas']['Named'];
      readonly name: string;
    };
    readonly PatientNamed: {
      /** @description Empty where it is not known, or not for this reader. */
      readonly address: string;
      /** @description Empty where it is not known. */
      readonly birthDate: string;
      /** Format: uuid */
      readonly id: string;
      readonly kana: string;
      readonly name: string;
    };
    readonly PatientPage: {
      readonly block: string | null;
      readonly careManager: components['schemas']['Carer'] | null;
      readonly careTeam: readonly components['schemas']['Carer'][];
      readonly commands: readonly string[];
      /** @description 情報共有の同意: some stands. */
      readonly consent: boolean;
      readonly entries: readonly components['schemas']['HistoryEntry'][];
      readonly homeCareArea: components['schemas']['Named'];
      /** Format: uuid */
      readonly id: string;
      /** @description Null for who works without names, and for who was in charge before. */
      readonly identity: components['schemas']['IdentityShown'] | null;
      /** @description 同意台帳, newest first. */
      readonly ledger: readonly components['schemas']['LedgerLine'][];
      readonly municipality: components['schemas']['Named'];
      /** @description Cases in which something is owed and that the reader sees. */
      readonly openCases: readonly components['schemas']['CaseOfPatient'][];
      readonly primaryPhysician: components['schemas']['PhysicianShown'] | null;
      /** @description For what something may be shared now. */
      readonly sharing: readonly components['schemas']['SharingAllowed'][];
      /** @enum {string} */
      readonly state: 'ERASED' | 'REGISTERED' | 'WITHDRAWN';
    };
    readonly PatientsFound: {
      readonly hits: readonly components['schemas']['PatientListed'][];
      /** @description More fit than are shown: say more of the name. */
      readonly more: boolean;
    };
    readonly PersonActing: {
      readonly name: string;
      readonly role: components['schemas']['Role'];
    };
    readonly PersonFound: {
      /** @description Empty where it is not known, or not for this reader. */
      readonly address: string;
      /** @description Empty where it is not known. */
      readonly birthDate: string;
      /** @description The newest cases of the person that the reader sees. */
      readonly cases: readonly components['schemas']['CaseInList'][];
      /** Format: uuid */
      readonly id: string;
      readonly kana: string;
      readonly name: string;
    };
    readonly PersonInEmergency: {
      /** @description Empty where it is not known. */
      readonly address: string;
      /** @description Empty where it is not known. */
      readonly birthDate: string;
      readonly kana: string;
      readonly name: string;
      readonly sex: string;
    };
    readonly PhysicianShown: {
      /** @description It is closed: the person needs another one. */
      readonly closed: boolean;
      readonly id: string;
      readonly name: string;
      readonly phone: string | null;
    };
    readonly PlainBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly PlanDischargeBody: {
      /** @enum {string} */
      readonly destination: 'facility' | 'home' | 'other' | 'other_hospital';
      /** Format: date-time */
      readonly occurredAt?: string;
      /** Format: date */
      readonly plannedDischargeOn: string;
    };
    readonly PlanMeetingBody: {
      readonly council: string;
      /** Format: date-time */
      readonly occurredAt?: string;
      /** Format: date */
      readonly on: string;
      readonly place?: string;
      /** @description As 14:00. */
      readonly startsAt: string;
    };
    readonly PositionShown: {
      readonly body: string;
      readonly note: string | null;
      readonly organization: components['schemas']['Named'];
      /** @description Null while it was not heard. */
      readonly stance: string | null;
    };
    readonly PostOfGrid: {
      readonly area: components['schemas']['AreaOfGrid'];
      /** @description Whether the reader may open and end it. */
      readonly ends: boolean;
      readonly fields: readonly components['schemas']['CoordinationField'][];
      /** Format: uuid */
      readonly id: string;
      readonly kind: components['schemas']['CoordinatorKind'];
      readonly level: components['schemas']['CoordinationLevel'];
      readonly organization: components['schemas']['Named'];
      /** Format: date */
      readonly since: string;
      /**
       * Format: date
       * @description 養成修了 (K-06): the day of the certificate; null where there is none to show.
       */
      readonly trainedOn: string | null;
      readonly user: components['schemas']['Named'];
    };
    readonly PostponeMeetingBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      /** Format: date */
      readonly on?: string;
      readonly reason?: string;
    };
    readonly PrefectureBody: {
      readonly code: string;
      readonly name: string;
    };
    readonly PreferencesBody: {
      readonly classes: components['schemas']['ClassesBody'];
      readonly digestAt: string;
      readonly quiet: components['schemas']['QuietBody'];
    };
    readonly Problem: {
      readonly code: string;
      readonly en: string;
      readonly errors: readonly components['schemas']['ProblemField'][];
      readonly ja: string;
      readonly status: number;
      readonly title: string;
      readonly type: string;
    };
    readonly ProblemField: {
      readonly code: string;
      readonly en: string;
      readonly ja: string;
      /** @description Where it is: `document.diagnosis`, `shifts[0].from`. */
      readonly path: string;
    };
    readonly PromiseObligationBody: {
      /**
       * Format: date-time
       * @description Until when it will be done; the chain rests until then.
       */
      readonly until: string;
    };
    readonly ProposeAgendaItemBody: {
      /** @enum {string} */
      readonly category:
        | 'build_cooperation'
        | 'consultation_support'
        | 'coordinate_meetings'
        | 'ict_network'
        | 'information_sharing'
        | 'issue_extraction'
        | 'municipal_cooperation'
        | 'outreach'
        | 'resident_awareness'
        | 'resource_grasp'
        | 'seamless_supply'
        | 'set_up_bases'
        | 'share_issues'
        | 'train_professionals'
        | 'training';
      readonly council: string;
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly title: string;
    };
    readonly ProvideAdmissionInformationBody: {
      /** @enum {string} */
      readonly channel: 'fax' | 'ict' | 'mail' | 'other' | 'phone' | 'visit';
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly ProviderBegun: {
      /** @description Where the browser goes. */
      readonly location: string;
    };
    readonly ProviderKept: {
      readonly clientId: string;
      readonly code: string;
      readonly issuer: string;
    };
    readonly ProviderReturned: {
      /** @enum {string} */
      readonly is: 'bound' | 'joined' | 'signed_in' | 'unlocked';
      readonly me: components['schemas']['Me'] | null;
    };
    readonly ProviderShown: {
      /** @description Who comes in by it. */
      readonly people: readonly components['schemas']['BoundPerson'][];
      readonly provider: components['schemas']['ProviderKept'] | null;
      /** @description What the provider must know as the address to which it sends people back. */
      readonly returnTo: string;
    };
    readonly PublishOnCallShiftsBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly shifts: readonly components['schemas']['ShiftBody'][];
    };
    readonly PushKeysBody: {
      readonly auth: string;
      readonly p256dh: string;
    };
    readonly QuietBody: {
      /** @description As 21:00, in Japan. */
      readonly from: string;
      readonly to: string;
    };
    readonly RaiseIssueSignalBody: {
      /** @description The person or case it is about: counted once, however many signals there are. */
      readonly caseKey?: string;
      /** @enum {string} */
      readonly escalationReason?: 'E1' | 'E2' | 'E3' | 'E4' | 'E5';
      /** @enum {string} */
      readonly issueType:
        | 'core_institution'
        | 'cost_fee'
        | 'disaster'
        | 'form_ict'
        | 'information_gap'
        | 'lack_of_resource'
        | 'night_cover'
        | 'no_rule'
        | 'other'
        | 'pathway'
        | 'resident_understanding'
        | 'role_conflict'
        | 'rule_not_followed'
        | 'skill'
        | 'staffing'
        | 'supply'
        | 'unclear_contact';
      /** @description Its name within the prefecture, or its code; left out: that of the caller's organization. */
      readonly municipality?: string;
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly otherMunicipalities?: readonly string[];
      readonly redactedNarrative?: string;
      readonly reporterOrganization?: string;
      /** @enum {string} */
      readonly scene: 'daily_care' | 'discharge_support' | 'end_of_life' | 'sudden_change';
      /** @enum {number} */
      readonly severity?: 1 | 2 | 3;
      readonly subject?: string;
    };
    readonly RateListed: {
      /** @description 入院時情報提供率. */
      readonly admissionInformationRate: number | null;
      readonly admissions: number;
      readonly area: components['schemas']['Named'];
      /** @description 退院調整率 = (eligible − leaks) / eligible. */
      readonly coordinationRate: number | null;
      readonly eligible: number;
      /** Format: date */
      readonly from: string;
      readonly informed: number;
      readonly leaks: number;
      /** Format: date */
      readonly to: string;
    };
    readonly ReachedBody: {
      readonly day: readonly components['schemas']['ContactKind'][];
      /** @description 一日一回まとめて. */
      readonly digest: boolean;
      readonly night: readonly components['schemas']['ContactKind'][];
    };
    readonly ReaderReviewed: {
      /** @description 22 時から 6 時. */
      readonly atNight: number;
      readonly exported: number;
      readonly looks: number;
      /** @description 関わりのない方: looked for and found by birth date and reading, or told to be registered already. */
      readonly outOfRelation: number;
      readonly persons: number;
      readonly reader: components['schemas']['Looker'];
      readonly refused: number;
    };
    readonly RecordAttendanceBody: {
      readonly attendance: readonly components['schemas']['AttendanceBody'][];
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly RecordBodyPositionBody: {
      /** @enum {string} */
      readonly body:
        | 'ambulance'
        | 'care_manager_council'
        | 'care_operators_council'
        | 'city_medical_association'
        | 'community_support'
        | 'community_support_center'
        | 'cooperation_base'
        | 'dental_association'
        | 'elderly_support'
        | 'health_and_welfare'
        | 'health_center'
        | 'home_rehab_liaison'
        | 'hospital'
        | 'insurance'
        | 'msw_association'
        | 'nutrition_care_liaison'
        | 'pharmacists_association'
        | 'prefectural_medical_association'
        | 'residents_association'
        | 'social_welfare_council'
        | 'university'
        | 'visiting_nurse_liaison';
      readonly note?: string;
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly organization: string;
      /** @enum {string} */
      readonly stance: 'agree' | 'agree_with_conditions' | 'no_reply' | 'oppose' | 'undecided';
    };
    readonly RecordCallBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      /** @enum {string} */
      readonly outcome: 'left_message' | 'not_needed' | 'not_reached' | 'reached';
    };
    readonly RecordConsultationActionBody: {
      /** @enum {string} */
      readonly kind:
        'advice' | 'case_meeting' | 'contact_third_party' | 'information' | 'joint_visit' | 'other' | 'referral';
      readonly minutes: number;
      /** @description 内部メモ: the desk's own. */
      readonly note?: string;
      /** Format: date-time */
      readonly occurredAt?: string;
      /** @description 共有メモ: the asker reads it too. */
      readonly sharedNote?: string;
      readonly toOrganization?: string;
    };
    readonly RecordDeathBody: {
      /** Format: date */
      readonly on: string;
    };
    readonly RecordDischargeBody: {
      /** @enum {string} */
      readonly destination: 'facility' | 'home' | 'other' | 'other_hospital';
      /** Format: date-time */
      readonly dischargedAt: string;
    };
    readonly RecordedAggregate: {
      /** Format: uuid */
      readonly id: string;
      readonly kind: string;
      readonly seq: number;
    };
    readonly RecordedAreas: {
      readonly homeCareAreaId: string;
      readonly municipalityId: string;
      readonly secondaryAreaId: string;
      readonly tertiaryAreaId: string;
    };
    readonly RecordedCrossBorder: {
      readonly crossHomeCareArea: boolean;
      readonly crossMunicipality: boolean;
      readonly crossSecondaryArea: boolean;
      readonly otherAreas: readonly components['schemas']['RecordedAreas'][];
    };
    readonly RecordedEvent: {
      readonly actor: components['schemas']['RecordedPerson'] | components['schemas']['RecordedWorker'];
      readonly aggregate: components['schemas']['RecordedAggregate'];
      readonly area?: components['schemas']['RecordedAreas'];
      /** Format: uuid */
      readonly causationId?: string;
      /** Format: uuid */
      readonly correlationId: string;
      readonly crossBorder?: components['schemas']['RecordedCrossBorder'];
      /** Format: uuid */
      readonly eventId: string;
      /**
       * Format: date-time
       * @description When it happened in the world.
       */
      readonly occurredAt: string;
      /** @description Of the type: ids, codes and times. */
      readonly payload: {
        readonly [key: string]: unknown;
      };
      /** @description Gapless and in commit order within its prefecture. */
      readonly position: number;
      readonly prefecture: string;
      /**
       * Format: date-time
       * @description When it was stored.
       */
      readonly recordedAt: string;
      readonly ruleSet?: components['schemas']['RecordedRuleSet'];
      readonly schemaVersion: number;
      readonly subject?: components['schemas']['RecordedSubject'];
      readonly type: string;
    };
    readonly RecordedPerson: {
      readonly areas?: readonly string[];
      /** Format: uuid */
      readonly orgId: string;
      readonly role: components['schemas']['Role'];
      /** Format: uuid */
      readonly userId: string;
    };
    readonly RecordedRuleSet: {
      readonly id: string;
      readonly version: number;
    };
    readonly RecordedSubject: {
      /** Format: uuid */
      readonly patientRef: string;
    };
    readonly RecordedWorker: {
      readonly job: string;
      /** @enum {string} */
      readonly system: 'worker';
    };
    readonly RecordReplyBody: {
      /** @enum {string} */
      readonly channel: 'fax' | 'phone';
      readonly code: string;
      /**
       * Format: date-time
       * @description When it was said; left out: now.
       */
      readonly occurredAt?: string;
      /** @enum {string} */
      readonly outcome: 'question' | 'received' | 'returned';
      /** @description The question, or why it is returned. */
      readonly text?: string;
      /** @description Who said or wrote it, at the receiver's. */
      readonly toldBy: string;
    };
    readonly RecordTransferBody: {
      /** Format: date */
      readonly on: string;
      readonly toHospital?: string;
    };
    readonly RecordUserLeavingBody: {
      /** @description 後任のケアマネジャー, to whom persons and handovers pass. */
      readonly handOverTo?: string;
      /**
       * Format: date
       * @description 退職・転出の日; left out: today.
       */
      readonly on?: string;
    };
    readonly RecoveryCodes: {
      readonly recoveryCodes: readonly string[];
    };
    readonly ReferConsultationBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly to: string;
    };
    readonly ReferralTarget: {
      /** @description Coordinators there whose field, level and area fit; none: the form warns, and refers all the same. */
      readonly coordinators: readonly components['schemas']['FittingCoordinator'][];
      /** Format: uuid */
      readonly id: string;
      readonly kind: string;
      readonly municipality: components['schemas']['Named'];
      readonly name: string;
    };
    readonly ReferralTargets: {
      /** @description Whether coordinators are placed in the region at all: where none are, nobody is warned of their absence. */
      readonly placed: boolean;
      readonly targets: readonly components['schemas']['ReferralTarget'][];
      /** @description What its topics ask for; empty where any desk will do. */
      readonly wanted: readonly components['schemas']['WantedCoordination'][];
    };
    readonly RegisterAdmissionBody: {
      /** @enum {string} */
      readonly admissionKind: 'emergency' | 'planned';
      /** Format: date-time */
      readonly admittedAt: string;
      /** @enum {string} */
      readonly careLevel?:
        | 'applying_change'
        | 'applying_new'
        | 'applying_renewal'
        | 'care1'
        | 'care2'
        | 'care3'
        | 'care4'
        | 'care5'
        | 'independent'
        | 'none'
        | 'programme_target'
        | 'support1'
        | 'support2'
        | 'unknown';
      readonly careManager?: string;
      readonly hospital: string;
      /** @enum {string} */
      readonly insuredType?: 'first' | 'second_40_64';
      readonly patient: string;
      readonly ward?: string;
    };
    readonly RegisterInstitutionBody: {
      readonly block?: string;
      readonly capabilities?: readonly (
        'active_institution' | 'screening_within_3_days' | 'sub_physician_concentrated'
      )[];
      readonly closedDays?: readonly string[];
      readonly codes?: readonly components['schemas']['InstitutionCodeBody'][];
      /** @description 法人グループ: the corporation that runs it. */
      readonly group?: string;
      /** @description Opening hours by weekday: {"mon":["08:30-17:15"]}. Left out: weekdays 08:30–17:15. */
      readonly hours?: {
        readonly [key: string]: readonly string[];
      };
      /** @enum {string} */
      readonly kind:
        | 'backup_hospital'
        | 'care_facility'
        | 'care_management_office'
        | 'clinic'
        | 'community_support_center'
        | 'cooperation_base'
        | 'day_care'
        | 'dental_clinic'
        | 'enhanced_home_care_support_clinic'
        | 'help_desk'
        | 'home_care_support_clinic'
        | 'home_care_support_hospital'
        | 'home_help'
        | 'hospital'
        | 'medical_association'
        | 'municipality'
        | 'other'
        | 'pharmacy'
        | 'public_health_center'
        | 'visiting_nurse_station';
      /** @description Name within the prefecture, or six-digit code; the two-digit code of the prefecture for what belongs to all of it. */
      readonly municipality: string;
      readonly name: string;
      /** Format: date-time */
      readonly occurredAt?: string;
      /** @description 臨時に開く日: on which it is open though its week or a holiday says otherwise. */
      readonly openDays?: readonly string[];
      /** @description As it is dialed: digits, with hyphens, brackets or a leading +. */
      readonly phone?: string;
      /** @description サテライト窓口: the help desk to which it hands over. */
      readonly satelliteOf?: string;
      readonly serves?: readonly string[];
    };
    readonly RegisterPatientBody: {
      readonly address?: string;
      /** @description Somebody of the same name, birth date and municipality is known, and this is not that person (別人). */
      readonly anotherPerson?: boolean;
      /** Format: date */
      readonly birthDate: string;
      readonly block?: string;
      readonly careManager?: string;
      readonly careTeam?: readonly string[];
      readonly consent?: boolean;
      readonly kana: string;
      readonly municipality: string;
      readonly name: string;
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly primaryPhysician?: string;
      /** @enum {string} */
      readonly sex: 'female' | 'male' | 'other' | 'unknown';
    };
    readonly RegisterUserBody: {
      readonly name: string;
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly organization: string;
      /** @enum {string} */
      readonly role:
        | 'admin'
        | 'base_secretariat'
        | 'care_manager'
        | 'clinic_staff'
        | 'coordinator'
        | 'council_member'
        | 'council_secretariat'
        | 'discharge_nurse'
        | 'health_centre_officer'
        | 'liaison_manager'
        | 'medical_association'
        | 'msw'
        | 'municipal_ltc_officer'
        | 'municipal_other'
        | 'office_manager'
        | 'outpatient_nurse'
        | 'prefecture_ltc'
        | 'prefecture_medical'
        | 'primary_physician'
        | 'secondary_physician'
        | 'visiting_nurse'
        | 'ward_nurse';
      /** @description 病棟, as the hospital's admissions name it. */
      readonly ward?: string;
    };
    readonly RelatedCase: {
      /** Format: uuid */
      readonly id: string;
      readonly kind: string;
    };
    readonly RelatedListed: {
      readonly about: components['schemas']['RelatedCase'];
      readonly facts: {
        readonly [key: string]: unknown;
      };
      readonly state: string;
      /** @enum {string} */
      readonly way: 'linked' | 'merged_here' | 'merged_into' | 'split_from' | 'split_off';
    };
    readonly RemovePasskeyBody: {
      readonly id: string;
      readonly password: string;
    };
    readonly ReopenConsultationBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly reason: string;
    };
    readonly ReopenInstitutionBody: {
      /**
       * Format: date
       * @description 再開の日; left out: today.
       */
      readonly on?: string;
    };
    readonly ReplyRecorded: {
      /**
       * Format: uuid
       * @description The case that was answered.
       */
      readonly id: string;
      /** @description 用紙番号. */
      readonly number: string;
      readonly sender: string;
      readonly state: string;
    };
    readonly ReplySheetMade: {
      /** @description 回答番号, as it is read out. It is shown this once. */
      readonly code: string;
      /** Format: date-time */
      readonly expiresAt: string;
      /** @description 用紙番号. */
      readonly number: string;
      /** @description Address of the one-time page. It is shown this once. */
      readonly page: string;
      /** @description 送付状 (PDF), in base64. */
      readonly sheet: string;
    };
    readonly ReportShown: {
      readonly approvals: readonly components['schemas']['Approval'][];
      readonly dissent: readonly components['schemas']['DissentShown'][];
      readonly edition: number;
      readonly hash: string | null;
      /** Format: uuid */
      readonly id: string;
      readonly returned: readonly string[];
      readonly state: string;
      /** Format: date-time */
      readonly submittedAt: string | null;
      readonly total: number | null;
    };
    readonly RequestCallBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      /** @description Whom to telephone. */
      readonly person: string;
    };
    readonly RequestEmergencyBackupBody: {
      readonly capabilityNeeds?: readonly string[];
      readonly need: readonly ('admission' | 'death_confirmation' | 'home_visit' | 'phone_advice' | 'prescription')[];
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly patient: string;
      /** @enum {string} */
      readonly reason: 'end_of_life' | 'holiday' | 'night' | 'overload' | 'physician_absent' | 'sudden_change';
      readonly summary: string;
      /** @enum {string} */
      readonly urgency: 'immediate' | 'planned' | 'urgent';
    };
    readonly RequestHandoverClarificationBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly text: string;
    };
    readonly RequestServiceBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      /** @description The consultation that it comes from. */
      readonly origin?: string;
      readonly patient: string;
      /** @enum {string} */
      readonly service: 'nutrition' | 'oral_care' | 'visiting_nursing' | 'visiting_pharmacy' | 'visiting_rehab';
      /** @description An organization that does it. */
      readonly to: string;
      /** @description What is wished for, and what whoever does it must know. */
      readonly wish: string;
    };
    readonly RescheduleServiceBody: {
      /** Format: date */
      readonly doneBy: string;
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly ReturnActivityReportBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly reason: string;
    };
    readonly ReturnBody: {
      /** @description What stands in the address after the path, as the provider has sent the person back with it. */
      readonly query: string;
    };
    readonly ReturnHandoverBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly reason: string;
    };
    readonly ReturnPostDischargeFeedbackBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      /** @enum {string} */
      readonly quality: 'adequate' | 'excessive' | 'insufficient';
    };
    readonly ReviewEmergencyLookBody: {
      readonly note?: string;
      /** Format: date-time */
      readonly occurredAt?: string;
      /** @enum {string} */
      readonly verdict: 'justified' | 'unjustified';
    };
    readonly ReviseCouncilBody: {
      readonly agendaCloseDays?: number;
      readonly areas?: readonly string[];
      readonly chairAdministrative?: string;
      readonly chairMedical?: string;
      readonly materialDays?: number;
      readonly name?: string;
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly parent?: string;
      readonly secretariat?: string;
      readonly types?: readonly (
        | 'community_care_case'
        | 'community_care_promotion'
        | 'dementia_review'
        | 'first_tier'
        | 'hospital_cm_joint'
        | 'kao_no_mieru'
        | 'municipal_liaison'
        | 'nanbyo_32'
        | 'promotion'
        | 'second_tier'
        | 'strategy'
        | 'subcommittee'
      )[];
    };
    /** @enum {string} */
    readonly Role:
      | 'admin'
      | 'base_secretariat'
      | 'care_manager'
      | 'clinic_staff'
      | 'coordinator'
      | 'council_member'
      | 'council_secretariat'
      | 'discharge_nurse'
      | 'health_centre_officer'
      | 'liaison_manager'
      | 'medical_association'
      | 'msw'
      | 'municipal_ltc_officer'
      | 'municipal_other'
      | 'office_manager'
      | 'outpatient_nurse'
      | 'prefecture_ltc'
      | 'prefecture_medical'
      | 'primary_physician'
      | 'secondary_physician'
      | 'visiting_nurse'
      | 'ward_nurse';
    readonly RuleAgreed: {
      /** @description Of the council, or of the meeting where that is not kept here. */
      readonly name: string;
      /** Format: date */
      readonly on: string | null;
    };
    readonly RuleArea: {
      readonly id: string;
      readonly level: components['schemas']['AreaLevel'];
      readonly name: string;
    };
    readonly RuleChangeAskedBody: {
      /** @description Area id; a municipality's is its six-digit code. */
      readonly area: string;
      readonly context: string;
      /**
       * Format: date
       * @description Today or later.
       */
      readonly effectiveFrom: string;
      /** @description Values by the names of their rules. */
      readonly set?: {
        readonly [key: string]: unknown;
      };
      /** @description Names of rules about which the area decides nothing any more. */
      readonly withdrawn?: readonly string[];
    };
    readonly RuleChangeBody: {
      /** @description Of which rules: `handovers`, `councils`. */
      readonly context: string;
      /** Format: date */
      readonly effectiveFrom: string;
      readonly values: {
        readonly [key: string]: unknown;
      };
    };
    readonly RuleComing: {
      /** @description Whose decision; null: the default. */
      readonly area: components['schemas']['RuleArea'] | null;
      /** Format: date */
      readonly from: string;
      readonly value:
        | number
        | string
        | readonly unknown[]
        | {
            readonly [key: string]: unknown;
          };
    };
    readonly RuleDecided: {
      readonly agreed: components['schemas']['RuleAgreed'] | null;
      /** @description Null where a council's decision took effect by itself. */
      readonly by: components['schemas']['RuleMaker'] | null;
      readonly reason: components['schemas']['RuleReason'] | null;
      /** Format: date-time */
      readonly recordedAt: string;
    };
    readonly RuleEntry: {
      readonly agreed: components['schemas']['RuleAgreed'] | null;
      readonly area: components['schemas']['RuleArea'];
      /** @description What the area had decided before for that day; left out: nothing. */
      readonly before?:
        | number
        | string
        | readonly unknown[]
        | {
            readonly [key: string]: unknown;
          };
      /** @description Null where a council's decision took effect by itself. */
      readonly by: components['schemas']['RuleMaker'] | null;
      /** Format: date */
      readonly from: string;
      readonly reason: components['schemas']['RuleReason'] | null;
      /** Format: date-time */
      readonly recordedAt: string;
      /** @description What it decided; left out: nothing any more. */
      readonly value?:
        | number
        | string
        | readonly unknown[]
        | {
            readonly [key: string]: unknown;
          };
    };
    readonly RuleMaker: {
      readonly name: string;
      readonly organization: string;
    };
    readonly RulePage: {
      readonly area: components['schemas']['RuleArea'];
      readonly context: string;
      /** @description Newest first. */
      readonly entries: readonly components['schemas']['RuleEntry'][];
      readonly meetings: readonly components['schemas']['HeldMeeting'][];
      readonly rule: components['schemas']['RuleShown'];
      readonly tiers: readonly components['schemas']['RuleTier'][];
      readonly title: components['schemas']['InBoth'];
      /** Format: date */
      readonly today: string;
    };
    readonly RulePreview: {
      readonly dues: components['schemas']['DuesPreview'] | null;
      readonly issues: components['schemas']['IssuesPreview'] | null;
      /** @description Numbers of cases below this are not shown. */
      readonly least: number;
      /** @description Municipalities in which another value would hold. */
      readonly municipalities: number;
      /** @description In how many of the area's it would not, for they have decided for themselves. */
      readonly unchanged: number;
    };
    /** @enum {string} */
    readonly RuleReason: 'correction' | 'fewer_chases' | 'fewer_leaks' | 'law_changed' | 'local_practice' | 'trial';
    readonly RuleShown: {
      /** @description The area whose decision holds; null: the default. */
      readonly area: components['schemas']['RuleArea'] | null;
      /** @description What it may be set to. */
      readonly bound: {
        readonly [key: string]: unknown;
      };
      /** @description What is decided for later. */
      readonly coming: readonly components['schemas']['RuleComing'][];
      readonly decided: components['schemas']['RuleDecided'] | null;
      readonly key: string;
      /** @description What its codes and parts are called. */
      readonly labels: {
        readonly [key: string]: unknown;
      };
      readonly meaning: components['schemas']['InBoth'];
      readonly name: components['schemas']['InBoth'];
      /** Format: date */
      readonly since: string | null;
      /** @description 根拠; null: our own default [D]. */
      readonly source: string | null;
      /** @description The default of the system. */
      readonly standard:
        | number
        | string
        | readonly unknown[]
        | {
            readonly [key: string]: unknown;
          };
      readonly unit: components['schemas']['RuleUnit'];
      readonly value:
        | number
        | string
        | readonly unknown[]
        | {
            readonly [key: string]: unknown;
          };
    };
    readonly RulesOfArea: {
      readonly area: components['schemas']['RuleArea'];
      /** @description From the prefecture down to the area itself. */
      readonly chain: readonly components['schemas']['RuleArea'][];
      readonly contexts: readonly components['schemas']['RulesOfContext'][];
      /** Format: date */
      readonly on: string;
      /** Format: date */
      readonly today: string;
    };
    readonly RulesOfContext: {
      readonly context: string;
      readonly rules: readonly components['schemas']['RuleShown'][];
      readonly title: components['schemas']['InBoth'];
    };
    readonly RuleTier: {
      readonly area: components['schemas']['RuleArea'];
      /** Format: date */
      readonly since: string | null;
      /** @description Left out: it has decided nothing. */
      readonly value?:
        | number
        | string
        | readonly unknown[]
        | {
            readonly [key: string]: unknown;
          };
    };
    /** @enum {string} */
    readonly RuleUnit:
      | 'business_day'
      | 'business_days_by_level'
      | 'choice'
      | 'day'
      | 'days_by_level'
      | 'hour'
      | 'level'
      | 'minute'
      | 'minute_of_day'
      | 'month'
      | 'nth_business_day'
      | 'nth_day'
      | 'number'
      | 'opening_hour'
      | 'percent'
      | 'severity'
      | 'tier'
      | 'times'
      | 'year';
    readonly SaveDraftBody: {
      /** @description The Idempotency-Key that the form will be sent with: once it has been accepted, the draft is over. */
      readonly key: string;
      /** @description What has been typed, by the path of its field. */
      readonly values: {
        readonly [key: string]: string | number | boolean | readonly string[];
      };
    };
    readonly SceneChecks: {
      readonly daily_care: readonly (
        | 'advance_wishes'
        | 'attending_physician'
        | 'care_level'
        | 'consent'
        | 'dementia'
        | 'emergency_contact'
        | 'family_pharmacy'
        | 'hospital_and_discharge'
        | 'key_person'
        | 'medical_procedures'
        | 'medication'
        | 'no_relatives'
      )[];
      readonly discharge_support: readonly (
        | 'advance_wishes'
        | 'attending_physician'
        | 'care_level'
        | 'consent'
        | 'dementia'
        | 'emergency_contact'
        | 'family_pharmacy'
        | 'hospital_and_discharge'
        | 'key_person'
        | 'medical_procedures'
        | 'medication'
        | 'no_relatives'
      )[];
      readonly end_of_life: readonly (
        | 'advance_wishes'
        | 'attending_physician'
        | 'care_level'
        | 'consent'
        | 'dementia'
        | 'emergency_contact'
        | 'family_pharmacy'
        | 'hospital_and_discharge'
        | 'key_person'
        | 'medical_procedures'
        | 'medication'
        | 'no_relatives'
      )[];
      readonly sudden_change: readonly (
        | 'advance_wishes'
        | 'attending_physician'
        | 'care_level'
        | 'consent'
        | 'dementia'
        | 'emergency_contact'
        | 'family_pharmacy'
        | 'hospital_and_discharge'
        | 'key_person'
        | 'medical_procedures'
        | 'medication'
        | 'no_relatives'
      )[];
    };
    readonly ScheduleAgendaItemBody: {
      /** @description 追加議題: after the agenda has closed. */
      readonly addLate?: boolean;
      readonly meeting?: string;
      /** Format: date */
      readonly meetingOn?: string;
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly ScreenForDischargeSupportBody: {
      readonly criteria: components['schemas']['ScreeningCriteriaBody'];
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly ScreeningCriteriaBody: {
      readonly dementia_symptoms?: boolean;
      readonly eating_assistance?: boolean;
      readonly excretion_assistance?: boolean;
      readonly living_alone_housework_assistance?: boolean;
      readonly new_medical_procedure?: boolean;
      readonly rising_walking_assistance?: boolean;
      readonly terminal_cancer?: boolean;
    };
    readonly SearchBody: {
      /** @description The `next` of the page before. */
      readonly after?: number;
      /** @description A name, a telephone number, a word of two characters or more, or the number of a case. */
      readonly q: string;
    };
    readonly SeatListed: {
      readonly organization: string;
      readonly role: components['schemas']['Role'];
      /** Format: uuid */
      readonly userId: string;
    };
    readonly SetUp: {
      readonly administrators: number;
      readonly councils: number;
      /** @description 相談窓口. */
      readonly desks: number;
      readonly homeCareAreas: number;
      readonly invited: number;
      /** @description Whether mail can leave this installation. */
      readonly mail: boolean;
      readonly municipalities: number;
      /** @description Municipalities that no desk and no base serves. */
      readonly municipalitiesWithoutDesk: number;
      readonly organizations: number;
      readonly patients: number;
      readonly people: number;
      /** @description People with a contact of their own (連絡先) that is confirmed: they are reached beside the screen. */
      readonly reachable: number;
      readonly ruleSets: number;
      /** @description Of them, whoever can sign in; an administrator who is alone cannot be helped by another. */
      readonly signingIn: number;
      /** @description The first of them by code, by name. */
      readonly withoutDesk: readonly string[];
    };
    readonly SharingAllowed: {
      /** @enum {string|null} */
      readonly basis: 'consent' | 'exception' | null;
      /** @enum {string} */
      readonly purpose: 'care_team' | 'emergency' | 'handover' | 'service';
    };
    readonly ShiftBody: {
      /** Format: date-time */
      readonly from: string;
      readonly organization: string;
      /** Format: date-time */
      readonly to: string;
      readonly user: string;
    };
    readonly SignalBehind: {
      /** @description The same case counts once: signals of one case have the same number here, counted from 1. */
      readonly case: number;
      /** Format: uuid */
      readonly id: string;
      readonly municipality: components['schemas']['Named'];
      /** Format: date-time */
      readonly occurredAt: string;
      /** @enum {string} */
      readonly scene: 'daily_care' | 'discharge_support' | 'end_of_life' | 'sudden_change';
      readonly severity: number;
      /** @enum {string} */
      readonly source:
        'backup' | 'consultation' | 'drill' | 'handover' | 'indicator' | 'manual' | 'survey' | 'training';
    };
    readonly SignalsBehind: {
      /** @description Whether there are others, of places that the reader does not serve. */
      readonly others: boolean;
      readonly signals: readonly components['schemas']['SignalBehind'][];
    };
    readonly SignInBody: {
      /** @description The six digits of the app, or a recovery code. */
      readonly code: string;
      readonly name: string;
      readonly password: string;
      /** @description 共用PC. */
      readonly shared?: boolean;
    };
    readonly SplitConsultationBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      /** @enum {string} */
      readonly scene: 'daily_care' | 'discharge_support' | 'end_of_life' | 'sudden_change';
      readonly summary: string;
      readonly topics: readonly (
        | 'abuse'
        | 'admission_info'
        | 'child'
        | 'cross_border'
        | 'dementia'
        | 'device_supply'
        | 'disability_welfare'
        | 'disaster_prep'
        | 'discharge_coordination'
        | 'family_burden'
        | 'find_dentist_oral'
        | 'find_home_doctor'
        | 'find_pharmacy_narcotic'
        | 'find_visiting_nurse'
        | 'guardianship_rights'
        | 'high_medical_need_prep'
        | 'information_sharing_rule'
        | 'law_fee'
        | 'night_holiday_cover'
        | 'no_relatives'
        | 'nutrition_swallow'
        | 'other'
        | 'outreach_request'
        | 'palliative_eol'
        | 'poverty'
        | 'rare_disease'
        | 'rehab'
        | 'sanitary_material'
        | 'training_request'
        | 'who_is_contact'
      )[];
      /** @enum {string} */
      readonly urgency?: 'immediate' | 'normal' | 'today';
    };
    readonly SplitIssueBody: {
      /** @enum {string} */
      readonly issueType:
        | 'core_institution'
        | 'cost_fee'
        | 'disaster'
        | 'form_ict'
        | 'information_gap'
        | 'lack_of_resource'
        | 'night_cover'
        | 'no_rule'
        | 'other'
        | 'pathway'
        | 'resident_understanding'
        | 'role_conflict'
        | 'rule_not_followed'
        | 'skill'
        | 'staffing'
        | 'supply'
        | 'unclear_contact';
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly reason: string;
      /**
       * @description Left out: as it is.
       * @enum {string}
       */
      readonly scene?: 'daily_care' | 'discharge_support' | 'end_of_life' | 'sudden_change';
      /** @description Those that are signs of another trouble. */
      readonly signals: readonly string[];
      readonly subject?: string;
    };
    readonly StandingListed: {
      /** @description The account of an institution is bound. */
      readonly byProvider: boolean;
      /** Format: date-time */
      readonly lastSignIn: string | null;
      /** @enum {string} */
      readonly state: 'active' | 'expired' | 'invited' | 'none';
      /** Format: date-time */
      readonly until: string | null;
      /** Format: uuid */
      readonly userId: string;
    };
    readonly SubmitActivityReportBody: {
      /** @description Of the figures that were looked at; others are not submitted unseen. */
      readonly hash?: string;
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly TagIssueSignalBody: {
      /** @enum {string} */
      readonly issueType:
        | 'core_institution'
        | 'cost_fee'
        | 'disaster'
        | 'form_ict'
        | 'information_gap'
        | 'lack_of_resource'
        | 'night_cover'
        | 'no_rule'
        | 'other'
        | 'pathway'
        | 'resident_understanding'
        | 'role_conflict'
        | 'rule_not_followed'
        | 'skill'
        | 'staffing'
        | 'supply'
        | 'unclear_contact';
      /** Format: date-time */
      readonly occurredAt?: string;
      /** @description 要旨: what councils may read of it. It names nobody. */
      readonly redactedNarrative?: string;
      /**
       * @description Left out: as it is.
       * @enum {string}
       */
      readonly scene?: 'daily_care' | 'discharge_support' | 'end_of_life' | 'sudden_change';
      readonly subject?: string;
    };
    readonly TestContactBody: {
      /** @description The same key sends one message. */
      readonly key: string;
    };
    readonly TextInEmergency: {
      /** Format: date-time */
      readonly at: string;
      /** @description What was written, part by part. */
      readonly parts: {
        readonly [key: string]: string;
      };
    };
    readonly Timeline: {
      readonly about: components['schemas']['About'];
      /** @description Commands that the reader may give just now, by their domain names. */
      readonly commands: readonly string[];
      /** @description Whose case it is, and whom to telephone about it. */
      readonly contact: components['schemas']['Contact'] | null;
      readonly entries: readonly components['schemas']['TimelineEntry'][];
      /** @description Codes of the case, by name: what it is about. */
      readonly facts: {
        readonly [key: string]: unknown;
      };
      readonly obligations: readonly components['schemas']['BoardRow'][];
      readonly patient: components['schemas']['PatientNamed'] | null;
      readonly state: string;
      readonly version: number;
    };
    readonly TimelineEntry: {
      readonly actor: components['schemas']['PersonActing'] | components['schemas']['WorkerActing'];
      /** @description What the fact says, by name; codes, ids and times. */
      readonly details: {
        readonly [key: string]: unknown;
      };
      /** Format: date-time */
      readonly occurredAt: string;
      readonly position: number;
      /** Format: date-time */
      readonly recordedAt: string;
      /** @description Free text that the fact points to, for those who may read it. */
      readonly texts: readonly components['schemas']['TimelineText'][];
      readonly type: string;
    };
    readonly TimelineText: {
      readonly kind: string;
      readonly text: string;
    };
    readonly Told: {
      readonly name: string | null;
      readonly role: components['schemas']['Role'] | null;
    };
    readonly TriageConsultationBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      /** @enum {string} */
      readonly urgency: 'immediate' | 'normal' | 'today';
    };
    readonly UnlinkConsultationBody: {
      readonly case: string;
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly UnlockBody: {
      readonly password: string;
    };
    readonly UnmergeIssueBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly reason: string;
    };
    readonly UserListed: {
      /** Format: uuid */
      readonly id: string;
      readonly name: string;
      readonly organization: components['schemas']['Workplace'];
      readonly role: components['schemas']['Role'];
      /** Format: uuid */
      readonly userId: string;
      /** @description 病棟: where in a hospital they work; null where they belong to none. */
      readonly ward: string | null;
    };
    readonly VerifyContactBody: {
      readonly code: string;
    };
    readonly VerifyInstitutionBody: {
      /**
       * Format: date
       * @description 確認した日; left out: today.
       */
      readonly on?: string;
    };
    readonly WantedCoordination: {
      readonly field: components['schemas']['CoordinationField'];
      readonly level: components['schemas']['CoordinationLevel'];
    };
    readonly WaysIn: {
      /** @description The demo region: an account is chosen, without a password. */
      readonly demo: boolean;
      /** @description Some institution has a provider of its own; which one has is told to nobody. */
      readonly provider: boolean;
    };
    readonly WhoSaw: {
      /** Format: uuid */
      readonly patient: string;
      readonly rows: readonly components['schemas']['LooksOfReader'][];
    };
    readonly WithdrawConsultationBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly reason: string;
    };
    readonly WithdrawIssueSignalBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
      readonly reason: string;
    };
    readonly WithdrawRegistrationBody: {
      /** Format: date-time */
      readonly occurredAt?: string;
    };
    readonly WorkerActing: {
      /** @description The job that did it by itself. */
      readonly system: string;
    };
    readonly Workplace: {
      readonly id: string;
      readonly kind: string;
      readonly name: string;
      readonly phone: string | null;
    };
    readonly WriteAgendaNoteBody: {
      readonly note: string;
      /** Format: date-time */
      readonly occurredAt?: string;
    };
  };
  responses: {
    /** @description RFC 9457 */
    readonly Problem: {
      headers: {
        readonly [name: string]: unknown;
      };
      content: {
        readonly 'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type About = components['schemas']['About'];
export type Accepted = components['schemas']['Accepted'];
export type AcceptInvitationBody = components['schemas']['AcceptInvitationBody'];
export type AcceptServiceRequestBody = components['schemas']['AcceptServiceRequestBody'];
export type AcknowledgeHandoverBody = components['schemas']['AcknowledgeHandoverBody'];
export type ActionShown = components['schemas']['ActionShown'];
export type ActivateRuleSetBody = components['schemas']['ActivateRuleSetBody'];
export type ActivityMonth = components['schemas']['ActivityMonth'];
export type ActivityMonthListed = components['schemas']['ActivityMonthListed'];
export type AddContactBody = components['schemas']['AddContactBody'];
export type AddPasskeyBody = components['schemas']['AddPasskeyBody'];
export type AddressBody = components['schemas']['AddressBody'];
export type AgendaEntryBody = components['schemas']['AgendaEntryBody'];
export type AgendaItemListed = components['schemas']['AgendaItemListed'];
export type AgendaItemShown = components['schemas']['AgendaItemShown'];
export type AgreeBackupArrangementBody = components['schemas']['AgreeBackupArrangementBody'];
export type AgreedBody = components['schemas']['AgreedBody'];
export type AnswerConsultationBody = components['schemas']['AnswerConsultationBody'];
export type AnswerDto = components['schemas']['AnswerDto'];
export type AppointCoordinatorBody = components['schemas']['AppointCoordinatorBody'];
export type Approval = components['schemas']['Approval'];
export type AreaChoice = components['schemas']['AreaChoice'];
export type AreaLevel = components['schemas']['AreaLevel'];
export type AreaOfGrid = components['schemas']['AreaOfGrid'];
export type ArrangeAgendaBody = components['schemas']['ArrangeAgendaBody'];
export type ArrangeDeskCoverBody = components['schemas']['ArrangeDeskCoverBody'];
export type AssignActionBody = components['schemas']['AssignActionBody'];
export type AssignBackupManuallyBody = components['schemas']['AssignBackupManuallyBody'];
export type AttendanceBody = components['schemas']['AttendanceBody'];
export type AttendanceShown = components['schemas']['AttendanceShown'];
export type AwaitReplyBody = components['schemas']['AwaitReplyBody'];
export type BeginProviderSignInBody = components['schemas']['BeginProviderSignInBody'];
export type Board = components['schemas']['Board'];
export type BoardRow = components['schemas']['BoardRow'];
export type BoundPerson = components['schemas']['BoundPerson'];
export type CallMeetingBody = components['schemas']['CallMeetingBody'];
export type CancelBackupBody = components['schemas']['CancelBackupBody'];
export type CancelServiceRequestBody = components['schemas']['CancelServiceRequestBody'];
export type Carer = components['schemas']['Carer'];
export type CaseFound = components['schemas']['CaseFound'];
export type CaseInList = components['schemas']['CaseInList'];
export type CaseList = components['schemas']['CaseList'];
export type CaseListed = components['schemas']['CaseListed'];
export type CaseOfPatient = components['schemas']['CaseOfPatient'];
export type CasesBehind = components['schemas']['CasesBehind'];
export type CategorizeAgendaItemBody = components['schemas']['CategorizeAgendaItemBody'];
export type Cell = components['schemas']['Cell'];
export type CellOfGrid = components['schemas']['CellOfGrid'];
export type ChangeCareManagerBody = components['schemas']['ChangeCareManagerBody'];
export type ChangeCareTeamBody = components['schemas']['ChangeCareTeamBody'];
export type ChangeInstitutionBody = components['schemas']['ChangeInstitutionBody'];
export type ChangePasswordBody = components['schemas']['ChangePasswordBody'];
export type ChangePrimaryPhysicianBody = components['schemas']['ChangePrimaryPhysicianBody'];
export type ChangeRulesBody = components['schemas']['ChangeRulesBody'];
export type ChangeSeatBody = components['schemas']['ChangeSeatBody'];
export type ChangeUserBody = components['schemas']['ChangeUserBody'];
export type ChannelOffered = components['schemas']['ChannelOffered'];
export type ChannelsShown = components['schemas']['ChannelsShown'];
export type CheckEffectBody = components['schemas']['CheckEffectBody'];
export type CheckImportBody = components['schemas']['CheckImportBody'];
export type ClassesBody = components['schemas']['ClassesBody'];
export type ClassifyLeakBody = components['schemas']['ClassifyLeakBody'];
export type CloseConsultationBody = components['schemas']['CloseConsultationBody'];
export type ClosedShown = components['schemas']['ClosedShown'];
export type CloseEmergencyLookBody = components['schemas']['CloseEmergencyLookBody'];
export type CloseInstitutionBody = components['schemas']['CloseInstitutionBody'];
export type CloseIssueBody = components['schemas']['CloseIssueBody'];
export type CodeList = components['schemas']['CodeList'];
export type CodeShown = components['schemas']['CodeShown'];
export type CompileEvidencePackBody = components['schemas']['CompileEvidencePackBody'];
export type CompleteActionBody = components['schemas']['CompleteActionBody'];
export type CompleteBackupBody = components['schemas']['CompleteBackupBody'];
export type CompleteServiceRequestBody = components['schemas']['CompleteServiceRequestBody'];
export type ConfirmBody = components['schemas']['ConfirmBody'];
export type ConsentBody = components['schemas']['ConsentBody'];
export type ConsentExceptionBody = components['schemas']['ConsentExceptionBody'];
export type ConsentExceptionReviewBody = components['schemas']['ConsentExceptionReviewBody'];
export type ConsentRetractionBody = components['schemas']['ConsentRetractionBody'];
export type ConsentWithdrawalBody = components['schemas']['ConsentWithdrawalBody'];
export type ConsultationForm = components['schemas']['ConsultationForm'];
export type ConsultationListed = components['schemas']['ConsultationListed'];
export type ConsulterBody = components['schemas']['ConsulterBody'];
export type Contact = components['schemas']['Contact'];
export type ContactAdded = components['schemas']['ContactAdded'];
export type ContactKind = components['schemas']['ContactKind'];
export type ContactListed = components['schemas']['ContactListed'];
export type ContactsInEmergency = components['schemas']['ContactsInEmergency'];
export type CoordinationField = components['schemas']['CoordinationField'];
export type CoordinationLevel = components['schemas']['CoordinationLevel'];
export type CoordinatorCell = components['schemas']['CoordinatorCell'];
export type CoordinatorGrid = components['schemas']['CoordinatorGrid'];
export type CoordinatorKind = components['schemas']['CoordinatorKind'];
export type CorrectPatientIdentityBody = components['schemas']['CorrectPatientIdentityBody'];
export type CouncilListed = components['schemas']['CouncilListed'];
export type CouncilMemberBody = components['schemas']['CouncilMemberBody'];
export type CouncilShown = components['schemas']['CouncilShown'];
export type CountedCaseShown = components['schemas']['CountedCaseShown'];
export type CountTable = components['schemas']['CountTable'];
export type DecideActivityReportBody = components['schemas']['DecideActivityReportBody'];
export type DecideAgendaItemBody = components['schemas']['DecideAgendaItemBody'];
export type DeclineBackupBody = components['schemas']['DeclineBackupBody'];
export type DeclineReferralBody = components['schemas']['DeclineReferralBody'];
export type DeclineServiceRequestBody = components['schemas']['DeclineServiceRequestBody'];
export type DeliveryShown = components['schemas']['DeliveryShown'];
export type DemoAccount = components['schemas']['DemoAccount'];
export type DeviceListed = components['schemas']['DeviceListed'];
export type DiscussAgendaItemBody = components['schemas']['DiscussAgendaItemBody'];
export type DismissIssueBody = components['schemas']['DismissIssueBody'];
export type DissentShown = components['schemas']['DissentShown'];
export type Draft = components['schemas']['Draft'];
export type DraftListed = components['schemas']['DraftListed'];
export type DraftMinutesBody = components['schemas']['DraftMinutesBody'];
export type DropAgendaItemBody = components['schemas']['DropAgendaItemBody'];
export type DuesPreview = components['schemas']['DuesPreview'];
export type EmergencyLookListed = components['schemas']['EmergencyLookListed'];
export type EmergencyLooksOfMonth = components['schemas']['EmergencyLooksOfMonth'];
export type EmergencyRecord = components['schemas']['EmergencyRecord'];
export type EndCoordinatorPostBody = components['schemas']['EndCoordinatorPostBody'];
export type EndDeskCoverBody = components['schemas']['EndDeskCoverBody'];
export type EndSessionsBody = components['schemas']['EndSessionsBody'];
export type ErasePatientBody = components['schemas']['ErasePatientBody'];
export type EstablishCouncilBody = components['schemas']['EstablishCouncilBody'];
export type EventPage = components['schemas']['EventPage'];
export type ExcludeFromSurveyBody = components['schemas']['ExcludeFromSurveyBody'];
export type FieldRequired = components['schemas']['FieldRequired'];
export type FindPatientsBody = components['schemas']['FindPatientsBody'];
export type FittingCoordinator = components['schemas']['FittingCoordinator'];
export type Found = components['schemas']['Found'];
export type FoundBody = components['schemas']['FoundBody'];
export type Founded = components['schemas']['Founded'];
export type FurtherIssueBody = components['schemas']['FurtherIssueBody'];
export type HandBackToPrimaryBody = components['schemas']['HandBackToPrimaryBody'];
export type HandoverDocumentBody = components['schemas']['HandoverDocumentBody'];
export type HeldMeeting = components['schemas']['HeldMeeting'];
export type HistoryEntry = components['schemas']['HistoryEntry'];
export type HoldMeetingBody = components['schemas']['HoldMeetingBody'];
export type Home = components['schemas']['Home'];
export type HomeCareAreaBody = components['schemas']['HomeCareAreaBody'];
export type HomeLine = components['schemas']['HomeLine'];
export type IdentifyCareManagerBody = components['schemas']['IdentifyCareManagerBody'];
export type IdentityShown = components['schemas']['IdentityShown'];
export type ImportAreasBody = components['schemas']['ImportAreasBody'];
export type ImportColumn = components['schemas']['ImportColumn'];
export type ImportContent = components['schemas']['ImportContent'];
export type ImportDecisionBody = components['schemas']['ImportDecisionBody'];
export type ImportFault = components['schemas']['ImportFault'];
export type ImportFaults = components['schemas']['ImportFaults'];
export type ImportFaultText = components['schemas']['ImportFaultText'];
export type ImportField = components['schemas']['ImportField'];
export type ImportForm = components['schemas']['ImportForm'];
export type ImportListed = components['schemas']['ImportListed'];
export type ImportMappingFault = components['schemas']['ImportMappingFault'];
export type ImportPreviewCell = components['schemas']['ImportPreviewCell'];
export type ImportPreviewRow = components['schemas']['ImportPreviewRow'];
export type ImportRefusal = components['schemas']['ImportRefusal'];
export type Imports = components['schemas']['Imports'];
export type ImportShown = components['schemas']['ImportShown'];
export type ImportState = components['schemas']['ImportState'];
export type ImportTarget = components['schemas']['ImportTarget'];
export type InBoth = components['schemas']['InBoth'];
export type InCharge = components['schemas']['InCharge'];
export type InstitutionCapability = components['schemas']['InstitutionCapability'];
export type InstitutionCodeBody = components['schemas']['InstitutionCodeBody'];
export type InvitationMade = components['schemas']['InvitationMade'];
export type InvitationOpened = components['schemas']['InvitationOpened'];
export type IssueAlike = components['schemas']['IssueAlike'];
export type IssueAreaLine = components['schemas']['IssueAreaLine'];
export type IssueAssessmentBody = components['schemas']['IssueAssessmentBody'];
export type IssueCandidate = components['schemas']['IssueCandidate'];
export type IssueCandidates = components['schemas']['IssueCandidates'];
export type IssueLine = components['schemas']['IssueLine'];
export type IssueListed = components['schemas']['IssueListed'];
export type IssueShown = components['schemas']['IssueShown'];
export type IssueSignalListed = components['schemas']['IssueSignalListed'];
export type IssuesPreview = components['schemas']['IssuesPreview'];
export type IssuesToSee = components['schemas']['IssuesToSee'];
export type JoinInvitationBody = components['schemas']['JoinInvitationBody'];
export type KeepProviderBody = components['schemas']['KeepProviderBody'];
export type LedgerLine = components['schemas']['LedgerLine'];
export type Likeness = components['schemas']['Likeness'];
export type LikePatient = components['schemas']['LikePatient'];
export type LikePatientsBody = components['schemas']['LikePatientsBody'];
export type LinkBody = components['schemas']['LinkBody'];
export type LinkConsultationBody = components['schemas']['LinkConsultationBody'];
export type LinkedBody = components['schemas']['LinkedBody'];
export type LogConsultationBody = components['schemas']['LogConsultationBody'];
export type Looker = components['schemas']['Looker'];
export type LookListed = components['schemas']['LookListed'];
export type LooksListed = components['schemas']['LooksListed'];
export type LooksOfReader = components['schemas']['LooksOfReader'];
export type MapColumnsBody = components['schemas']['MapColumnsBody'];
export type MatrixCell = components['schemas']['MatrixCell'];
export type Me = components['schemas']['Me'];
export type MeetingElsewhereBody = components['schemas']['MeetingElsewhereBody'];
export type MeetingListed = components['schemas']['MeetingListed'];
export type MeetingShown = components['schemas']['MeetingShown'];
export type Member = components['schemas']['Member'];
export type MemberShown = components['schemas']['MemberShown'];
export type MergeConsultationsBody = components['schemas']['MergeConsultationsBody'];
export type MergeIssueBody = components['schemas']['MergeIssueBody'];
export type MessageAfterwards = components['schemas']['MessageAfterwards'];
export type MessageListed = components['schemas']['MessageListed'];
export type MonthReviewed = components['schemas']['MonthReviewed'];
export type MovePatientBody = components['schemas']['MovePatientBody'];
export type MunicipalityBody = components['schemas']['MunicipalityBody'];
export type NameCareManagerBody = components['schemas']['NameCareManagerBody'];
export type Named = components['schemas']['Named'];
export type NamePasskeyBody = components['schemas']['NamePasskeyBody'];
export type NextMeeting = components['schemas']['NextMeeting'];
export type NextStep = components['schemas']['NextStep'];
export type OpenActivityReportBody = components['schemas']['OpenActivityReportBody'];
export type OpenCase = components['schemas']['OpenCase'];
export type OpenInEmergencyBody = components['schemas']['OpenInEmergencyBody'];
export type OpenSessionBody = components['schemas']['OpenSessionBody'];
export type OrganizationListed = components['schemas']['OrganizationListed'];
export type OrganizationPage = components['schemas']['OrganizationPage'];
export type OutboxItem = components['schemas']['OutboxItem'];
export type OwnAction = components['schemas']['OwnAction'];
export type OwnProvider = components['schemas']['OwnProvider'];
export type OwnSignIn = components['schemas']['OwnSignIn'];
export type PackDecision = components['schemas']['PackDecision'];
export type PackLine = components['schemas']['PackLine'];
export type PackListed = components['schemas']['PackListed'];
export type PackShown = components['schemas']['PackShown'];
export type PackSplit = components['schemas']['PackSplit'];
export type PackVersion = components['schemas']['PackVersion'];
export type PasskeyOptions = components['schemas']['PasskeyOptions'];
export type PasskeyShown = components['schemas']['PasskeyShown'];
export type PasskeySignInBody = components['schemas']['PasskeySignInBody'];
export type PatientListed = components['schemas']['PatientListed'];
export type PatientNamed = components['schemas']['PatientNamed'];
export type PatientPage = components['schemas']['PatientPage'];
export type PatientsFound = components['schemas']['PatientsFound'];
export type PersonActing = components['schemas']['PersonActing'];
export type PersonFound = components['schemas']['PersonFound'];
export type PersonInEmergency = components['schemas']['PersonInEmergency'];
export type PhysicianShown = components['schemas']['PhysicianShown'];
export type PlainBody = components['schemas']['PlainBody'];
export type PlanDischargeBody = components['schemas']['PlanDischargeBody'];
export type PlanMeetingBody = components['schemas']['PlanMeetingBody'];
export type PositionShown = components['schemas']['PositionShown'];
export type PostOfGrid = components['schemas']['PostOfGrid'];
export type PostponeMeetingBody = components['schemas']['PostponeMeetingBody'];
export type PrefectureBody = components['schemas']['PrefectureBody'];
export type PreferencesBody = components['schemas']['PreferencesBody'];
export type Problem = components['schemas']['Problem'];
export type ProblemField = components['schemas']['ProblemField'];
export type PromiseObligationBody = components['schemas']['PromiseObligationBody'];
export type ProposeAgendaItemBody = components['schemas']['ProposeAgendaItemBody'];
export type ProvideAdmissionInformationBody = components['schemas']['ProvideAdmissionInformationBody'];
export type ProviderBegun = components['schemas']['ProviderBegun'];
export type ProviderKept = components['schemas']['ProviderKept'];
export type ProviderReturned = components['schemas']['ProviderReturned'];
export type ProviderShown = components['schemas']['ProviderShown'];
export type PublishOnCallShiftsBody = components['schemas']['PublishOnCallShiftsBody'];
export type PushKeysBody = components['schemas']['PushKeysBody'];
export type QuietBody = components['schemas']['QuietBody'];
export type RaiseIssueSignalBody = components['schemas']['RaiseIssueSignalBody'];
export type RateListed = components['schemas']['RateListed'];
export type ReachedBody = components['schemas']['ReachedBody'];
export type ReaderReviewed = components['schemas']['ReaderReviewed'];
export type RecordAttendanceBody = components['schemas']['RecordAttendanceBody'];
export type RecordBodyPositionBody = components['schemas']['RecordBodyPositionBody'];
export type RecordCallBody = components['schemas']['RecordCallBody'];
export type RecordConsultationActionBody = components['schemas']['RecordConsultationActionBody'];
export type RecordDeathBody = components['schemas']['RecordDeathBody'];
export type RecordDischargeBody = components['schemas']['RecordDischargeBody'];
export type RecordedAggregate = components['schemas']['RecordedAggregate'];
export type RecordedAreas = components['schemas']['RecordedAreas'];
export type RecordedCrossBorder = components['schemas']['RecordedCrossBorder'];
export type RecordedEvent = components['schemas']['RecordedEvent'];
export type RecordedPerson = components['schemas']['RecordedPerson'];
export type RecordedRuleSet = components['schemas']['RecordedRuleSet'];
export type RecordedSubject = components['schemas']['RecordedSubject'];
export type RecordedWorker = components['schemas']['RecordedWorker'];
export type RecordReplyBody = components['schemas']['RecordReplyBody'];
export type RecordTransferBody = components['schemas']['RecordTransferBody'];
export type RecordUserLeavingBody = components['schemas']['RecordUserLeavingBody'];
export type RecoveryCodes = components['schemas']['RecoveryCodes'];
export type ReferConsultationBody = components['schemas']['ReferConsultationBody'];
export type ReferralTarget = components['schemas']['ReferralTarget'];
export type ReferralTargets = components['schemas']['ReferralTargets'];
export type RegisterAdmissionBody = components['schemas']['RegisterAdmissionBody'];
export type RegisterInstitutionBody = components['schemas']['RegisterInstitutionBody'];
export type RegisterPatientBody = components['schemas']['RegisterPatientBody'];
export type RegisterUserBody = components['schemas']['RegisterUserBody'];
export type RelatedCase = components['schemas']['RelatedCase'];
export type RelatedListed = components['schemas']['RelatedListed'];
export type RemovePasskeyBody = components['schemas']['RemovePasskeyBody'];
export type ReopenConsultationBody = components['schemas']['ReopenConsultationBody'];
export type ReopenInstitutionBody = components['schemas']['ReopenInstitutionBody'];
export type ReplyRecorded = components['schemas']['ReplyRecorded'];
export type ReplySheetMade = components['schemas']['ReplySheetMade'];
export type ReportShown = components['schemas']['ReportShown'];
export type RequestCallBody = components['schemas']['RequestCallBody'];
export type RequestEmergencyBackupBody = components['schemas']['RequestEmergencyBackupBody'];
export type RequestHandoverClarificationBody = components['schemas']['RequestHandoverClarificationBody'];
export type RequestServiceBody = components['schemas']['RequestServiceBody'];
export type RescheduleServiceBody = components['schemas']['RescheduleServiceBody'];
export type ReturnActivityReportBody = components['schemas']['ReturnActivityReportBody'];
export type ReturnBody = components['schemas']['ReturnBody'];
export type ReturnHandoverBody = components['schemas']['ReturnHandoverBody'];
export type ReturnPostDischargeFeedbackBody = components['schemas']['ReturnPostDischargeFeedbackBody'];
export type ReviewEmergencyLookBody = components['schemas']['ReviewEmergencyLookBody'];
export type ReviseCouncilBody = components['schemas']['ReviseCouncilBody'];
export type Role = components['schemas']['Role'];
export type RuleAgreed = components['schemas']['RuleAgreed'];
export type RuleArea = components['schemas']['RuleArea'];
export type RuleChangeAskedBody = components['schemas']['RuleChangeAskedBody'];
export type RuleChangeBody = components['schemas']['RuleChangeBody'];
export type RuleComing = components['schemas']['RuleComing'];
export type RuleDecided = components['schemas']['RuleDecided'];
export type RuleEntry = components['schemas']['RuleEntry'];
export type RuleMaker = components['schemas']['RuleMaker'];
export type RulePage = components['schemas']['RulePage'];
export type RulePreview = components['schemas']['RulePreview'];
export type RuleReason = components['schemas']['RuleReason'];
export type RuleShown = components['schemas']['RuleShown'];
export type RulesOfArea = components['schemas']['RulesOfArea'];
export type RulesOfContext = components['schemas']['RulesOfContext'];
export type RuleTier = components['schemas']['RuleTier'];
export type RuleUnit = components['schemas']['RuleUnit'];
export type SaveDraftBody = components['schemas']['SaveDraftBody'];
export type SceneChecks = components['schemas']['SceneChecks'];
export type ScheduleAgendaItemBody = components['schemas']['ScheduleAgendaItemBody'];
export type ScreenForDischargeSupportBody = components['schemas']['ScreenForDischargeSupportBody'];
export type ScreeningCriteriaBody = components['schemas']['ScreeningCriteriaBody'];
export type SearchBody = components['schemas']['SearchBody'];
export type SeatListed = components['schemas']['SeatListed'];
export type SetUp = components['schemas']['SetUp'];
export type SharingAllowed = components['schemas']['SharingAllowed'];
export type ShiftBody = components['schemas']['ShiftBody'];
export type SignalBehind = components['schemas']['SignalBehind'];
export type SignalsBehind = components['schemas']['SignalsBehind'];
export type SignInBody = components['schemas']['SignInBody'];
export type SplitConsultationBody = components['schemas']['SplitConsultationBody'];
export type SplitIssueBody = components['schemas']['SplitIssueBody'];
export type StandingListed = components['schemas']['StandingListed'];
export type SubmitActivityReportBody = components['schemas']['SubmitActivityReportBody'];
export type TagIssueSignalBody = components['schemas']['TagIssueSignalBody'];
export type TestContactBody = components['schemas']['TestContactBody'];
export type TextInEmergency = components['schemas']['TextInEmergency'];
export type Timeline = components['schemas']['Timeline'];
export type TimelineEntry = components['schemas']['TimelineEntry'];
export type TimelineText = components['schemas']['TimelineText'];
export type Told = components['schemas']['Told'];
export type TriageConsultationBody = components['schemas']['TriageConsultationBody'];
export type UnlinkConsultationBody = components['schemas']['UnlinkConsultationBody'];
export type UnlockBody = components['schemas']['UnlockBody'];
export type UnmergeIssueBody = components['schemas']['UnmergeIssueBody'];
export type UserListed = components['schemas']['UserListed'];
export type VerifyContactBody = components['schemas']['VerifyContactBody'];
export type VerifyInstitutionBody = components['schemas']['VerifyInstitutionBody'];
export type WantedCoordination = components['schemas']['WantedCoordination'];
export type WaysIn = components['schemas']['WaysIn'];
export type WhoSaw = components['schemas']['WhoSaw'];
export type WithdrawConsultationBody = components['schemas']['WithdrawConsultationBody'];
export type WithdrawIssueSignalBody = components['schemas']['WithdrawIssueSignalBody'];
export type WithdrawRegistrationBody = components['schemas']['WithdrawRegistrationBody'];
export type WorkerActing = components['schemas']['WorkerActing'];
export type Workplace = components['schemas']['Workplace'];
export type WriteAgendaNoteBody = components['schemas']['WriteAgendaNoteBody'];
export type ResponseProblem = components['responses']['Problem'];
export type $defs = Record<string, never>;
export interface operations {
  readonly listOwnActions: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['OwnAction'][];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listActivityMonths: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['ActivityMonthListed'][];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly openActivityReport: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['OpenActivityReportBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly showActivityMonth: {
    readonly parameters: {
      readonly query?: {
        /** @description 自分が書いた位置まで待って読む（最大2秒） */
        readonly position?: string;
      };
      readonly header?: never;
      readonly path: {
        readonly desk: string;
        /** @description YYYY-MM */
        readonly month: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ActivityMonth'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listCountedCases: {
    readonly parameters: {
      readonly query: {
        readonly by:
          'channel' | 'municipality' | 'outcome' | 'profession' | 'scene' | 'side' | 'time_to_close' | 'topic';
        readonly code: string;
      };
      readonly header?: never;
      readonly path: {
        readonly desk: string;
        /** @description YYYY-MM */
        readonly month: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CasesBehind'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly approveActivityReport: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly report: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PlainBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly decideActivityReport: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly report: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['DecideActivityReportBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly returnActivityReport: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly report: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ReturnActivityReportBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly submitActivityReport: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly report: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['SubmitActivityReportBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listAgendaItems: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['AgendaItemListed'][];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly proposeAgendaItem: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ProposeAgendaItemBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly completeAction: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly agendaItem: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CompleteActionBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly assignAction: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly agendaItem: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AssignActionBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly categorizeAgendaItem: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly agendaItem: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CategorizeAgendaItemBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly decideAgendaItem: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly agendaItem: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['DecideAgendaItemBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly discussAgendaItem: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly agendaItem: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['DiscussAgendaItemBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly dropAgendaItem: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly agendaItem: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['DropAgendaItemBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly checkEffect: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly agendaItem: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CheckEffectBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly writeAgendaNote: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly agendaItem: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['WriteAgendaNoteBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly concludePositions: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly agendaItem: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PlainBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly recordBodyPosition: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly agendaItem: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RecordBodyPositionBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly scheduleAgendaItem: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly agendaItem: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ScheduleAgendaItemBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listAreas: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['AreaChoice'][];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly importAreas: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ImportAreasBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly showRulesOfArea: {
    readonly parameters: {
      readonly query?: {
        /** @description 日付。書かなければ今日 */
        readonly on?: string;
      };
      readonly header?: never;
      readonly path: {
        /** @description 圏域の番号（市町村は6桁のコード） */
        readonly area: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RulesOfArea'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly showRule: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description 圏域の番号（市町村は6桁のコード） */
        readonly area: string;
        readonly context: string;
        readonly rule: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RulePage'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly agreeBackupArrangement: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AgreeBackupArrangementBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly endBackupArrangement: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly arrangement: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PlainBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly renewBackupArrangement: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly arrangement: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PlainBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly requestEmergencyBackup: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RequestEmergencyBackupBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly acceptBackup: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly request: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PlainBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly recordArrival: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly request: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PlainBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly assignBackupManually: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly request: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AssignBackupManuallyBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly cancelBackup: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly request: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CancelBackupBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly completeBackup: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly request: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CompleteBackupBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly declineBackup: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly request: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['DeclineBackupBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly recordDeparture: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly request: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PlainBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly divertToEmergencyServices: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly request: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PlainBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly acknowledgeHandback: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly request: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PlainBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly handBackToPrimary: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly request: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['HandBackToPrimaryBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly withdrawAcceptance: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly request: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PlainBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly showBoard: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Board'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listCases: {
    readonly parameters: {
      readonly query?: {
        /** @description 前のページの next */
        readonly after?: number;
        /** @description 種類（繰り返せる） */
        readonly kind?: readonly string[];
        /** @description 自分か自分の所属が当事者のもの */
        readonly mine?: '1';
        readonly organization?: string;
        /** @description 終結した月 YYYY-MM（this は今月） */
        readonly over?: unknown;
        /** @description 期限を過ぎたものがあるもの */
        readonly overdue?: '1';
        /** @description 自分が書いた位置まで待って読む（最大2秒） */
        readonly position?: number;
        readonly state?: 'open' | 'over';
        /** @description 未対応：まだ何も果たされていないもの */
        readonly untouched?: '1';
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CaseList'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listDeliveries: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['DeliveryShown'][];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listRelatedCases: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['RelatedListed'][];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly showTimeline: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Timeline'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly showChannels: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ChannelsShown'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly saveChannels: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description 読んだ版（例："3"）。はじめては "0" */
        readonly 'If-Match': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PreferencesBody'];
      };
    };
    readonly responses: {
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly readConsultationForm: {
    readonly parameters: {
      readonly query?: {
        readonly on?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ConsultationForm'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly logConsultation: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['LogConsultationBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly recordConsultationAction: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly consultation: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RecordConsultationActionBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly answerConsultation: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly consultation: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AnswerConsultationBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly awaitReply: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly consultation: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AwaitReplyBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly closeConsultation: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly consultation: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CloseConsultationBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly linkConsultation: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly consultation: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['LinkConsultationBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly undoMerge: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly consultation: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PlainBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly mergeConsultations: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly consultation: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['MergeConsultationsBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly acceptReferral: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly consultation: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PlainBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly declineReferral: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly consultation: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['DeclineReferralBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly referConsultation: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly consultation: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ReferConsultationBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly reopenConsultation: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly consultation: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ReopenConsultationBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly splitConsultation: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly consultation: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['SplitConsultationBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly triageConsultation: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly consultation: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['TriageConsultationBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly unlinkConsultation: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly consultation: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['UnlinkConsultationBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly withdrawConsultation: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly consultation: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['WithdrawConsultationBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listCasesToLink: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['CaseListed'][];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listReferralTargets: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ReferralTargets'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listLikelyDuplicates: {
    readonly parameters: {
      readonly query?: {
        readonly organization?: string;
        readonly patient?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['ConsultationListed'][];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly addContactPoint: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AddContactBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ContactAdded'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly removeContactPoint: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly preferContactPoint: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly testContactPoint: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['TestContactBody'];
      };
    };
    readonly responses: {
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly verifyContactPoint: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['VerifyContactBody'];
      };
    };
    readonly responses: {
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly showCoordinatorGrid: {
    readonly parameters: {
      readonly query?: {
        /** @description 圏域の番号。書かなければ自分の二次医療圏 */
        readonly area?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CoordinatorGrid'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly appointCoordinator: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AppointCoordinatorBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly endCoordinatorPost: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly coordinatorPost: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['EndCoordinatorPostBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listCouncils: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['CouncilListed'][];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly establishCouncil: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['EstablishCouncilBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly showCouncil: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly council: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['CouncilShown'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly appointCouncilMember: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly council: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CouncilMemberBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly endMembership: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly council: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CouncilMemberBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly reviseCouncil: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly council: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ReviseCouncilBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listDemoAccounts: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['DemoAccount'][];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly arrangeDeskCover: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ArrangeDeskCoverBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly endDeskCover: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly deskCover: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['EndDeskCoverBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listDrafts: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['DraftListed'][];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly showDraft: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly command: string;
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Draft'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly saveDraft: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        /** @description 続きを書いた版（例："3"）。はじめては "0" */
        readonly 'If-Match': string;
      };
      readonly path: {
        readonly command: string;
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['SaveDraftBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['DraftListed'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly discardDraft: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly command: string;
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listEmergencyLooks: {
    readonly parameters: {
      readonly query?: {
        /** @description YYYY-MM。なければ今月 */
        readonly month?: unknown;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['EmergencyLooksOfMonth'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly openInEmergency: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['OpenInEmergencyBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly closeEmergencyLook: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly emergencyLook: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CloseEmergencyLookBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly showEmergencyRecord: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly emergencyLook: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['EmergencyRecord'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly reviewEmergencyLook: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly emergencyLook: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ReviewEmergencyLookBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly replayEvents: {
    readonly parameters: {
      readonly query?: {
        /** @description この位置より後を読む */
        readonly after?: unknown;
        readonly limit?: unknown;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['EventPage'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listEvidencePacks: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['PackListed'][];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly showEvidencePack: {
    readonly parameters: {
      readonly query?: {
        readonly audience?: 'council' | 'public';
      };
      readonly header?: never;
      readonly path: {
        readonly pack: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PackShown'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly compileEvidencePack: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly pack: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CompileEvidencePackBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly printEvidencePack: {
    readonly parameters: {
      readonly query?: {
        readonly audience?: 'council' | 'public';
      };
      readonly header?: never;
      readonly path: {
        readonly format: string;
        readonly pack: string;
        readonly version: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/octet-stream': string;
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listSignalsBehind: {
    readonly parameters: {
      readonly query?: {
        /** @description 内訳。なければ全体 */
        readonly by?: 'area' | 'month' | 'scene' | 'source';
        /** @description 内訳の区分 */
        readonly code?: unknown;
      };
      readonly header?: never;
      readonly path: {
        readonly pack: string;
        readonly version: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SignalsBehind'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly foundRegion: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['FoundBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Founded'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly registerAdmission: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RegisterAdmissionBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly acknowledgeHandover: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly case: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AcknowledgeHandoverBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly provideAdmissionInformation: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly case: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ProvideAdmissionInformationBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly identifyCareManager: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly case: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['IdentifyCareManagerBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly reassignCareManager: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly case: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NameCareManagerBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly requestHandoverClarification: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly case: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RequestHandoverClarificationBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly recordDeath: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly case: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RecordDeathBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly holdDischargeConference: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly case: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PlainBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly startDischargePlan: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly case: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PlainBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly recordDischarge: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly case: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RecordDischargeBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly submitHandover: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly case: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['HandoverDocumentBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly excludeFromSurvey: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly case: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ExcludeFromSurveyBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly holdFamilyInterview: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly case: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PlainBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly returnPostDischargeFeedback: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly case: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ReturnPostDischargeFeedbackBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly classifyLeak: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly case: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ClassifyLeakBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly deliverHandoverOnPaper: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly case: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PlainBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly planDischarge: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly case: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PlanDischargeBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly relayCareManagerToNextHospital: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly case: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PlainBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly makeReplySheet: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly case: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ReplySheetMade'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly returnHandover: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly case: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ReturnHandoverBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly screenForDischargeSupport: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly case: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ScreenForDischargeSupportBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly notifyDischargeSupportStart: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly case: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PlainBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly supplementHandover: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly case: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['HandoverDocumentBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly recordTransfer: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly case: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RecordTransferBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly showHome: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Home'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listImports: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Imports'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly showImport: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly import: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ImportShown'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly beginImport: {
    readonly parameters: {
      readonly query: {
        readonly target: 'areas' | 'organizations' | 'patients' | 'staff';
      };
      readonly header?: {
        /** @description ファイル名（パーセント符号化したUTF-8） */
        readonly 'Tsunagi-File-Name'?: string;
      };
      readonly path: {
        readonly import: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/octet-stream': string;
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ImportListed'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly discardImport: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly import: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly checkImport: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly import: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CheckImportBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ImportListed'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly mapImportColumns: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly import: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['MapColumnsBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ImportShown'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listImportFaults: {
    readonly parameters: {
      readonly query?: {
        readonly from?: number;
      };
      readonly header?: never;
      readonly path: {
        readonly import: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ImportFaults'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly downloadImportFaults: {
    readonly parameters: {
      readonly query?: {
        readonly language?: 'en' | 'ja';
      };
      readonly header?: never;
      readonly path: {
        readonly import: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'text/csv': string;
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly runImport: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly import: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ImportListed'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly undoImport: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly import: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ImportListed'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly acceptInvitation: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AcceptInvitationBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Accepted'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly joinInvitation: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['JoinInvitationBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Me'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly openInvitation: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['LinkBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['InvitationOpened'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly beginJoining: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['LinkBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ProviderBegun'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listIssueCandidates: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IssueCandidates'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly raiseIssueSignal: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RaiseIssueSignalBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly tagIssueSignal: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly signal: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['TagIssueSignalBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly withdrawIssueSignal: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly signal: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['WithdrawIssueSignalBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listIssues: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['IssueListed'][];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly showIssue: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly issue: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['IssueShown'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listAlikeIssues: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly issue: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['IssueAlike'][];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly closeIssue: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly issue: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CloseIssueBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly dismissIssue: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly issue: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['DismissIssueBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly mergeIssue: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly issue: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['MergeIssueBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly splitIssue: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly issue: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['SplitIssueBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly unmergeIssue: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly issue: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['UnmergeIssueBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly getMe: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Me'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly planMeeting: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PlanMeetingBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly showMeeting: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly meeting: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['MeetingShown'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly arrangeAgenda: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly meeting: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ArrangeAgendaBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly recordAttendance: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly meeting: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RecordAttendanceBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly callMeeting: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly meeting: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CallMeetingBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly holdMeeting: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly meeting: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['HoldMeetingBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly holdInWriting: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly meeting: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['HoldMeetingBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly downloadInvitation: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly meeting: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'text/calendar': string;
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly sendMaterials: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly meeting: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PlainBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly draftMinutes: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly meeting: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['DraftMinutesBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly approveMinutes: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly meeting: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PlainBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly publishMinutes: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly meeting: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PlainBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly postponeMeeting: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly meeting: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PostponeMeetingBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listMessages: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['MessageListed'][];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly promiseObligation: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly obligation: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PromiseObligationBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly publishOnCallShifts: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PublishOnCallShiftsBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listOrganizations: {
    readonly parameters: {
      readonly query?: {
        /** @description 廃止した機関も */
        readonly closed?: '1';
        /** @description 種類（繰り返せる） */
        readonly kind?: readonly string[];
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['OrganizationListed'][];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly registerInstitution: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RegisterInstitutionBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly showOrganization: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly organization: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OrganizationPage'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly changeInstitution: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly organization: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ChangeInstitutionBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly closeInstitution: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly organization: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CloseInstitutionBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly showIdentityProvider: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly organization: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ProviderShown'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly keepIdentityProvider: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly organization: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['KeepProviderBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ProviderShown'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly removeIdentityProvider: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly organization: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly reopenInstitution: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly organization: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ReopenInstitutionBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly verifyInstitution: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly organization: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['VerifyInstitutionBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly withdrawInstitutionRegistration: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly organization: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['WithdrawRegistrationBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listOutbox: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['OutboxItem'][];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly showOwnSignIn: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OwnSignIn'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly namePasskey: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NamePasskeyBody'];
      };
    };
    readonly responses: {
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly removePasskey: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RemovePasskeyBody'];
      };
    };
    readonly responses: {
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly addPasskey: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AddPasskeyBody'];
      };
    };
    readonly responses: {
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly beginAddingPasskey: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ConfirmBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PasskeyOptions'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly changePassword: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ChangePasswordBody'];
      };
    };
    readonly responses: {
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly beginBinding: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ConfirmBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ProviderBegun'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly unbindProvider: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ConfirmBody'];
      };
    };
    readonly responses: {
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly makeRecoveryCodes: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ConfirmBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RecoveryCodes'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly changeSeat: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ChangeSeatBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Me'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly endSessions: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['EndSessionsBody'];
      };
    };
    readonly responses: {
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly signInByPasskey: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PasskeySignInBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Me'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly beginPasskeySignIn: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PasskeyOptions'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listPatients: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['PatientListed'][];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly registerPatient: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RegisterPatientBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly showPatient: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly patient: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PatientPage'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly hideAddress: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly patient: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AddressBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly showAddress: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly patient: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AddressBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly changeCareManager: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly patient: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ChangeCareManagerBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly changeCareTeam: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly patient: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ChangeCareTeamBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly reviewConsentException: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly patient: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ConsentExceptionReviewBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly recordConsentException: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly patient: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ConsentExceptionBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly retractConsentEntry: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly patient: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ConsentRetractionBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly withdrawConsent: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly patient: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ConsentWithdrawalBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly giveConsent: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly patient: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ConsentBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly erasePatient: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly patient: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ErasePatientBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly correctPatientIdentity: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly patient: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CorrectPatientIdentityBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly movePatient: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly patient: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['MovePatientBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly changePrimaryPhysician: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly patient: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ChangePrimaryPhysicianBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly withdrawPatientRegistration: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly patient: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['WithdrawRegistrationBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly findLikePatients: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['LikePatientsBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['LikePatient'][];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly findPatients: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['FindPatientsBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['PatientsFound'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly requestCall: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RequestCallBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly recordCall: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly phoneTask: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RecordCallBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly beginProviderSignIn: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['BeginProviderSignInBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ProviderBegun'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly returnFromProvider: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ReturnBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ProviderReturned'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listRates: {
    readonly parameters: {
      readonly query?: {
        /** @description YYYY-MM-DD（既定は今月1日） */
        readonly from?: string;
        /** @description 自分が書いた位置まで待って読む（最大2秒） */
        readonly position?: string;
        /** @description YYYY-MM-DD（既定は今日） */
        readonly to?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['RateListed'][];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listLooks: {
    readonly parameters: {
      readonly query?: {
        /** @description 本人か案件のID */
        readonly about?: string;
        /** @description 前のページの next */
        readonly after?: number;
        /** @description 日（YYYY-MM-DD） */
        readonly day?: string;
        /** @description 目的 */
        readonly purpose?: unknown;
        /** @description 見た人のID */
        readonly reader?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['LooksListed'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly reviewLooks: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description YYYY-MM */
        readonly month: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['MonthReviewed'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly showWhoSaw: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly patient: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['WhoSaw'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly recordReply: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RecordReplyBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ReplyRecorded'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listRuleAreas: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['RuleArea'][];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly changeRules: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ChangeRulesBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly previewRuleChange: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RuleChangeAskedBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['RulePreview'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly activateRuleSet: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ActivateRuleSetBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly search: {
    readonly parameters: {
      readonly query?: {
        /** @description 自分が書いた位置まで待って読む（最大2秒） */
        readonly position?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['SearchBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Found'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly requestService: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RequestServiceBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly acceptServiceRequest: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly serviceRequest: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AcceptServiceRequestBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly cancelServiceRequest: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly serviceRequest: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CancelServiceRequestBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly completeServiceRequest: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly serviceRequest: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['CompleteServiceRequestBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly declineServiceRequest: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly serviceRequest: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['DeclineServiceRequestBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly rescheduleService: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly serviceRequest: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RescheduleServiceBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly openSession: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['OpenSessionBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Me'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly closeSession: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly noteActivity: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly beginUnlocking: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ProviderBegun'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly unlockSession: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['UnlockBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Me'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly showSetUp: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SetUp'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listSignInStandings: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['StandingListed'][];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly signIn: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['SignInBody'];
      };
    };
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Me'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly followBoard: {
    readonly parameters: {
      readonly query?: {
        /** @description だれの画面か（利用者のID）。別の人がサインインしていれば 409 `signed_in_as_another` */
        readonly 'tsunagi-user'?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description `board` が Board（行が多いときは初めの行だけで `more: true`、残りは次の `change`）を、`change` が変わった行 { position, now, rows, gone } を、`beat` が { now } を運ぶ。`Last-Event-ID` の後に変わりがなければ `board` は来ない */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'text/event-stream': string;
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly listUsers: {
    readonly parameters: {
      readonly query?: {
        readonly role?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': readonly components['schemas']['UserListed'][];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly registerUser: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RegisterUserBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly changeUser: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly user: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['ChangeUserBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly inviteUser: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly user: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['InvitationMade'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly withdrawInvitation: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly user: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly recordUserLeaving: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly user: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RecordUserLeavingBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly unbindUser: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        readonly user: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 204: {
        headers: {
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly withdrawUserRegistration: {
    readonly parameters: {
      readonly query?: never;
      readonly header: {
        readonly 'Idempotency-Key': string;
      };
      readonly path: {
        readonly user: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['WithdrawRegistrationBody'];
      };
    };
    readonly responses: {
      readonly 201: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['AnswerDto'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
  readonly showWaysIn: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['WaysIn'];
        };
      };
      readonly default: components['responses']['Problem'];
    };
  };
}

/** Where each command is posted, by its name. */
export const COMMANDS = {
  AcceptBackup: '/api/v1/backup-requests/{request}/acceptances',
  AcceptReferral: '/api/v1/consultations/{consultation}/referral-acceptances',
  AcceptServiceRequest: '/api/v1/service-requests/{serviceRequest}/acceptances',
  AcknowledgeHandback: '/api/v1/backup-requests/{request}/hand-back-acknowledgements',
  AcknowledgeHandover: '/api/v1/handovers/{case}/acknowledgements',
  ActivateRuleSet: '/api/v1/rule-sets',
  AgreeBackupArrangement: '/api/v1/backup-arrangements',
  AnswerConsultation: '/api/v1/consultations/{consultation}/answers',
  AppointCoordinator: '/api/v1/coordinator-posts',
  AppointCouncilMember: '/api/v1/councils/{council}/members',
  ApproveActivityReport: '/api/v1/activity-reports/{report}/approvals',
  ApproveMinutes: '/api/v1/meetings/{meeting}/minutes-approvals',
  ArrangeAgenda: '/api/v1/meetings/{meeting}/agendas',
  ArrangeDeskCover: '/api/v1/desk-covers',
  AssignAction: '/api/v1/agenda-items/{agendaItem}/actions',
  AssignBackupManually: '/api/v1/backup-requests/{request}/assignments',
  AwaitReply: '/api/v1/consultations/{consultation}/awaited-replies',
  CallMeeting: '/api/v1/meetings/{meeting}/calls',
  CancelBackup: '/api/v1/backup-requests/{request}/cancellations',
  CancelServiceRequest: '/api/v1/service-requests/{serviceRequest}/cancellations',
  CategorizeAgendaItem: '/api/v1/agenda-items/{agendaItem}/categories',
  ChangeCareManager: '/api/v1/patients/{patient}/care-managers',
  ChangeCareTeam: '/api/v1/patients/{patient}/care-teams',
  ChangeInstitution: '/api/v1/organizations/{organization}/changes',
  ChangePrimaryPhysician: '/api/v1/patients/{patient}/primary-physicians',
  ChangeRules: '/api/v1/rule-changes',
  ChangeUser: '/api/v1/users/{user}/changes',
  CheckEffect: '/api/v1/agenda-items/{agendaItem}/effect-checks',
  ClassifyLeak: '/api/v1/handovers/{case}/leak-classifications',
  CloseConsultation: '/api/v1/consultations/{consultation}/closings',
  CloseEmergencyLook: '/api/v1/emergency-looks/{emergencyLook}/closings',
  CloseInstitution: '/api/v1/organizations/{organization}/closings',
  CloseIssue: '/api/v1/issues/{issue}/closings',
  CompileEvidencePack: '/api/v1/evidence-packs/{pack}/compilations',
  CompleteAction: '/api/v1/agenda-items/{agendaItem}/action-completions',
  CompleteBackup: '/api/v1/backup-requests/{request}/completions',
  CompleteServiceRequest: '/api/v1/service-requests/{serviceRequest}/completions',
  ConcludePositions: '/api/v1/agenda-items/{agendaItem}/positionings',
  CorrectPatientIdentity: '/api/v1/patients/{patient}/identity-corrections',
  DecideActivityReport: '/api/v1/activity-reports/{report}/decisions',
  DecideAgendaItem: '/api/v1/agenda-items/{agendaItem}/decisions',
  DeclineBackup: '/api/v1/backup-requests/{request}/declines',
  DeclineReferral: '/api/v1/consultations/{consultation}/referral-refusals',
  DeclineServiceRequest: '/api/v1/service-requests/{serviceRequest}/refusals',
  DeliverHandoverOnPaper: '/api/v1/handovers/{case}/paper-deliveries',
  DiscussAgendaItem: '/api/v1/agenda-items/{agendaItem}/discussions',
  DismissIssue: '/api/v1/issues/{issue}/dismissals',
  DivertToEmergencyServices: '/api/v1/backup-requests/{request}/diversions',
  DraftMinutes: '/api/v1/meetings/{meeting}/minutes',
  DropAgendaItem: '/api/v1/agenda-items/{agendaItem}/droppings',
  EndBackupArrangement: '/api/v1/backup-arrangements/{arrangement}/endings',
  EndCoordinatorPost: '/api/v1/coordinator-posts/{coordinatorPost}/endings',
  EndDeskCover: '/api/v1/desk-covers/{deskCover}/endings',
  EndMembership: '/api/v1/councils/{council}/membership-endings',
  ErasePatient: '/api/v1/patients/{patient}/erasures',
  EstablishCouncil: '/api/v1/councils',
  ExcludeFromSurvey: '/api/v1/handovers/{case}/exclusions',
  GiveConsent: '/api/v1/patients/{patient}/consents',
  HandBackToPrimary: '/api/v1/backup-requests/{request}/hand-backs',
  HideAddress: '/api/v1/patients/{patient}/address-hidings',
  HoldDischargeConference: '/api/v1/handovers/{case}/discharge-conferences',
  HoldFamilyInterview: '/api/v1/handovers/{case}/family-interviews',
  HoldInWriting: '/api/v1/meetings/{meeting}/holdings-in-writing',
  HoldMeeting: '/api/v1/meetings/{meeting}/holdings',
  IdentifyCareManager: '/api/v1/handovers/{case}/care-manager',
  ImportAreas: '/api/v1/areas',
  LinkConsultation: '/api/v1/consultations/{consultation}/links',
  LogConsultation: '/api/v1/consultations',
  MergeConsultations: '/api/v1/consultations/{consultation}/mergers',
  MergeIssue: '/api/v1/issues/{issue}/mergers',
  MovePatient: '/api/v1/patients/{patient}/moves',
  NotifyDischargeSupportStart: '/api/v1/handovers/{case}/start-notices',
  OpenActivityReport: '/api/v1/activity-reports',
  OpenInEmergency: '/api/v1/emergency-looks',
  OpenSession: '/api/v1/sessions',
  PlanDischarge: '/api/v1/handovers/{case}/planned-discharges',
  PlanMeeting: '/api/v1/meetings',
  PostponeMeeting: '/api/v1/meetings/{meeting}/postponements',
  PromiseObligation: '/api/v1/obligations/{obligation}/promises',
  ProposeAgendaItem: '/api/v1/agenda-items',
  ProvideAdmissionInformation: '/api/v1/handovers/{case}/admission-information',
  PublishMinutes: '/api/v1/meetings/{meeting}/minutes-publications',
  PublishOnCallShifts: '/api/v1/on-call-shifts',
  RaiseIssueSignal: '/api/v1/issue-signals',
  ReassignCareManager: '/api/v1/handovers/{case}/care-manager-changes',
  RecordArrival: '/api/v1/backup-requests/{request}/arrivals',
  RecordAttendance: '/api/v1/meetings/{meeting}/attendances',
  RecordBodyPosition: '/api/v1/agenda-items/{agendaItem}/positions',
  RecordCall: '/api/v1/phone-tasks/{phoneTask}/calls',
  RecordConsentException: '/api/v1/patients/{patient}/consent-exceptions',
  RecordConsultationAction: '/api/v1/consultations/{consultation}/actions',
  RecordDeath: '/api/v1/handovers/{case}/deaths',
  RecordDeparture: '/api/v1/backup-requests/{request}/departures',
  RecordDischarge: '/api/v1/handovers/{case}/discharges',
  RecordTransfer: '/api/v1/handovers/{case}/transfers',
  RecordUserLeaving: '/api/v1/users/{user}/leavings',
  ReferConsultation: '/api/v1/consultations/{consultation}/referrals',
  RegisterAdmission: '/api/v1/handovers',
  RegisterInstitution: '/api/v1/organizations',
  RegisterPatient: '/api/v1/patients',
  RegisterUser: '/api/v1/users',
  RelayCareManagerToNextHospital: '/api/v1/handovers/{case}/relays',
  RenewBackupArrangement: '/api/v1/backup-arrangements/{arrangement}/renewals',
  ReopenConsultation: '/api/v1/consultations/{consultation}/reopenings',
  ReopenInstitution: '/api/v1/organizations/{organization}/reopenings',
  RequestCall: '/api/v1/phone-tasks',
  RequestEmergencyBackup: '/api/v1/backup-requests',
  RequestHandoverClarification: '/api/v1/handovers/{case}/clarifications',
  RequestService: '/api/v1/service-requests',
  RescheduleService: '/api/v1/service-requests/{serviceRequest}/reschedulings',
  RetractConsentEntry: '/api/v1/patients/{patient}/consent-retractions',
  ReturnActivityReport: '/api/v1/activity-reports/{report}/returns',
  ReturnHandover: '/api/v1/handovers/{case}/returns',
  ReturnPostDischargeFeedback: '/api/v1/handovers/{case}/feedback',
  ReviewConsentException: '/api/v1/patients/{patient}/consent-exception-reviews',
  ReviewEmergencyLook: '/api/v1/emergency-looks/{emergencyLook}/reviews',
  ReviseCouncil: '/api/v1/councils/{council}/revisions',
  ScheduleAgendaItem: '/api/v1/agenda-items/{agendaItem}/schedulings',
  ScreenForDischargeSupport: '/api/v1/handovers/{case}/screenings',
  SendMaterials: '/api/v1/meetings/{meeting}/materials',
  ShowAddress: '/api/v1/patients/{patient}/address-showings',
  SplitConsultation: '/api/v1/consultations/{consultation}/splits',
  SplitIssue: '/api/v1/issues/{issue}/splits',
  StartDischargePlan: '/api/v1/handovers/{case}/discharge-plans',
  SubmitActivityReport: '/api/v1/activity-reports/{report}/submissions',
  SubmitHandover: '/api/v1/handovers/{case}/documents',
  SupplementHandover: '/api/v1/handovers/{case}/supplements',
  TagIssueSignal: '/api/v1/issue-signals/{signal}/tags',
  TriageConsultation: '/api/v1/consultations/{consultation}/triages',
  UndoMerge: '/api/v1/consultations/{consultation}/merger-reversals',
  UnlinkConsultation: '/api/v1/consultations/{consultation}/unlinkings',
  UnmergeIssue: '/api/v1/issues/{issue}/unmergings',
  VerifyInstitution: '/api/v1/organizations/{organization}/verifications',
  WithdrawAcceptance: '/api/v1/backup-requests/{request}/withdrawals',
  WithdrawConsent: '/api/v1/patients/{patient}/consent-withdrawals',
  WithdrawConsultation: '/api/v1/consultations/{consultation}/withdrawals',
  WithdrawInstitutionRegistration: '/api/v1/organizations/{organization}/withdrawals',
  WithdrawIssueSignal: '/api/v1/issue-signals/{signal}/withdrawals',
  WithdrawPatientRegistration: '/api/v1/patients/{patient}/withdrawals',
  WithdrawUserRegistration: '/api/v1/users/{user}/withdrawals',
  WriteAgendaNote: '/api/v1/agenda-items/{agendaItem}/notes',
} as const;

/** What the server can name, by kind of case. */
export const VOCABULARY = {
  kinds: [
    {
      kind: 'area_tree',
      states: ['EMPTY', 'LOADED'],
      commands: ['ImportAreas'],
      events: ['AreasImported'],
      steps: [],
      templates: [],
      records: [],
    },
    {
      kind: 'organization',
      states: ['REGISTERED', 'CLOSED', 'WITHDRAWN'],
      commands: [
        'RegisterInstitution',
        'ChangeInstitution',
        'VerifyInstitution',
        'CloseInstitution',
        'ReopenInstitution',
        'WithdrawInstitutionRegistration',
      ],
      events: [
        'InstitutionRegistered',
        'InstitutionChanged',
        'InstitutionVerified',
        'InstitutionClosed',
        'InstitutionReopened',
        'InstitutionRegistrationWithdrawn',
      ],
      steps: [],
      templates: [],
      records: [],
    },
    {
      kind: 'user',
      states: ['REGISTERED', 'LEFT', 'WITHDRAWN'],
      commands: ['RegisterUser', 'ChangeUser', 'RecordUserLeaving', 'WithdrawUserRegistration'],
      events: ['UserRegistered', 'UserChanged', 'UserLeft', 'UserRegistrationWithdrawn'],
      steps: [],
      templates: [],
      records: ['user_name'],
    },
    {
      kind: 'patient',
      states: ['REGISTERED', 'WITHDRAWN', 'ERASED'],
      commands: [
        'RegisterPatient',
        'GiveConsent',
        'WithdrawConsent',
        'RecordConsentException',
        'RetractConsentEntry',
        'ReviewConsentException',
        'ChangeCareManager',
        'ChangeCareTeam',
        'ChangePrimaryPhysician',
        'MovePatient',
        'CorrectPatientIdentity',
        'WithdrawPatientRegistration',
        'ErasePatient',
        'HideAddress',
        'ShowAddress',
      ],
      events: [
        'PatientRegistered',
        'ConsentGiven',
        'ConsentWithdrawn',
        'ConsentExceptionRecorded',
        'ConsentEntryRetracted',
        'ConsentExceptionReviewed',
        'PatientCareManagerChanged',
        'PatientCareTeamChanged',
        'PatientPhysicianChanged',
        'PatientMoved',
        'PatientIdentityCorrected',
        'PatientRegistrationWithdrawn',
        'PatientErased',
        'PatientAddressHidden',
        'PatientAddressShown',
      ],
      steps: [],
      templates: ['patient.care_changed', 'patient.consent_exception'],
      records: ['patient_identity', 'address_reason', 'consent_detail'],
    },
    {
      kind: 'rule_set',
      states: ['DEFAULT', 'ACTIVE'],
      commands: ['ActivateRuleSet', 'ChangeRules'],
      events: ['RuleSetActivated'],
      steps: [],
      templates: [],
      records: [],
    },
    {
      kind: 'coordinator_post',
      states: ['HELD', 'ENDED'],
      commands: ['AppointCoordinator', 'EndCoordinatorPost'],
      events: ['CoordinatorAppointed', 'CoordinatorPostEnded'],
      steps: [],
      templates: [],
      records: ['coordinator_certificate'],
    },
    {
      kind: 'desk_cover',
      states: ['ARRANGED', 'ENDED'],
      commands: ['ArrangeDeskCover', 'EndDeskCover'],
      events: ['DeskCoverArranged', 'DeskCoverEnded'],
      steps: [],
      templates: ['desk.covered', 'desk.cover_ended'],
      records: [],
    },
    {
      kind: 'discharge_case',
      states: [
        'NONE',
        'NOT_REQUIRED',
        'REQUIRED',
        'START_NOTIFIED',
        'SUBMITTED',
        'CLARIFYING',
        'REDIRECTING',
        'ACKNOWLEDGED',
        'MISSED',
        'RECOVERED',
        'LEAK_CONFIRMED',
        'FEEDBACK_RETURNED',
        'EXCLUDED',
      ],
      commands: [
        'RegisterAdmission',
        'IdentifyCareManager',
        'ReassignCareManager',
        'ProvideAdmissionInformation',
        'ScreenForDischargeSupport',
        'HoldFamilyInterview',
        'StartDischargePlan',
        'HoldDischargeConference',
        'PlanDischarge',
        'NotifyDischargeSupportStart',
        'SubmitHandover',
        'SupplementHandover',
        'AcknowledgeHandover',
        'RequestHandoverClarification',
        'ReturnHandover',
        'DeliverHandoverOnPaper',
        'RecordDischarge',
        'RecordTransfer',
        'RecordDeath',
        'RelayCareManagerToNextHospital',
        'ReturnPostDischargeFeedback',
        'ClassifyLeak',
        'ExcludeFromSurvey',
      ],
      events: [
        'AdmissionRegistered',
        'CareManagerIdentified',
        'CareManagerReassigned',
        'CareManagerChangeNoted',
        'AdmissionInformationProvided',
        'DischargeSupportScreened',
        'FamilyInterviewHeld',
        'DischargePlanStarted',
        'DischargeConferenceHeld',
        'DischargePlanned',
        'DischargeRescheduled',
        'DischargeSupportStartNotified',
        'DischargeHandoverSubmitted',
        'DischargeHandoverSupplemented',
        'HandoverDeliveredOnPaper',
        'DischargeHandoverAcknowledged',
        'HandoverClarificationRequested',
        'HandoverReturned',
        'PatientDischarged',
        'PatientTransferred',
        'PatientDied',
        'CareManagerRelayed',
        'DischargeHandoverMissed',
        'HandoverRecovered',
        'DischargeLeakConfirmed',
        'DischargeLeakClassified',
        'DischargeCaseExcluded',
        'DischargeCaseResumed',
        'PostDischargeFeedbackReturned',
      ],
      steps: [
        'admission_information',
        'screening',
        'family_interview',
        'discharge_plan',
        'discharge_conference',
        'planned_discharge',
        'discharge_record',
        'start_notice',
        'handover_document',
        'acknowledgement',
        'feedback',
      ],
      templates: [
        'handover.chase',
        'handover.received',
        'handover.clarification',
        'handover.returned',
        'handover.care_manager_changed',
        'handover.care_manager_differs',
        'handover.resumed',
        'handover.planned_discharge',
        'handover.discharge_record',
      ],
      records: ['admission_ward', 'handover_document', 'clarification', 'return_reason', 'told_by'],
    },
    {
      kind: 'consultation',
      states: [
        'RECEIVED',
        'TRIAGED',
        'IN_PROGRESS',
        'WAITING_REPLY',
        'ANSWERED',
        'REFERRED',
        'CLOSED',
        'WITHDRAWN',
        'MERGED',
        'REOPENED',
      ],
      commands: [
        'LogConsultation',
        'TriageConsultation',
        'RecordConsultationAction',
        'AwaitReply',
        'ReferConsultation',
        'AcceptReferral',
        'DeclineReferral',
        'AnswerConsultation',
        'CloseConsultation',
        'WithdrawConsultation',
        'ReopenConsultation',
        'LinkConsultation',
        'UnlinkConsultation',
        'MergeConsultations',
        'UndoMerge',
        'SplitConsultation',
      ],
      events: [
        'ConsultationLogged',
        'ConsultationTriaged',
        'ConsultationActionRecorded',
        'ConsultationReplyAwaited',
        'ConsultationReferred',
        'ReferralAccepted',
        'ReferralDeclined',
        'ConsultationAnswered',
        'ConsultationClosed',
        'ConsultationWithdrawn',
        'ConsultationReopened',
        'ConsultationLinked',
        'ConsultationUnlinked',
        'ConsultationMerged',
        'ConsultationMergeUndone',
        'ConsultationSplit',
        'ConsultationReportedBack',
        'ConsultationAnsweredElsewhere',
      ],
      steps: ['first_action', 'reply', 'long_open'],
      templates: [
        'consultation.chase',
        'consultation.referred',
        'consultation.referral_declined',
        'consultation.referral_over',
        'consultation.answered',
        'consultation.passed_on',
        'consultation.withdrawn',
        'consultation.merged',
        'consultation.reported_back',
        'consultation.from_satellite',
      ],
      records: [
        'consultation_summary',
        'callback_contact',
        'consultation_note',
        'consultation_shared_note',
        'consultation_answer',
        'withdrawal_reason',
        'decline_reason',
        'redacted_narrative',
        'redacted_narrative_2',
        'redacted_narrative_3',
        'reopen_reason',
      ],
    },
    {
      kind: 'issue_signal',
      states: ['RAISED', 'TAGGED', 'WITHDRAWN'],
      commands: ['RaiseIssueSignal', 'TagIssueSignal', 'WithdrawIssueSignal'],
      events: ['IssueSignalRaised', 'IssueSignalTagged', 'IssueSignalWithdrawn'],
      steps: [],
      templates: [],
      records: ['narrative', 'withdrawal_reason'],
    },
    {
      kind: 'regional_issue',
      states: [
        'OBSERVED',
        'RECURRENT',
        'DRAFTED',
        'ON_AGENDA',
        'DECIDED',
        'ACTIONING',
        'MONITORING',
        'CLOSED',
        'REOPENED',
        'DORMANT',
        'DISMISSED',
        'MERGED',
      ],
      commands: ['DismissIssue', 'MergeIssue', 'UnmergeIssue', 'SplitIssue', 'CloseIssue'],
      events: [
        'RegionalIssueObserved',
        'RegionalIssueRecurred',
        'RegionalIssueRolledUp',
        'RegionalIssueReopened',
        'RegionalIssueEvidenceChanged',
        'RegionalIssueDormant',
        'RegionalIssueDrafted',
        'RegionalIssueAdvanced',
        'RegionalIssueDismissed',
        'RegionalIssueMerged',
        'RegionalIssueUnmerged',
        'RegionalIssueSplit',
        'RegionalIssueClosed',
      ],
      steps: [],
      templates: [],
      records: ['dismissal_reason', 'regrouping_reason'],
    },
    {
      kind: 'issue_review',
      states: ['KEPT'],
      commands: [],
      events: ['IssueReviewsBegun', 'IssuesReviewed'],
      steps: ['review'],
      templates: [],
      records: [],
    },
    {
      kind: 'council',
      states: ['ESTABLISHED'],
      commands: ['EstablishCouncil', 'ReviseCouncil', 'AppointCouncilMember', 'EndMembership'],
      events: ['CouncilEstablished', 'CouncilRevised', 'CouncilMemberAppointed', 'MembershipEnded'],
      steps: [],
      templates: [],
      records: [],
    },
    {
      kind: 'meeting',
      states: [
        'PLANNED',
        'CALLED',
        'MATERIALS_SENT',
        'HELD',
        'HELD_IN_WRITING',
        'POSTPONED',
        'MINUTES_DRAFTED',
        'MINUTES_APPROVED',
        'PUBLISHED',
      ],
      commands: [
        'PlanMeeting',
        'ArrangeAgenda',
        'CallMeeting',
        'SendMaterials',
        'HoldMeeting',
        'HoldInWriting',
        'RecordAttendance',
        'DraftMinutes',
        'ApproveMinutes',
        'PublishMinutes',
        'PostponeMeeting',
      ],
      events: [
        'MeetingPlanned',
        'MeetingCalled',
        'AgendaArranged',
        'MaterialsSent',
        'MeetingHeld',
        'AttendanceRecorded',
        'MeetingPostponed',
        'MinutesDrafted',
        'MinutesApproved',
        'MinutesPublished',
        'MeetingReseated',
      ],
      steps: ['meeting_materials', 'meeting_minutes'],
      templates: ['meeting.chase', 'meeting.called', 'meeting.materials', 'meeting.postponed', 'minutes.published'],
      records: ['postponement_reason', 'minutes'],
    },
    {
      kind: 'agenda_item',
      states: [
        'DRAFTED',
        'POSITIONED',
        'SCHEDULED',
        'DISCUSSED',
        'DECIDED',
        'ACTIONING',
        'EVALUATED',
        'CLOSED',
        'DROPPED',
      ],
      commands: [
        'ProposeAgendaItem',
        'DropAgendaItem',
        'CategorizeAgendaItem',
        'WriteAgendaNote',
        'RecordBodyPosition',
        'ConcludePositions',
        'ScheduleAgendaItem',
        'DiscussAgendaItem',
        'DecideAgendaItem',
        'AssignAction',
        'CompleteAction',
        'CheckEffect',
      ],
      events: [
        'AgendaItemDrafted',
        'AgendaItemEvidenceUpdated',
        'AgendaItemCategorized',
        'AgendaItemDropped',
        'AgendaNoteWritten',
        'BodyPositionRecorded',
        'AgendaItemPositioned',
        'AgendaItemScheduled',
        'AgendaItemTakenOff',
        'AgendaItemDiscussed',
        'AgendaItemDecided',
        'AgendaItemContinued',
        'AgendaItemEscalated',
        'AgendaItemForwarded',
        'ActionAssigned',
        'ActionCompleted',
        'EffectChecked',
        'AgendaItemEvaluated',
        'AgendaItemClosed',
        'AgendaItemReopened',
        'AgendaItemReseated',
        'ContributorsTold',
      ],
      steps: ['action', 'effect_check'],
      templates: ['action.chase', 'effect.check', 'agenda.drafted', 'agenda.reopened', 'action.assigned'],
      records: [
        'agenda_title',
        'agenda_note',
        'dropping_reason',
        'position_note',
        'discussion',
        'decision_reason',
        'action',
        'action_report',
        'effect_note',
      ],
    },
    {
      kind: 'backup_arrangement',
      states: ['IN_FORCE', 'ENDED'],
      commands: ['AgreeBackupArrangement', 'RenewBackupArrangement', 'EndBackupArrangement'],
      events: ['BackupArrangementAgreed', 'BackupArrangementRenewed', 'BackupArrangementEnded'],
      steps: [],
      templates: [],
      records: [],
    },
    {
      kind: 'on_call_roster',
      states: ['PUBLISHED'],
      commands: ['PublishOnCallShifts'],
      events: ['OnCallShiftPublished'],
      steps: [],
      templates: [],
      records: [],
    },
    {
      kind: 'backup_request',
      states: [
        'REQUESTED',
        'OFFERING',
        'ACCEPTED',
        'MANUALLY_ASSIGNED',
        'DEPARTED',
        'ARRIVED',
        'COMPLETED',
        'REPORTED',
        'CLOSED',
        'EXHAUSTED',
        'DIVERTED',
        'CANCELLED',
      ],
      commands: [
        'RequestEmergencyBackup',
        'AcceptBackup',
        'DeclineBackup',
        'WithdrawAcceptance',
        'CancelBackup',
        'RecordDeparture',
        'RecordArrival',
        'CompleteBackup',
        'HandBackToPrimary',
        'AcknowledgeHandback',
        'AssignBackupManually',
        'DivertToEmergencyServices',
      ],
      events: [
        'EmergencyBackupRequested',
        'BackupOffered',
        'EmergencyBackupAccepted',
        'EmergencyBackupDeclined',
        'BackupOfferTimedOut',
        'EmergencyBackupEscalated',
        'EmergencyBackupExhausted',
        'BackupAssignedManually',
        'BackupDiverted',
        'BackupAcceptanceWithdrawn',
        'EmergencyBackupCancelled',
        'BackupDeparted',
        'BackupArrived',
        'EmergencyBackupCompleted',
        'BackupHandedBack',
        'HandbackAcknowledged',
      ],
      steps: ['offer', 'completion', 'assignment', 'hand_back', 'hand_back_acknowledgement'],
      templates: [
        'backup.offer',
        'backup.accepted',
        'backup.completed',
        'backup.tier_changed',
        'backup.exhausted',
        'backup.hand_back',
        'backup.completion',
        'backup.assignment',
        'backup.taken',
        'backup.withdrawn',
        'backup.cancelled',
        'backup.diverted',
      ],
      records: ['backup_summary', 'backup_cancellation', 'backup_hand_back'],
    },
    {
      kind: 'evidence_pack',
      states: ['OPEN', 'COMPILING', 'FROZEN'],
      commands: ['CompileEvidencePack'],
      events: ['EvidencePackOpened', 'EvidencePackRequested', 'EvidencePackFrozen'],
      steps: [],
      templates: [],
      records: [],
    },
    {
      kind: 'service_request',
      states: ['REQUESTED', 'ACCEPTED', 'DECLINED', 'COMPLETED', 'CANCELLED'],
      commands: [
        'RequestService',
        'AcceptServiceRequest',
        'DeclineServiceRequest',
        'CompleteServiceRequest',
        'RescheduleService',
        'CancelServiceRequest',
      ],
      events: [
        'ServiceRequested',
        'ServiceRequestAccepted',
        'ServiceRescheduled',
        'ServiceRequestDeclined',
        'ServiceRequestCompleted',
        'ServiceRequestCancelled',
      ],
      steps: ['service_answer', 'service_completion'],
      templates: [
        'service.chase',
        'service.requested',
        'service.accepted',
        'service.rescheduled',
        'service.declined',
        'service.completed',
        'service.cancelled',
      ],
      records: ['service_wish', 'service_note'],
    },
    {
      kind: 'activity_report',
      states: ['DRAFT', 'SUBMITTED', 'DEADLOCKED', 'APPROVED'],
      commands: [
        'OpenActivityReport',
        'SubmitActivityReport',
        'ApproveActivityReport',
        'ReturnActivityReport',
        'DecideActivityReport',
      ],
      events: [
        'ActivityReportOpened',
        'ActivityReportSubmitted',
        'ActivityReportApproved',
        'ActivityReportReturned',
        'ActivityReportDeadlocked',
        'ActivityReportDecided',
      ],
      steps: ['report_submission', 'report_approval', 'report_decision'],
      templates: [
        'report.chase',
        'report.submitted',
        'report.approved',
        'report.returned',
        'report.deadlocked',
        'report.decided',
      ],
      records: ['report_return_reason', 'report_decision_note'],
    },
    {
      kind: 'phone_task',
      states: ['OPEN', 'DONE'],
      commands: ['RequestCall', 'RecordCall'],
      events: ['CallRequested', 'CallRecorded'],
      steps: ['phone_call'],
      templates: ['phone.chase'],
      records: [],
    },
    {
      kind: 'emergency_look',
      states: ['OPENED', 'CLOSED', 'REVIEWED'],
      commands: ['OpenInEmergency', 'CloseEmergencyLook', 'ReviewEmergencyLook'],
      events: ['EmergencyLookOpened', 'EmergencyLookClosed', 'EmergencyLookReviewed'],
      steps: ['emergency_review'],
      templates: ['emergency_look.opened', 'emergency_look.many', 'emergency_look.reviewed', 'emergency_look.chase'],
      records: ['emergency_reason', 'emergency_review_note'],
    },
  ],
  pages: [
    'set_up',
    'people',
    'coordinators',
    'rules',
    'rule',
    'organizations',
    'organization',
    'patient',
    'read_log',
    'replies',
    'issues',
    'issue',
    'candidates',
    'councils',
    'council',
    'meeting',
    'actions',
    'evidence_packs',
    'activity_reports',
    'imports',
    'channels',
    'outbox',
    'emergency_record',
    'emergency_reviews',
  ],
  obligations: {
    events: [
      'ObligationOpened',
      'ObligationRedated',
      'ObligationChased',
      'ObligationStepSkipped',
      'ObligationPromised',
      'ObligationMet',
      'ObligationMissed',
      'ObligationWindowClosed',
      'ObligationCancelled',
      'ObligationUnattended',
    ],
    templates: ['obligation.unattended'],
  },
} as const;
