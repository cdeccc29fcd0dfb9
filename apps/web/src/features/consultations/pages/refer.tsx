import { useQuery } from '@tanstack/react-query';
import { get } from '../../../api/client.ts';
import type { Read } from '../../../api/contract.ts';
import type { DoingProps } from '../../../feature.ts';
import { happened, isEmpty, lacks } from '../../../forms/body.ts';
import { FormFrame } from '../../../forms/form-frame.tsx';
import { Lookup } from '../../../forms/lookup.tsx';
import { useCommandForm } from '../../../forms/use-command-form.ts';
import { labelOf, textOf, useText, useWords } from '../../../i18n/index.tsx';
import { Field } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { words } from '../words.ts';
import { referWords } from './refer-words.ts';

type Targets = Read<'/api/v1/consultations/{id}/referral-targets'>;
type Target = Targets['targets'][number];

const useTargets = (id: string) =>
  useQuery({
    queryKey: ['timeline', id, 'referral-targets'],
    queryFn: () => get('/api/v1/consultations/{id}/referral-targets', { id }),
    staleTime: 0,
  }).data;

/**
 * ほかの窓口へつなぐ: first where a coordinator of the topic is (K-02). A desk without one is warned of and never refused;
 * where nobody has written down coordinators, nothing is said of them.
 */
export function ReferForm({ timeline, onDone, cancel }: DoingProps) {
  const t = useWords(words);
  const say = useWords(referWords);
  const { app, form: general, organizationKind } = useText();
  const found = useTargets(timeline.about.id);
  const used = useCommandForm({
    command: 'ReferConsultation',
    id: timeline.about.id,
    initial: { to: '', occurredAt: '' },
    check: ({ to }) => (isEmpty(to) ? [lacks('to', { ja: words.ja.field.to, en: words.en.field.to }, true)] : []),
    toBody: (values) => ({ to: textOf(values['to']), ...happened(values) }),
    onDone,
  });
  const to = textOf(used.form.watch('to'));
  const choose = (value: string) => {
    used.form.setValue('to', value, { shouldDirty: true });
    used.mended('to');
  };
  const fitting = found?.targets.filter(({ coordinators }) => coordinators.length > 0) ?? [];
  const chosen = found?.targets.find(({ id }) => id === to);
  const holders = ({ coordinators }: Target) =>
    coordinators.map(({ name, kind }) => say.holder(name, labelOf(say.kind, kind))).join(app.comma);
  const wanted = (found?.wanted ?? [])
    .map(({ field, level }) => say.wanted(labelOf(say.field, field), labelOf(say.level, level)))
    .join(app.comma);
  const isWanting = found !== undefined && found.placed && found.wanted.length > 0;
  return (
    <div className="max-w-4xl">
      <FormFrame used={used} names={['to']} submit={t.command.ReferConsultation} cancel={cancel} backdated>
        {chosen === undefined && fitting.length > 0 ? (
          <section aria-labelledby="fitting" className="flex flex-col gap-2">
            <h3 id="fitting" className="text-std-16B-170">
              {say.fitting(wanted)}
            </h3>
            <ul aria-labelledby="fitting" className="flex flex-col gap-1">
              {fitting.map((target) => (
                <li key={target.id}>
                  <button
                    type="button"
                    data-fits
                    onClick={() => choose(target.id)}
                    className="flex min-h-11 w-full flex-col rounded-8 border-2 border-key-900 bg-white px-3 py-2 text-left text-dns-16N-130 hover:bg-key-50 hover:underline"
                  >
                    <span className="font-bold">{target.name}</span>
                    <span>{holders(target)}</span>
                  </button>
                </li>
              ))}
            </ul>
            <p className="text-dns-14N-130 text-solid-gray-700">{say.others}</p>
          </section>
        ) : null}
        <div className="flex flex-col gap-3">
          <Field name="to" label={t.field.to} required hint={general.filterHelp} error={used.errorOf('to')}>
            {(control) => (
              <Lookup
                label={t.field.to}
                control={control}
                found={found?.targets.map(({ id, name, kind, municipality, coordinators }) => ({
                  value: id,
                  label: name,
                  detail: [labelOf(organizationKind, kind), municipality.name, coordinators.length > 0 ? say.fits : '']
                    .filter(Boolean)
                    .join('　'),
                }))}
                none={general.nothing}
                value={to}
                choose={choose}
              />
            )}
          </Field>
          <div role="status">
            {isWanting && chosen && chosen.coordinators.length === 0 ? (
              <Notice look="warning" title={say.unfit(wanted)}>
                <p className="text-std-16N-170">
                  {fitting.length > 0 ? say.rather(fitting.map(({ name }) => name).join(app.comma)) : say.nobody}
                </p>
                <p className="text-std-16N-170">{say.unfitHelp}</p>
              </Notice>
            ) : null}
          </div>
        </div>
      </FormFrame>
    </div>
  );
}
