import type { Row, Timeline } from '../api/types.ts';
import { en } from '../i18n/en.ts';
import { ja } from '../i18n/ja.ts';
import { loadEnglish } from '../i18n/pair.ts';
import {
  actionsOf,
  beginnings,
  cardOf,
  detailsOf,
  factsOf,
  featureOf,
  fulfilling,
  isUpTo,
  labelsIn,
  type Sayings,
} from './registry.ts';
import { loadWords } from '../i18n/pair.ts';

beforeAll(loadWords);

await loadEnglish();

const row = (given: Partial<Row>): Row => ({
  id: 'o',
  about: { kind: 'discharge_case', id: 'c' },
  patient: null,
  place: '富良野市',
  contact: null,
  caseState: 'SUBMITTED',
  commands: [],
  step: 'acknowledgement',
  instance: null,
  state: 'open',
  level: null,
  dueAt: '2026-06-24T00:00:00Z',
  since: '2026-06-23T00:00:00Z',
  owedBy: { id: 'org', name: '桜ケアプラン' },
  mine: true,
  promisable: false,
  unattended: false,
  heldUntil: null,
  ward: null,
  promisedBy: null,
  next: null,
  urgency: 'routine',
  facts: {},
  ...given,
});
const timeline = (given: Partial<Timeline>): Timeline => ({
  about: { kind: 'discharge_case', id: 'c' },
  facts: {},
  commands: [],
  entries: [],
  obligations: [],
  patient: null,
  contact: null,
  state: 'SUBMITTED',
  version: 1,
  ...given,
});
const SAYINGS: Sayings = {
  moment: (at) => `at ${at}`,
  day: (on) => `on ${on}`,
  step: (step) => `step ${step}`,
  organization: (id) => ({ desk: '桜相談窓口' })[id],
  comma: '、',
};

describe('the buttons of a case', () => {
  it('are what the server allows and a screen has, what is owed first, the rare ones apart', () => {
    const found = actionsOf(
      timeline({
        commands: [
          'ReturnHandover',
          'RequestHandoverClarification',
          'AcknowledgeHandover',
          'SomethingNew',
          'LinkConsultation',
        ],
        obligations: [row({})],
      }),
    );
    expect(found).toEqual({
      main: ['AcknowledgeHandover', 'RequestHandoverClarification'],
      apart: ['ReturnHandover'],
    });
  });

  it('put first what is owed soonest, whatever the order of the commands', () => {
    const obligations = [row({ step: 'discharge_record', id: 'a' }), row({ step: 'planned_discharge', id: 'b' })];
    const commands = ['PlanDischarge', 'RecordDischarge'];
    expect(actionsOf(timeline({ commands, obligations })).main).toEqual(['RecordDischarge', 'PlanDischarge']);
    expect(actionsOf(timeline({ commands, obligations: obligations.toReversed() })).main).toEqual([
      'PlanDischarge',
      'RecordDischarge',
    ]);
  });

  it('bring forward what is usually apart where it is what is owed', () => {
    const obligations = [row({ step: 'handover_document', instance: 'redirect-1' })];
    expect(actionsOf(timeline({ commands: ['ReassignCareManager', 'PlanDischarge'], obligations })).main).toEqual([
      'ReassignCareManager',
      'PlanDischarge',
    ]);
    // A document that is still to be written is no matter of its addressee.
    const unwritten = [row({ step: 'handover_document' })];
    expect(actionsOf(timeline({ commands: ['ReassignCareManager', 'PlanDischarge'], obligations: unwritten }))).toEqual(
      {
        main: ['PlanDischarge'],
        apart: ['ReassignCareManager'],
      },
    );
    const met = [row({ step: 'handover_document', instance: 'redirect-1', state: 'met' })];
    expect(actionsOf(timeline({ commands: ['ReassignCareManager'], obligations: met })).main).toEqual([]);
  });

  it('are none without commands, in a kind that nobody knows, and for what a card gives', () => {
    expect(actionsOf(timeline({ obligations: [row({})] }))).toEqual({ main: [], apart: [] });
    expect(actionsOf(timeline({ about: { kind: 'novel', id: 'c' }, commands: ['AcceptBackup'] })).main).toEqual([]);
    expect(
      actionsOf(timeline({ about: { kind: 'backup_request', id: 'c' }, commands: ['AcceptBackup', 'DeclineBackup'] })),
    ).toEqual({ main: [], apart: [] });
  });
});

describe('a row of the board', () => {
  it('has the button that fulfils it in the state of its case', () => {
    const owed = row({ step: 'handover_document' });
    expect(fulfilling(owed, ['SubmitHandover', 'ReassignCareManager'])).toBe('SubmitHandover');
    expect(fulfilling(owed, ['SupplementHandover', 'ReassignCareManager'])).toBe('SupplementHandover');
    expect(fulfilling(owed, ['ReassignCareManager'])).toBeUndefined();
    expect(fulfilling({ ...owed, instance: 'redirect-1' }, ['ReassignCareManager'])).toBe('ReassignCareManager');
    expect(fulfilling(owed, ['AcknowledgeHandover'])).toBeUndefined();
    expect(fulfilling(row({ step: 'novel' }), ['SubmitHandover'])).toBeUndefined();
  });

  it('is up to whom the server lets do or promise it, and not to all of the institution', () => {
    expect(isUpTo(row({}), ['AcknowledgeHandover'])).toBe(true);
    expect(isUpTo(row({ promisable: true }), [])).toBe(true);
    expect(isUpTo(row({}), ['ReturnHandover'])).toBe(false);
    expect(isUpTo(row({ mine: false }), ['AcknowledgeHandover'])).toBe(false);
  });

  it('is a card while an offer can be accepted', () => {
    const offer = row({ about: { kind: 'backup_request', id: 'c' }, step: 'offer' });
    expect(cardOf({ ...offer, commands: ['AcceptBackup'] })?.command).toBe('AcceptBackup');
    expect(cardOf(offer)).toBeUndefined();
    // One of several who are asked sees the others' offers in the same case.
    expect(cardOf({ ...offer, mine: false, commands: ['AcceptBackup'] })).toBeUndefined();
    expect(cardOf({ ...offer, state: 'cancelled', commands: ['AcceptBackup'] })).toBeUndefined();
  });

  it('says of its case what tells it from the others', () => {
    const facts = { version: 0, plannedDischargeOn: '2026-06-30', careLevel: 'care2', tier: 3 };
    expect(factsOf(row({ facts }), 'ja', SAYINGS)).toEqual(['退院予定 on 2026-06-30', '要介護2']);
    expect(factsOf(row({ facts: { version: 2 } }), 'en', SAYINGS)).toEqual(['version 2']);
    expect(factsOf(row({ about: { kind: 'novel', id: 'c' }, facts }), 'ja', SAYINGS)).toEqual([]);
  });
});

describe('what happened', () => {
  const said = (kind: string, type: string, details: Record<string, unknown>) =>
    detailsOf(kind, type, details, 'ja', SAYINGS).map(({ label, value }) => `${label}：${value}`);

  it('is said by the details that its context declares', () => {
    expect(
      said('discharge_case', 'DischargeHandoverMissed', {
        leakCode: 'LK05',
        step: 'acknowledgement#2',
        recoverUntil: 'T',
        planned: { step: 'x' },
      }),
    ).toEqual(['もれ：送ったが受領されず', '果たすこと：step acknowledgement', '回復の期限：at T']);
    expect(
      said('discharge_case', 'DischargeSupportScreened', {
        required: true,
        criteria: { terminal_cancer: true, eating_assistance: false },
      }),
    ).toEqual(['支援：必要', '当てはまるもの：がんの末期である（日常生活が自立していても）']);
    expect(said('discharge_case', 'DischargePlanned', { shortNotice: false, plannedDischargeOn: 'D' })).toEqual([
      '退院予定：on D',
    ]);
  });

  it('has words for areas, and for events of another context on the same page', () => {
    expect(said('agenda_item', 'AgendaItemDrafted', { level: 'home_care_area', council: 'c' })).toEqual([
      '会議の段階：在宅医療圏',
    ]);
    expect(said('consultation', 'RegionalIssueAdvanced', { to: 'ACTIONING' })).toEqual(['協議：対応が始まった']);
    expect(said('novel', 'SomethingNew', { level: 1 })).toEqual([]);
  });
});

describe('labels', () => {
  it('are of the kind of case, and of both languages', () => {
    const [japanese, english] = [labelsIn('ja', ja), labelsIn('en', en)];
    expect(japanese.state('consultation', 'CLOSED')).toBe('終結');
    expect(japanese.state('agenda_item', 'ACTIONING')).toBe('対応中');
    expect(english.state('agenda_item', 'ACTIONING')).toBe('Being acted upon');
    expect(japanese.of('event', 'ObligationMet')).toBe('果たした');
    expect(japanese.of('record', 'decision_reason')).toBe('決めた理由');
    expect(japanese.level('discharge_case', 3)).toBe('コーディネーターに連絡済み');
    expect(japanese.level('consultation', 2)).toBe('連携拠点に連絡済み');
  });

  it('show a code that is not known yet as it is', () => {
    expect(labelsIn('ja', ja).of('event', 'SomethingNew')).toBe('SomethingNew');
    expect(labelsIn('ja', ja).of('event', 'toString')).toBe('toString');
  });
});

it('the navigation offers what the person may begin', () => {
  expect(beginnings({ commands: ['RegisterAdmission', 'ActivateRuleSet', 'SomethingNew'] })).toEqual([
    { command: 'RegisterAdmission', to: '/handovers/new' },
  ]);
  expect(beginnings({ commands: [] })).toEqual([]);
});

it('knows which feature answers for a kind', () => {
  expect(featureOf('backup_request')?.kinds).toEqual({ backup_request: 'backup-requests' });
  expect(featureOf('toString')).toBeUndefined();
});

describe('what an issue and an agenda item are about', () => {
  const key = 'sudden_change|night_cover';

  it('stands on their page and in their row in words, and never as the key itself', () => {
    const about = { kind: 'agenda_item', id: 'a' };
    expect(factsOf({ about, facts: { key, level: 'municipality', meetingOn: '2026-07-01' } }, 'ja', SAYINGS)).toEqual([
      '急変時、夜間・休日の体制',
      '市町村',
      '会議の日 on 2026-07-01',
    ]);
    const issue = { kind: 'regional_issue', id: 'i' };
    expect(factsOf({ about: issue, facts: { key, level: 'municipality' } }, 'en', { ...SAYINGS, comma: ', ' })).toEqual(
      ['Sudden change, Night and holiday cover', 'Municipality'],
    );
  });

  it('comes with how many cases speak for it, and with who has been told to do what', () => {
    const said = (type: string, details: Record<string, unknown>) =>
      detailsOf('agenda_item', type, details, 'ja', SAYINGS).map(({ label, value }) => `${label} ${value}`);
    expect(said('AgendaItemEvidenceUpdated', { evidence: { signals: 8, distinctCases: 7 } })).toEqual([
      '根拠の事例 7件',
    ]);
    expect(said('ActionAssigned', { ownerOrganization: 'desk', dueOn: '2026-07-31' })).toEqual([
      '行う機関 桜相談窓口',
      '期限 on 2026-07-31',
    ]);
    expect(said('ActionAssigned', { ownerOrganization: 'unknown', dueOn: '2026-07-31' })).toEqual([
      '期限 on 2026-07-31',
    ]);
    expect(detailsOf('consultation', 'ConsultationReferred', { to: 'desk' }, 'ja', SAYINGS)).toEqual([
      { label: 'つなぎ先', value: '桜相談窓口' },
    ]);
  });
});
