import type { Entry, Timeline } from '../../api/types.ts';
import { handoverVersion, latestDocument, openQuestion, partsOf } from './document.ts';
import { loadWords } from '../../i18n/pair.ts';

beforeAll(loadWords);

const entry = (type: string, details: Entry['details'], texts: Entry['texts'] = []): Entry => ({
  position: 1,
  type,
  occurredAt: '2026-06-24T00:00:00Z',
  recordedAt: '2026-06-24T00:00:00Z',
  actor: { system: 'test' },
  details,
  texts,
});
const timeline = (...entries: Entry[]): Timeline => ({
  about: { kind: 'discharge_case', id: 'a' },
  commands: [],
  facts: {},
  entries,
  obligations: [],
  patient: null,
  contact: null,
  state: 'CLARIFYING',
  version: 1,
});

describe('a handover document', () => {
  it('is read by its parts, lines of a part together', () => {
    expect(partsOf('adl: 歩行器\n入浴は全介助\nmedicine: なし\nunknown: x')).toEqual({
      adl: '歩行器\n入浴は全介助',
      medicine: 'なし\nunknown: x',
    });
  });

  it('is the newest of its case', () => {
    const sent = entry('DischargeHandoverSubmitted', { version: 1 }, [{ kind: 'handover_document', text: 'adl: 一' }]);
    const more = entry('DischargeHandoverSupplemented', { version: 2 }, [
      { kind: 'handover_document', text: 'adl: 二' },
    ]);
    expect(latestDocument(timeline(sent, more))).toBe('adl: 二');
    expect(handoverVersion(timeline(sent, more))).toBe(2);
    expect([latestDocument(timeline()), handoverVersion(timeline())]).toEqual(['', 0]);
  });

  it('is asked about until another version answers', () => {
    const sent = entry('DischargeHandoverSubmitted', { version: 1 });
    const asked = entry('HandoverClarificationRequested', {}, [{ kind: 'clarification', text: '薬は？' }]);
    const hidden = entry('HandoverClarificationRequested', {});
    const more = entry('DischargeHandoverSupplemented', { version: 2 });
    expect(openQuestion(timeline(sent))).toBeUndefined();
    expect(openQuestion(timeline(sent, asked))?.text).toBe('薬は？');
    expect(openQuestion(timeline(sent, hidden))).toEqual({ asked: hidden, text: undefined });
    expect(openQuestion(timeline(sent, asked, more))).toBeUndefined();
  });
});
