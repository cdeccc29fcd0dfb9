import { useQuery } from '@tanstack/react-query';
import { get } from '../../../api/client.ts';
import type { CaseListed } from '../../../api/types.ts';
import type { DoingProps } from '../../../feature.ts';
import { isEmpty, lacks } from '../../../forms/body.ts';
import { useFieldWords } from '../../../forms/drafts/field-words.tsx';
import { FormFrame } from '../../../forms/form-frame.tsx';
import { Lookup } from '../../../forms/lookup.tsx';
import { useCommandForm } from '../../../forms/use-command-form.ts';
import { textOf, useWords } from '../../../i18n/index.tsx';
import { Field } from '../../../ui/field.tsx';
import { words } from '../words.ts';

const useCandidates = (id: string) =>
  useQuery({
    queryKey: ['timeline', id, 'candidates'],
    queryFn: () => get('/api/v1/consultations/{id}/candidates', { id }),
    staleTime: 0,
  }).data;

const useLinked = (id: string) =>
  useQuery({
    queryKey: ['timeline', id, 'linked'],
    queryFn: async () => (await get('/api/v1/cases/{id}/related-cases', { id })).filter(({ way }) => way === 'linked'),
    staleTime: 0,
  }).data;

/** Which case: one of a list that is looked up, found by its number or by what it is about. */
function CaseForm<Name extends 'LinkConsultation' | 'UnlinkConsultation' | 'MergeConsultations'>({
  command,
  field,
  cases,
  bodyOf,
  timeline,
  onDone,
  cancel,
}: Omit<DoingProps, 'command'> & {
  command: Name;
  field: 'case' | 'into';
  cases: readonly CaseListed[] | undefined;
  bodyOf: (
    id: string,
  ) => Parameters<typeof useCommandForm<Name>>[0]['toBody'] extends (values: never) => infer Body ? Body : never;
}) {
  const t = useWords(words);
  const { caseName } = useFieldWords();
  const used = useCommandForm({
    command,
    id: timeline.about.id,
    initial: { [field]: '' },
    check: (values) =>
      isEmpty(values[field]) ? [lacks(field, { ja: words.ja.field[field], en: words.en.field[field] }, true)] : [],
    toBody: (values) => bodyOf(textOf(values[field])),
    onDone,
  });
  return (
    <div className="max-w-4xl">
      <FormFrame used={used} names={[field]} submit={t.command[command]} cancel={cancel}>
        <Field name={field} label={t.field[field]} required hint={t.relate[command]} error={used.errorOf(field)}>
          {(control) => (
            <Lookup
              label={t.field[field]}
              control={control}
              found={cases?.map((each) => ({ value: each.about.id, label: caseName(each), detail: '' }))}
              none={t.relate.none}
              value={textOf(used.form.watch(field))}
              choose={(value) => {
                used.form.setValue(field, value, { shouldDirty: true });
                used.mended(field);
              }}
            />
          )}
        </Field>
      </FormFrame>
    </div>
  );
}

export function LinkForm(props: DoingProps) {
  const cases = useCandidates(props.timeline.about.id);
  return <CaseForm {...props} command="LinkConsultation" field="case" cases={cases} bodyOf={(id) => ({ case: id })} />;
}

export function UnlinkForm(props: DoingProps) {
  const cases = useLinked(props.timeline.about.id);
  return (
    <CaseForm {...props} command="UnlinkConsultation" field="case" cases={cases} bodyOf={(id) => ({ case: id })} />
  );
}

export function MergeForm(props: DoingProps) {
  const { kind, id } = props.timeline.about;
  const cases = useCandidates(id)?.filter(({ about, state }) => about.kind === kind && state !== 'MERGED');
  return <CaseForm {...props} command="MergeConsultations" field="into" cases={cases} bodyOf={(into) => ({ into })} />;
}
