import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, type KeyboardEvent, type ReactNode } from 'react';
import type { Body } from '../../../api/contract.ts';
import type { FieldError } from '../../../api/types.ts';
import { filled, happened, isEmpty, lacks, type Values } from '../../../forms/body.ts';
import { Checkboxes, Radios, Select } from '../../../forms/choices.tsx';
import { FormFrame } from '../../../forms/form-frame.tsx';
import { OrganizationLookup, PatientLookup } from '../../../forms/lookups.tsx';
import { useCommandForm } from '../../../forms/use-command-form.ts';
import { optionsOf, textOf, useText, useWords } from '../../../i18n/index.tsx';
import { Field, FieldGroup, inputClass } from '../../../ui/field.tsx';
import { useFlash } from '../../../ui/flash.tsx';
import { PageTitle } from '../../../ui/page.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { words } from '../words.ts';
import { CallerFound, CallerUser, takeOrganization, useCaller } from './caller.tsx';
import { CheckList, useDeskForm } from './check-list.tsx';
import { checkedOf, deskFormIn, missingOnForm, requiring, topicsOffered } from './desk-form.ts';
import { LikelyDuplicates } from './duplicates.tsx';

type Sent = Body<'LogConsultation'>;

const MOST_TOPICS = 3;
const SIDE = 'consulter.side';
const PROFESSION = 'consulter.profession';
const ORGANIZATION = 'consulter.organization';
const USER: string = 'consulter.user';
const CALLBACK = 'consulter.callbackTo';
const NAMES = [
  'channel',
  SIDE,
  PROFESSION,
  ORGANIZATION,
  USER,
  CALLBACK,
  'scene',
  'urgency',
  'topics',
  'summary',
  'patient',
  'counterpartSide',
  'checked',
];
const INITIAL: { [Name in keyof Sent]: unknown } = {
  channel: 'phone',
  consulter: { side: '', profession: '', organization: '', user: '', callbackTo: '' },
  scene: '',
  urgency: '',
  topics: [],
  summary: '',
  patient: '',
  counterpartSide: '',
  checked: [],
  occurredAt: '',
};

/** One page for the whole call: nothing to turn over, nothing that needs the mouse. */
export function LogPage() {
  const { form: said } = useText();
  const t = useWords(words);
  const flash = useFlash();
  const navigate = useNavigate();
  const client = useQueryClient();
  const used = useCommandForm({
    command: 'LogConsultation',
    initial: INITIAL,
    check: checkIn(client),
    toBody: toBodyIn(client),
    onDone: ({ id }) => {
      flash(t.log.saved, `/cases/${id}`);
      void navigate({ to: '/cases/$id', params: { id }, search: {} });
    },
  });
  const { form, errorOf, mended, submit } = used;
  useEffect(() => form.setFocus(CALLBACK), [form]);

  const caller = useCaller(textOf(form.watch(CALLBACK)));
  const organization = textOf(form.watch(ORGANIZATION));

  const scene = form.watch('scene');
  const desk = useDeskForm(form.watch('occurredAt'));
  const isRequired = requiring(desk, scene);
  const topics = [form.watch('topics') ?? []].flat().filter(Boolean).map(String);
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
    const digit = /^Digit([1-4])$/.exec(event.code)?.[1];
    const chosen = digit && scenes[Number(digit) - 1]?.value;
    if (chosen) form.setValue('scene', chosen, { shouldDirty: true });
    else if (event.code === 'ArrowDown' && caller.organizations[0]) takeOrganization(used, caller.organizations[0]);
    else if (event.code === 'KeyQ') form.setValue('urgency', 'immediate', { shouldDirty: true });
    else return;
    event.preventDefault();
    if (event.code !== 'ArrowDown') mended(chosen ? 'scene' : 'urgency');
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
            <Field name={CALLBACK} label={t.field.callbackTo} required={isRequired(CALLBACK)} error={errorOf(CALLBACK)}>
              {(control) => (
                <input {...control} {...form.register(CALLBACK)} autoComplete="off" className={inputClass} />
              )}
            </Field>
            <CallerFound used={used} caller={caller} />
            <FieldGroup name={SIDE} label={t.field.side} required error={errorOf(SIDE)}>
              <Radios form={form} name={SIDE} options={optionsOf(t.codes.side)} onPick={() => mended(SIDE)} />
            </FieldGroup>
            <div className="grid gap-4 md:grid-cols-2">
              <Field
                name={PROFESSION}
                label={t.field.profession}
                required={isRequired(PROFESSION)}
                error={errorOf(PROFESSION)}
              >
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
                <TextArea {...control} {...form.register('summary', { onChange: () => mended('summary') })} rows={5} />
              )}
            </Field>
            <FieldGroup name="scene" label={t.field.scene} required error={errorOf('scene')}>
              <Radios form={form} name="scene" options={scenes} onPick={() => mended('scene')} />
            </FieldGroup>
            <FieldGroup
              name="urgency"
              label={t.field.urgency}
              required={isRequired('urgency')}
              hint={isRequired('urgency') ? undefined : t.log.leaveEmpty}
              error={errorOf('urgency')}
            >
              <Radios
                form={form}
                name="urgency"
                options={optionsOf(t.codes.urgency)}
                onPick={() => mended('urgency')}
              />
            </FieldGroup>
            {isRequired('counterpartSide') || !isEmpty(form.watch('counterpartSide')) ? (
              <Field
                name="counterpartSide"
                label={t.field.counterpartSide}
                required={isRequired('counterpartSide')}
                error={errorOf('counterpartSide')}
              >
                {(control) => (
                  <Select form={form} name="counterpartSide" options={optionsOf(t.codes.side)} control={control} />
                )}
              </Field>
            ) : null}
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
              options={topicsOffered(desk, optionsOf(t.codes.topic), topics, t.log.ended)}
              onPick={() => mended('topics')}
              dense
            />
          </FieldGroup>
        </Block>
        <div className="grid gap-4 lg:grid-cols-2">
          <Block>
            <Field
              name="patient"
              label={t.field.patient}
              required={isRequired('patient')}
              hint={said.filterHelp}
              error={errorOf('patient')}
            >
              {(control) => <PatientLookup used={used} name="patient" label={t.field.patient} control={control} />}
            </Field>
          </Block>
          <Block>
            <Field
              name={ORGANIZATION}
              label={t.log.organization}
              required={isRequired(ORGANIZATION)}
              hint={said.filterHelp}
              error={errorOf(ORGANIZATION)}
            >
              {(control) => (
                <OrganizationLookup used={used} name={ORGANIZATION} label={t.log.organization} control={control} />
              )}
            </Field>
            <CallerUser used={used} name={USER} organization={organization} />
          </Block>
        </div>
        <CheckList used={used} desk={desk} scene={scene} />
        <LikelyDuplicates organization={organization} patient={textOf(form.watch('patient'))} />
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

/** One checkbox alone is a value, several are a list. */
const topicsOf = ({ topics }: Values): Sent['topics'] => [(topics ?? []) as Sent['topics']].flat().filter(Boolean);

const checkIn =
  (client: QueryClient) =>
  (values: Values): FieldError[] => {
    const consulter = values['consulter'] as Record<string, string>;
    const label = (name: keyof typeof words.ja.field) => ({ ja: words.ja.field[name], en: words.en.field[name] });
    const topics = topicsOf(values);
    return [
      ...(isEmpty(consulter['side']) ? [lacks(SIDE, label('side'), true)] : []),
      ...(isEmpty(values['summary']) ? [lacks('summary', label('summary'))] : []),
      ...(isEmpty(values['scene']) ? [lacks('scene', label('scene'), true)] : []),
      ...(topics.length === 0 ? [lacks('topics', label('topics'), true)] : []),
      ...(topics.length > MOST_TOPICS
        ? [{ path: 'topics', code: 'too_many', ja: words.ja.log.tooMany, en: words.en.log.tooMany }]
        : []),
      ...missingOnForm(deskFormIn(client, values), values),
    ];
  };

const toBodyIn =
  (client: QueryClient) =>
  (values: Values): Sent => {
    const { consulter, occurredAt, checked: _checked, ...said } = values as Sent & Values;
    return {
      ...filled(said),
      topics: topicsOf(values),
      consulter: filled(consulter),
      ...checkedOf(deskFormIn(client, values), values),
      ...happened({ occurredAt }),
    };
  };
