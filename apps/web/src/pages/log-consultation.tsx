import { useNavigate } from '@tanstack/react-router';
import { useEffect, type KeyboardEvent, type ReactNode } from 'react';
import type { FieldError } from '../api/types.ts';
import { Checkboxes, Radios, Select } from '../forms/choices.tsx';
import { FormFrame } from '../forms/form-frame.tsx';
import { OrganizationLookup, PatientLookup } from '../forms/lookups.tsx';
import { isEmpty, missing, useCommandForm, type Values } from '../forms/use-command-form.ts';
import { en } from '../i18n/en/index.ts';
import { optionsOf, useText } from '../i18n/index.tsx';
import { ja } from '../i18n/ja/index.ts';
import { useFlash } from '../shell/flash.tsx';
import { momentOf } from '../time/moments.ts';
import { Field, FieldGroup, inputClass } from '../ui/field.tsx';
import { PageTitle } from '../ui/page.tsx';

const MOST_TOPICS = 3;
const SIDE = 'consulter.side';
const PROFESSION = 'consulter.profession';
const ORGANIZATION = 'consulter.organization';
const CALLBACK = 'consulter.callbackTo';
const NAMES = [
  'channel',
  SIDE,
  PROFESSION,
  ORGANIZATION,
  CALLBACK,
  'scene',
  'urgency',
  'topics',
  'summary',
  'patient',
  'counterpartSide',
];
const INITIAL: Values = {
  channel: 'phone',
  consulter: { side: '', profession: '', organization: '', callbackTo: '' },
  scene: '',
  urgency: '',
  topics: [],
  summary: '',
  patient: '',
  counterpartSide: '',
  occurredAt: '',
};

/** One page for the whole call: nothing to turn over, nothing that needs the mouse. */
export function LogConsultationPage() {
  const t = useText();
  const flash = useFlash();
  const navigate = useNavigate();
  const used = useCommandForm({
    path: 'consultations',
    initial: INITIAL,
    check,
    toBody,
    onDone: ({ id }) => {
      flash(t.log.saved, `/cases/${id}`);
      void navigate({ to: '/cases/$id', params: { id }, search: {} });
    },
  });
  const { form, errorOf, mended, submit } = used;
  useEffect(() => form.setFocus(CALLBACK), [form]);

  const topics = [form.watch('topics') ?? []].flat().filter(Boolean);
  const scenes = optionsOf(t.codes.scene).map(({ value, label }, index) => ({ value, label: `${index + 1} ${label}` }));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void submit();
      return;
    }
    if (!event.altKey) return;
    // The key's place, not its letter: with Alt a Mac types "¡" for 1.
    const scene = /^Digit([1-4])$/.exec(event.code)?.[1];
    const chosen = scene && scenes[Number(scene) - 1]?.value;
    if (chosen) form.setValue('scene', chosen, { shouldDirty: true });
    else if (event.code === 'KeyQ') form.setValue('urgency', 'immediate', { shouldDirty: true });
    else return;
    event.preventDefault();
    mended(chosen ? 'scene' : 'urgency');
  };

  return (
    <div className="flex flex-col gap-3" onKeyDown={onKeyDown}>
      <div className="flex flex-wrap items-baseline gap-x-6">
        <PageTitle title={t.log.title} />
        <p className="hidden text-dns-14N-130 text-solid-gray-700 md:block">{t.log.keys}</p>
      </div>
      <FormFrame used={used} names={NAMES} submit={t.log.submit} cancel={() => void navigate({ to: '/' })} backdated>
        <div className="grid gap-4 lg:grid-cols-2">
          <Block title={t.log.who}>
            <Field name={CALLBACK} label={t.field.callbackTo} error={errorOf(CALLBACK)}>
              {(control) => (
                <input {...control} {...form.register(CALLBACK)} autoComplete="off" className={inputClass} />
              )}
            </Field>
            <FieldGroup name={SIDE} label={t.field.side} required error={errorOf(SIDE)}>
              <Radios form={form} name={SIDE} options={optionsOf(t.codes.side)} onPick={() => mended(SIDE)} />
            </FieldGroup>
            <div className="grid gap-4 md:grid-cols-2">
              <Field name={PROFESSION} label={t.field.profession} error={errorOf(PROFESSION)}>
                {(control) => (
                  <Select form={form} name={PROFESSION} options={optionsOf(t.codes.profession)} control={control} />
                )}
              </Field>
              <Field name="channel" label={t.field.channel} required error={errorOf('channel')}>
                {(control) => (
                  <Select form={form} name="channel" options={optionsOf(t.codes.channel)} control={control} />
                )}
              </Field>
            </div>
          </Block>
          <Block title={t.log.what}>
            <Field name="summary" label={t.field.summary} required error={errorOf('summary')}>
              {(control) => (
                <textarea
                  {...control}
                  {...form.register('summary', { onChange: () => mended('summary') })}
                  rows={5}
                  className={inputClass}
                />
              )}
            </Field>
            <FieldGroup name="scene" label={t.field.scene} required error={errorOf('scene')}>
              <Radios form={form} name="scene" options={scenes} onPick={() => mended('scene')} />
            </FieldGroup>
            <FieldGroup name="urgency" label={t.field.urgency} hint={t.log.leaveEmpty} error={errorOf('urgency')}>
              <Radios
                form={form}
                name="urgency"
                options={optionsOf(t.codes.consultationUrgency)}
                onPick={() => mended('urgency')}
              />
            </FieldGroup>
          </Block>
        </div>
        <Block>
          <FieldGroup
            name="topics"
            label={`${t.field.topics}　${t.log.chosenTopics(topics.length)}`}
            required
            hint={t.log.topicHelp}
            error={errorOf('topics')}
          >
            <Checkboxes
              form={form}
              name="topics"
              options={optionsOf(t.codes.topic)}
              onPick={() => mended('topics')}
              dense
            />
          </FieldGroup>
        </Block>
        <div className="grid gap-4 lg:grid-cols-2">
          <Block>
            <Field name="patient" label={t.field.patient} hint={t.form.filterHelp} error={errorOf('patient')}>
              {(control) => <PatientLookup used={used} name="patient" label={t.field.patient} control={control} />}
            </Field>
          </Block>
          <Block>
            <Field
              name={ORGANIZATION}
              label={t.log.organization}
              hint={t.form.filterHelp}
              error={errorOf(ORGANIZATION)}
            >
              {(control) => (
                <OrganizationLookup used={used} name={ORGANIZATION} label={t.log.organization} control={control} />
              )}
            </Field>
          </Block>
        </div>
        <p className="text-dns-14N-130 text-solid-gray-700">{t.form.memoryOnly}</p>
      </FormFrame>
    </div>
  );
}

function Block({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-4 rounded-8 border border-solid-gray-420 bg-white p-4">
      {title ? <h2 className="text-dns-16B-130 text-solid-gray-800">{title}</h2> : null}
      {children}
    </section>
  );
}

const topicsOf = (values: Values): string[] => [values['topics'] ?? []].flat().filter(Boolean).map(String);

function check(values: Values): FieldError[] {
  const consulter = values['consulter'] as Record<string, string>;
  const choose = (path: string, name: 'side' | 'scene' | 'topics') =>
    missing(path, ja.form.missingChoice(ja.field[name]), en.form.missingChoice(en.field[name]));
  const topics = topicsOf(values);
  return [
    ...(isEmpty(consulter['side']) ? [choose(SIDE, 'side')] : []),
    ...(isEmpty(values['summary'])
      ? [missing('summary', ja.form.missing(ja.field.summary), en.form.missing(en.field.summary))]
      : []),
    ...(isEmpty(values['scene']) ? [choose('scene', 'scene')] : []),
    ...(topics.length === 0 ? [choose('topics', 'topics')] : []),
    ...(topics.length > MOST_TOPICS
      ? [{ path: 'topics', code: 'too_many', ja: ja.form.tooMany(MOST_TOPICS), en: en.form.tooMany(MOST_TOPICS) }]
      : []),
  ];
}

function toBody({ consulter, occurredAt, ...values }: Values): object {
  const said = (all: Values) => Object.fromEntries(Object.entries(all).filter(([, value]) => !isEmpty(value)));
  return {
    ...said(values),
    topics: topicsOf(values),
    consulter: said(consulter as Values),
    ...(!isEmpty(occurredAt) && { occurredAt: momentOf(String(occurredAt)) }),
  };
}
