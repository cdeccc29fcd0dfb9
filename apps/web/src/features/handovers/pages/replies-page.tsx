import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ask } from '../../../api/client.ts';
import type { Question } from '../../../api/contract.ts';
import type { Pair, Widened } from '../../../i18n/dictionary.ts';
import { useWords } from '../../../i18n/index.tsx';
import { Button } from '../../../ui/button.tsx';
import { Field, inputClass } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageTitle } from '../../../ui/page.tsx';
import { Refused } from '../../../ui/problem.tsx';
import { words as ofHandovers } from '../words.ts';

const ja = {
  intro:
    'このシステムを使っていない相手から、電話かFAXで引継書への回答を受けたときに記録します。送付状にある回答番号を聞いて（見て）入力してください。相手が自分で答えたのと同じことになり、誰が記録したかも残ります。',
  code: '回答番号',
  channel: '受けた方法',
  channels: { phone: '電話で聞いた', fax: 'FAXで届いた' },
  outcome: '回答',
  outcomes: { received: '受け取った', question: '確認したいことがある', returned: '宛先が違うので返す' },
  text: '確認したいこと・返す理由',
  toldBy: '答えた人（相手の名前）',
  when: '答えを受けた日時（いまなら空のまま）',
  record: '記録する',
  recording: '記録しています…',
  done: '記録しました',
  said: (number: string, sender: string) => `用紙番号 ${number}（送った機関：${sender}）への回答を記録しました。`,
};
const en: Widened<typeof ja> = {
  intro:
    'Write down here what a receiver who does not use this system answered to a handover, by telephone or FAX. Ask for the reply code on the sheet. It counts as if the receiver had answered, and who wrote it down is kept.',
  code: 'Reply code',
  channel: 'How it came',
  channels: { phone: 'By telephone', fax: 'By FAX' },
  outcome: 'Answer',
  outcomes: { received: 'Received', question: 'There is a question', returned: 'Returned: wrong addressee' },
  text: 'The question, or why it is returned',
  toldBy: 'Who answered (name at the receiver)',
  when: 'When the answer came (empty: now)',
  record: 'Record',
  recording: 'Recording …',
  done: 'Recorded',
  said: (number: string, sender: string) => `The answer to sheet ${number} (sent by ${sender}) is recorded.`,
};
const words: Pair<Widened<typeof ja>> = { ja, en };

type Reply = Question<'/api/v1/reply-records'>;
const EMPTY = { code: '', channel: 'phone', outcome: 'received', text: '', toldBy: '', occurredAt: '' } as const;
type Typed = { [Name in keyof typeof EMPTY]: string };

/** 電話・FAXの回答を記録する. */
export function RepliesPage() {
  const t = useWords(words);
  const { nav } = useWords(ofHandovers);
  const [typed, setTyped] = useState<Typed>(EMPTY);
  const recording = useMutation({
    mutationFn: ({ code, channel, outcome, text, toldBy, occurredAt }: Typed) =>
      ask('/api/v1/reply-records', {
        code,
        channel: channel as Reply['channel'],
        outcome: outcome as Reply['outcome'],
        toldBy,
        ...(outcome !== 'received' && { text }),
        ...(occurredAt !== '' && { occurredAt: new Date(`${occurredAt}:00+09:00`).toISOString() }),
      }),
    onSuccess: () => setTyped(EMPTY),
  });
  const change =
    (name: keyof Typed) =>
    ({ currentTarget: { value } }: FormEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>) =>
      setTyped((before) => ({ ...before, [name]: value }));
  const choice = (name: 'channel' | 'outcome', options: Readonly<Record<string, string>>) => (
    <Field name={name} label={t[name]} required>
      {(control) => (
        <select {...control} className={inputClass} value={typed[name]} onChange={change(name)}>
          {Object.entries(options).map(([code, label]) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  return (
    <div className="flex max-w-3xl flex-col gap-4">
      <PageTitle title={nav.replies} />
      <p className="text-std-16N-170">{t.intro}</p>
      {recording.data ? (
        <Notice look="good" title={t.done}>
          <p className="text-std-16N-170">{t.said(recording.data.number, recording.data.sender)}</p>
        </Notice>
      ) : null}
      {recording.error ? <Refused problem={recording.error} /> : null}
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          recording.mutate(typed);
        }}
      >
        <Field name="code" label={t.code} required>
          {(control) => (
            <input
              {...control}
              className={inputClass}
              inputMode="numeric"
              autoComplete="off"
              value={typed.code}
              onChange={change('code')}
            />
          )}
        </Field>
        {choice('channel', t.channels)}
        {choice('outcome', t.outcomes)}
        {typed.outcome === 'received' ? null : (
          <Field name="text" label={t.text} required>
            {(control) => (
              <textarea {...control} className={inputClass} rows={4} value={typed.text} onChange={change('text')} />
            )}
          </Field>
        )}
        <Field name="toldBy" label={t.toldBy} required>
          {(control) => (
            <input
              {...control}
              className={inputClass}
              autoComplete="off"
              value={typed.toldBy}
              onChange={change('toldBy')}
            />
          )}
        </Field>
        <Field name="occurredAt" label={t.when}>
          {(control) => (
            <input
              {...control}
              type="datetime-local"
              className={inputClass}
              value={typed.occurredAt}
              onChange={change('occurredAt')}
            />
          )}
        </Field>
        <div>
          <Button look="primary" size="large" type="submit" busy={recording.isPending}>
            {recording.isPending ? t.recording : t.record}
          </Button>
        </div>
      </form>
    </div>
  );
}
