import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { get } from '../../../api/client.ts';
import type { Body } from '../../../api/contract.ts';
import { filled, happened, isEmpty, lacks, type Values } from '../../../forms/body.ts';
import { FormField } from '../../../forms/form-field.tsx';
import { FormFrame } from '../../../forms/form-frame.tsx';
import { Lookup } from '../../../forms/lookup.tsx';
import { useCommandForm, type UsedForm } from '../../../forms/use-command-form.ts';
import { textOf, useText, useWords } from '../../../i18n/index.tsx';
import { Field } from '../../../ui/field.tsx';
import { useFlash } from '../../../ui/flash.tsx';
import { PageTitle } from '../../../ui/page.tsx';
import { words } from '../words.ts';
import { pageWords } from './page-words.ts';

const NAMES = [
  'scene',
  'issueType',
  'municipality',
  'severity',
  'escalationReason',
  'reporterOrganization',
  'redactedNarrative',
] as const;
const REQUIRED = ['scene', 'issueType', 'severity'] as const;

/** 課題の兆しを登録する: what was noticed beside any case, and without a person in it. */
export function RaisePage() {
  const t = useWords(words);
  const { raise } = useWords(pageWords);
  const text = useText();
  const flash = useFlash();
  const navigate = useNavigate();
  const [initial] = useState(() => ({
    ...Object.fromEntries(NAMES.map((name) => [name, ''])),
    severity: '1',
    occurredAt: '',
  }));
  const used = useCommandForm({
    command: 'RaiseIssueSignal',
    initial,
    check: (values: Values) =>
      REQUIRED.filter((name) => isEmpty(values[name])).map((name) =>
        lacks(name, { ja: pageWords.ja.raise.field[name], en: pageWords.en.raise.field[name] }, true),
      ),
    toBody: ({ severity, occurredAt, ...said }) =>
      ({
        ...filled(said),
        severity: Number(textOf(severity)),
        ...happened({ occurredAt }),
      }) as Body<'RaiseIssueSignal'>,
    onDone: ({ id }) => {
      flash(text.form.saved, `/cases/${id}`);
      void navigate({ to: '/cases/$id', params: { id }, search: {} });
    },
  });
  const common = { words: { ...raise, codes: t.codes }, used };
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <PageTitle title={t.command.RaiseIssueSignal} />
      <FormFrame
        used={used}
        names={NAMES}
        submit={t.command.RaiseIssueSignal}
        cancel={() => void navigate({ to: '/issues' as '/' })}
        backdated
      >
        <FormField name="scene" definition={{ as: 'choice', codes: 'scene', required: true }} {...common} />
        <FormField name="issueType" definition={{ as: 'choice', codes: 'issueType', required: true }} {...common} />
        <MunicipalityField used={used} />
        <FormField
          name="severity"
          definition={{ as: 'choice', codes: 'severity', required: true, hint: 'severity' }}
          {...common}
        />
        <FormField name="escalationReason" definition={{ as: 'choice', codes: 'escalationReason' }} {...common} />
        <FormField
          name="reporterOrganization"
          definition={{ as: 'organization', hint: 'reporterOrganization' }}
          {...common}
        />
        <FormField name="redactedNarrative" definition={{ as: 'long', hint: 'redactedNarrative' }} {...common} />
      </FormFrame>
    </div>
  );
}

function MunicipalityField({ used }: { used: UsedForm }) {
  const { field, hint } = useWords(pageWords).raise;
  const text = useText();
  const { data } = useQuery({ queryKey: ['areas'], queryFn: () => get('/api/v1/areas') });
  const found = data
    ?.filter(({ level }) => level === 'municipality')
    .map(({ id, name }) => ({ value: id, label: name, detail: '' }));
  return (
    <Field name="municipality" label={field.municipality} hint={hint.municipality} error={used.errorOf('municipality')}>
      {(control) => (
        <Lookup
          label={field.municipality}
          control={control}
          found={found}
          none={text.form.nothing}
          value={textOf(used.form.watch('municipality'))}
          choose={(value) => {
            used.form.setValue('municipality', value, { shouldDirty: true });
            used.mended('municipality');
          }}
        />
      )}
    </Field>
  );
}
