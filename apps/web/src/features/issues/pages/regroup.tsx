import { useQuery } from '@tanstack/react-query';
import { get } from '../../../api/client.ts';
import type { Body } from '../../../api/contract.ts';
import type { DoingProps } from '../../../feature.ts';
import { filled, happened, isEmpty, lacks, type Values } from '../../../forms/body.ts';
import { FormField } from '../../../forms/form-field.tsx';
import { FormFrame } from '../../../forms/form-frame.tsx';
import { Lookup } from '../../../forms/lookup.tsx';
import { useCommandForm, type UsedForm } from '../../../forms/use-command-form.ts';
import { labelOf, textOf, useText, useWords } from '../../../i18n/index.tsx';
import { themeOf } from '../../../i18n/theme.ts';
import { useTime } from '../../../time/use-time.ts';
import { Field } from '../../../ui/field.tsx';
import { words } from '../words.ts';
import { useCandidates, useIssue, useIssues } from './shared.tsx';

const missing =
  (...names: readonly (keyof typeof words.ja.field)[]) =>
  (values: Values) =>
    names
      .filter((name) => isEmpty(values[name]))
      .map((name) => lacks(name, { ja: words.ja.field[name], en: words.en.field[name] }, name !== 'reason'));

/** 分類を確かめる: the tags that it has are chosen already, so that one press confirms them. */
export function TagForm({ timeline, onDone, cancel }: DoingProps) {
  const t = useWords(words);
  const [scene = '', issueType = '', subject = ''] = textOf(timeline.facts['key']).split('|');
  const used = useCommandForm({
    command: 'TagIssueSignal',
    id: timeline.about.id,
    initial: { scene, issueType, subject, redactedNarrative: '', occurredAt: '' },
    check: missing('scene', 'issueType'),
    toBody: ({ occurredAt, ...said }) => ({ ...filled(said), ...happened({ occurredAt }) }) as Body<'TagIssueSignal'>,
    onDone,
  });
  return (
    <div className="max-w-4xl">
      <FormFrame
        used={used}
        names={['scene', 'issueType', 'subject', 'redactedNarrative']}
        submit={t.command.TagIssueSignal}
        cancel={cancel}
        backdated
      >
        <Tags used={used} hint="tagged" />
        <Narrative of={timeline.about.id} />
        <FormField
          name="redactedNarrative"
          definition={{ as: 'long', hint: 'redactedNarrative' }}
          words={t}
          used={used}
        />
      </FormFrame>
    </div>
  );
}

/** 今の要旨: what councils would read, were it left as it is. */
function Narrative({ of: id }: { of: string }) {
  const t = useWords(words);
  const { data } = useCandidates();
  const narrative = data?.candidates.find((one) => one.id === id)?.narrative;
  if (!narrative) return null;
  return (
    <div className="flex flex-col gap-1">
      <p className="text-std-16B-150">{t.field.narrativeNow}</p>
      <blockquote className="border-l-4 border-solid-gray-420 pl-3 text-std-16N-170 whitespace-pre-wrap">
        {narrative}
      </blockquote>
    </div>
  );
}

function Tags({ used, hint }: { used: UsedForm; hint: 'tagged' | 'split' }) {
  const t = useWords(words);
  const common = { words: t, used };
  return (
    <>
      <FormField name="scene" definition={{ as: 'choice', codes: 'scene', required: true, hint }} {...common} />
      <FormField name="issueType" definition={{ as: 'choice', codes: 'issueType', required: true }} {...common} />
      <FormField name="subject" definition={{ as: 'choice', codes: 'topic' }} {...common} />
    </>
  );
}

/** 統合する: the issues of its area, those first whose narratives are alike. */
export function MergeForm({ timeline, onDone, cancel }: DoingProps) {
  const t = useWords(words);
  const { id } = timeline.about;
  const { data: issue } = useIssue(id);
  const { data: all } = useIssues();
  const { data: alike } = useQuery({
    queryKey: ['issues', id, 'alike'],
    queryFn: () => get('/api/v1/issues/{issue}/alike', { issue: id }),
    staleTime: 0,
  });
  const likenessOf = (other: string) => alike?.find((one) => one.id === other)?.likeness ?? 0;
  const found =
    issue &&
    all
      ?.filter(
        (one) =>
          one.id !== id &&
          one.area.id === issue.area.id &&
          one.level === issue.level &&
          !['CLOSED', 'DISMISSED', 'MERGED'].includes(one.state),
      )
      .toSorted((a, b) => likenessOf(b.id) - likenessOf(a.id))
      .map((one) => ({
        value: one.id,
        label: themeOf(t, one.key),
        detail: [
          labelOf(t.state.regional_issue, one.state),
          ...(likenessOf(one.id) > 0 ? [t.unit.likeness(likenessOf(one.id))] : []),
        ].join('　'),
      }));
  const used = useCommandForm({
    command: 'MergeIssue',
    id,
    initial: { into: '', reason: '', occurredAt: '' },
    check: missing('into', 'reason'),
    toBody: ({ into, reason, occurredAt }) => ({
      into: textOf(into),
      reason: textOf(reason),
      ...happened({ occurredAt }),
    }),
    onDone,
  });
  return (
    <div className="max-w-4xl">
      <FormFrame used={used} names={['into', 'reason']} submit={t.command.MergeIssue} cancel={cancel} backdated>
        <Field name="into" label={t.field.into} required hint={t.hint.into} error={used.errorOf('into')}>
          {(control) => (
            <Lookup
              label={t.field.into}
              control={control}
              found={found}
              none={t.none.into}
              value={textOf(used.form.watch('into'))}
              choose={(value) => {
                used.form.setValue('into', value, { shouldDirty: true });
                used.mended('into');
              }}
            />
          )}
        </Field>
        <FormField name="reason" definition={{ as: 'long', required: true, hint: 'reason' }} words={t} used={used} />
      </FormFrame>
    </div>
  );
}

/** 分ける: which of its signals are of another trouble, and of which. */
export function SplitForm({ timeline, onDone, cancel }: DoingProps) {
  const t = useWords(words);
  const text = useText();
  const { stamp } = useTime();
  const { id } = timeline.about;
  const { data: issue } = useIssue(id);
  const [scene = ''] = textOf(timeline.facts['key']).split('|');
  const signals = Object.fromEntries(
    (issue?.newest ?? []).map(({ id: signal, occurredAt, source, municipality }) => [
      signal,
      `${stamp(occurredAt)}　${labelOf(t.codes.source, source)}　${municipality.name}`,
    ]),
  );
  const used = useCommandForm({
    command: 'SplitIssue',
    id,
    initial: { signals: [], scene, issueType: '', subject: '', reason: '', occurredAt: '' },
    check: missing('signals', 'issueType', 'reason'),
    toBody: ({ occurredAt, ...said }) => ({ ...filled(said), ...happened({ occurredAt }) }) as Body<'SplitIssue'>,
    onDone,
  });
  if (issue && (issue.newest ?? []).length === 0) return <p className="text-std-16N-170">{text.form.nothing}</p>;
  return (
    <div className="max-w-4xl">
      <FormFrame
        used={used}
        names={['signals', 'scene', 'issueType', 'subject', 'reason']}
        submit={t.command.SplitIssue}
        cancel={cancel}
        backdated
      >
        <FormField
          name="signals"
          definition={{ as: 'marks', codes: 'signals', required: true, hint: 'signals' }}
          words={{ ...t, codes: { signals } }}
          used={used}
        />
        <Tags used={used} hint="split" />
        <FormField name="reason" definition={{ as: 'long', required: true, hint: 'reason' }} words={t} used={used} />
      </FormFrame>
    </div>
  );
}
