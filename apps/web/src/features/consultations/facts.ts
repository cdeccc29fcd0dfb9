import type { Facts } from '../../feature.ts';

const urgency = { codes: 'urgency' } as const;

export const facts: Facts = {
  ConsultationLogged: {
    number: 'mark',
    satellite: 'organization',
    channel: { codes: 'channel' },
    side: { codes: 'side' },
    profession: { codes: 'profession' },
    counterpartSide: { codes: 'side' },
    scene: { codes: 'scene' },
    topics: { codes: 'topic' },
    urgency,
    checked: { codes: 'check' },
  },
  ConsultationTriaged: { urgency },
  ConsultationActionRecorded: { kind: { codes: 'actionKind' }, minutes: { unit: 'minutes' } },
  ConsultationReplyAwaited: { until: 'moment' },
  ConsultationReferred: { to: 'organization' },
  ConsultationSplit: { scene: { codes: 'scene' }, topics: { codes: 'topic' }, urgency },
  ConsultationReportedBack: {
    news: { codes: 'backNews' },
    level: { codes: 'areaLevel' },
    meetingOn: 'day',
    agendaNumber: 'mark',
    decision: { codes: 'decision' },
    effect: { codes: 'effect' },
  },
  ConsultationClosed: { outcome: { codes: 'outcome' } },
};

export const rows: Facts = {
  consultation: { number: 'mark', urgency, topics: { codes: 'topic' }, scene: { codes: 'scene' } },
};
