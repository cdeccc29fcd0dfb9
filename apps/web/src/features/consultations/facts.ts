import type { Facts } from '../../feature.ts';
import { urgency } from './rows.ts';

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
