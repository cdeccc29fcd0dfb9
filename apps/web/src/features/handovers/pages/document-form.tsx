import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { Body } from '../../../api/contract.ts';
import { useCommand, useMe } from '../../../api/queries.ts';
import type { FieldError, Me, Timeline } from '../../../api/types.ts';
import type { DoingProps } from '../../../feature.ts';
import { filled, isEmpty, lacks, type Values } from '../../../forms/body.ts';
import { FormFrame } from '../../../forms/form-frame.tsx';
import { useCommandForm } from '../../../forms/use-command-form.ts';
import { labelOf, textOf, useWords } from '../../../i18n/index.tsx';
import { ja as roles } from '../../../i18n/ja.ts';
import { dayOf } from '../../../time/moments.ts';
import { useTime } from '../../../time/use-time.ts';
import { Button, ButtonLink } from '../../../ui/button.tsx';
import { Field, fieldId } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Refused } from '../../../ui/problem.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { handoverVersion, latestDocument, openQuestion, partsOf, type Part } from '../document.ts';
import { words, type Words } from '../words.ts';

type Section = keyof Words['document']['parts'];

const SECTIONS: Record<Section, readonly Part[]> = {
  basic: ['addressee', 'sender', 'dates', 'destination', 'careLevel', 'consent'],
  medical: [
    'diagnosisAndCourse',
    'prognosisAndWhatToDo',
    'proceduresAfterDischarge',
    'medicine',
    'infection',
    'contraindications',
  ],
  daily: ['adl', 'eatingSwallowingOral', 'excretion', 'sleepCognitionBehavior', 'devices'],
  after: [
    'explanationAndWishes',
    'familyKeyPerson',
    'followUp',
    'conference',
    'servicesRequested',
    'nextAppointment',
    'notes',
  ],
};
/** May be left empty; the other parts are asked by all forms of the field. */
const OPTIONAL = new Set<Part>([
  'sleepCognitionBehavior',
  'devices',
  'infection',
  'contraindications',
  'servicesRequested',
  'nextAppointment',
  'notes',
]);
const SHORT = new Set<Part>(['addressee', 'dates', 'destination', 'careLevel', 'consent', 'nextAppointment']);
const PARTS = Object.values(SECTIONS).flat();
const nameOf = (part: Part): string => `document.${part}`;

/** 引継書: sections as a list of tasks, in any order; what is still missing stands beside it. */
export function DocumentForm({ command, timeline, onDone, cancel }: DoingProps) {
  const t = useWords(words);
  const first = command === 'SubmitHandover';
  const question = first ? undefined : openQuestion(timeline);
  const { data: me } = useMe();
  const [known] = useState(() => (first ? knownParts(timeline, me) : partsOf(latestDocument(timeline))));
  const [current, turnTo] = useState<Section>('basic');
  const used = useCommandForm({
    command: first ? 'SubmitHandover' : 'SupplementHandover',
    id: timeline.about.id,
    initial: { document: Object.fromEntries(PARTS.map((part) => [part, known[part] ?? ''])), occurredAt: '' },
    check,
    toBody,
    onDone,
  });
  const { form, errorOf, mended } = used;
  const texts = (form.watch('document') ?? {}) as Record<string, string>;
  const sections = Object.keys(SECTIONS) as Section[];
  const next = sections[sections.indexOf(current) + 1];
  const show = (part: Part) => turnTo(sections.find((section) => SECTIONS[section].includes(part)) ?? current);
  const goTo = (part: Part | undefined) => {
    if (part === undefined) return;
    flushSync(() => show(part));
    const field = document.getElementById(fieldId(nameOf(part)));
    field?.scrollIntoView({ block: 'center' });
    field?.focus({ preventScroll: true });
  };
  const lacking = PARTS.filter((part) => !OPTIONAL.has(part) && isEmpty(texts[part]));

  const frame = (
    <FormFrame
      used={used}
      names={PARTS.map(nameOf)}
      submit={first ? t.document.submit : t.document.supplement}
      cancel={cancel}
      reveal={(name) => show(name.replace('document.', '') as Part)}
    >
      <div className="flex flex-col gap-2 rounded-8 border border-solid-gray-420 bg-white p-4 lg:sticky lg:top-0 lg:z-10">
        <h2 className="text-std-17B-170">{t.document.tasks}</h2>
        <ol className="grid gap-x-6 md:grid-cols-2">
          {sections.map((section) => (
            <li key={section} className="flex items-center justify-between gap-3 border-b border-solid-gray-200">
              <a
                href={`#section-${section}`}
                className="inline-flex min-h-11 items-center text-dns-16N-130 text-key-900 underline"
                onClick={(event) => {
                  event.preventDefault();
                  goTo(SECTIONS[section].find((part) => isEmpty(texts[part])) ?? SECTIONS[section][0]);
                }}
              >
                {t.document.parts[section]}
              </a>
              <Progress parts={SECTIONS[section]} texts={texts} />
            </li>
          ))}
        </ol>
        <p role="status" className={`text-dns-16B-130 ${lacking.length > 0 ? 'text-error-2' : 'text-success-2'}`}>
          {lacking.length > 0 ? t.document.missing(lacking.length) : t.document.complete}
        </p>
      </div>
      {first ? null : <p className="text-std-16N-170">{t.document.from(handoverVersion(timeline))}</p>}
      <p className="text-std-16N-170">{t.document.help}</p>
      {sections.map((section) => (
        <section
          key={section}
          aria-labelledby={`section-${section}`}
          // On a phone one section at a time; at a desk all of them.
          className={`flex-col gap-5 rounded-8 bg-white p-4 md:flex ${section === current ? 'flex' : 'hidden'}`}
        >
          <h2
            id={`section-${section}`}
            tabIndex={-1}
            className="scroll-mt-60 border-b-2 border-key-900 pb-1 text-std-18B-160"
          >
            {t.document.parts[section]}
          </h2>
          {SECTIONS[section].map((part) => (
            <Field
              key={part}
              name={nameOf(part)}
              label={t.codes.handoverPart[part]}
              required={!OPTIONAL.has(part)}
              error={errorOf(nameOf(part))}
            >
              {(control) => (
                <TextArea
                  {...control}
                  {...form.register(nameOf(part), { onChange: () => mended(nameOf(part)) })}
                  rows={SHORT.has(part) ? 1 : 3}
                  className="scroll-mt-60"
                />
              )}
            </Field>
          ))}
        </section>
      ))}
      {next ? (
        <div className="md:hidden">
          <Button size="large" wide onClick={() => goTo(SECTIONS[next][0])}>
            {t.document.to(t.document.parts[next])}
          </Button>
        </div>
      ) : null}
      {lacking.length > 0 ? (
        <section aria-labelledby="lacking" className="rounded-8 border border-solid-gray-420 bg-white p-4">
          <h2 id="lacking" className="text-std-17B-170">
            {t.document.missingTitle}
          </h2>
          <ul className="flex flex-wrap gap-x-4">
            {lacking.map((part) => (
              <li key={part}>
                <a
                  href={`#${fieldId(nameOf(part))}`}
                  className="inline-flex min-h-11 items-center text-dns-16N-130 text-key-900 underline"
                  onClick={(event) => {
                    event.preventDefault();
                    goTo(part);
                  }}
                >
                  {t.codes.handoverPart[part]}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </FormFrame>
  );
  if (!question)
    return (
      <div className="flex max-w-4xl flex-col gap-4">
        {/* Twenty parts are not to be written before it turns out that nobody is there to read them. */}
        {timeline.commands.includes('IdentifyCareManager') ? <NoCareManager id={timeline.about.id} /> : null}
        {frame}
      </div>
    );
  return (
    <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start lg:gap-6">
      {/* What is to be answered stays in sight: above on a phone, beside at a desk. */}
      <aside className="sticky top-0 z-20 mb-4 max-h-[35vh] overflow-y-auto bg-white lg:order-2 lg:max-h-[calc(100vh-6rem)]">
        <Question {...question} />
      </aside>
      {frame}
    </div>
  );
}

/** Nobody is named in this stay; whom the directory has is named by one press. */
function NoCareManager({ id }: { id: string }) {
  const t = useWords(words);
  const name = useCommand('IdentifyCareManager');
  return (
    <Notice look="warning" title={t.document.noCareManager}>
      <p className="mt-2 flex flex-wrap gap-3">
        <Button look="primary" busy={name.isPending} onClick={() => name.mutate({ id, body: {} })}>
          {t.document.takeRegistered}
        </Button>
        <ButtonLink to="/cases/$id" params={{ id }} search={{ do: 'IdentifyCareManager' }}>
          {t.command.IdentifyCareManager}
        </ButtonLink>
      </p>
      {name.error ? <Refused problem={name.error} /> : null}
    </Notice>
  );
}

function Question({ asked, text }: NonNullable<ReturnType<typeof openQuestion>>) {
  const t = useWords(words);
  const { stamp } = useTime();
  return (
    <Notice look="warning" title={t.document.asked}>
      <p className="text-std-17N-170 whitespace-pre-wrap">{text ?? t.document.askedMissing}</p>
      <p className="text-dns-14N-130 text-solid-gray-800">
        {'name' in asked.actor ? `${asked.actor.name}　` : ''}
        {stamp(asked.occurredAt)}
      </p>
    </Notice>
  );
}

function Progress({ parts, texts }: { parts: readonly Part[]; texts: Record<string, string> }) {
  const t = useWords(words);
  const missing = parts.filter((part) => !OPTIONAL.has(part) && isEmpty(texts[part])).length;
  const touched = parts.some((part) => !isEmpty(texts[part]));
  if (missing === 0) return <span className="text-dns-14B-130">{t.document.done}</span>;
  return (
    <span className="text-dns-14N-130 text-solid-gray-800">
      {touched ? t.document.started : t.document.untouched}　{t.document.missing(missing)}
    </span>
  );
}

/** What the case knows already is not asked again. The document itself is written in Japanese. */
function knownParts({ entries }: Timeline, me: Me | null | undefined): Partial<Record<Part, string>> {
  const detail = (name: string) => entries.findLast(({ details }) => details[name] !== undefined)?.details[name];
  const [admittedAt, plannedOn] = [detail('admittedAt'), detail('plannedDischargeOn')];
  const [destination, careLevel] = [detail('destination'), detail('careLevel')];
  const dates = [
    ...(admittedAt ? [`入院 ${dayOf(Date.parse(textOf(admittedAt))).replaceAll('-', '/')}`] : []),
    ...(plannedOn ? [`退院予定 ${textOf(plannedOn).replaceAll('-', '/')}`] : []),
  ];
  return {
    ...(me && { sender: `${me.organization.name}　${roles.role[me.role]}　${me.name}` }),
    ...(dates.length > 0 && { dates: dates.join('、') }),
    ...(destination !== undefined && { destination: labelOf(words.ja.codes.destination, textOf(destination)) }),
    ...(careLevel !== undefined && { careLevel: labelOf(words.ja.codes.careLevel, textOf(careLevel)) }),
  };
}

const textsOf = (values: Values) => values['document'] as Record<Part, string>;

const check = (values: Values): FieldError[] =>
  PARTS.filter((part) => !OPTIONAL.has(part) && isEmpty(textsOf(values)[part])).map((part) =>
    lacks(nameOf(part), { ja: words.ja.codes.handoverPart[part], en: words.en.codes.handoverPart[part] }),
  );

const toBody = (values: Values): Body<'SubmitHandover'> => ({
  // The API says no more of it than that it is an object.
  document: filled(textsOf(values)) as object as Body<'SubmitHandover'>['document'],
});
