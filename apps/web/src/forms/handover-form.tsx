import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useMe } from '../api/queries.ts';
import { dayOf } from '../time/moments.ts';
import { Button } from '../ui/button.tsx';
import { latestDocument } from '../cases/acknowledge.tsx';
import { handoverVersion } from '../cases/actions.ts';
import { partsOf } from '../cases/document.tsx';
import type { Answer, FieldError, Me, Timeline } from '../api/types.ts';
import { en } from '../i18n/en/index.ts';
import { labelOf, useText, type Dictionary } from '../i18n/index.tsx';
import { ja } from '../i18n/ja/index.ts';
import { Field, fieldId, inputClass } from '../ui/field.tsx';
import { FormFrame } from './form-frame.tsx';
import { isEmpty, missing, useCommandForm, type Values } from './use-command-form.ts';

type Part = keyof Dictionary['codes']['handoverPart'];
type Section = keyof Dictionary['handover']['parts'];

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
export function HandoverForm({
  command,
  timeline,
  onDone,
  cancel,
}: {
  command: 'SubmitHandover' | 'SupplementHandover';
  timeline: Timeline;
  onDone: (answer: Answer) => void;
  cancel: () => void;
}) {
  const t = useText();
  const first = command === 'SubmitHandover';
  const { data: me } = useMe();
  const [known] = useState(() => (first ? knownParts(timeline, me) : partsOf(latestDocument(timeline))));
  const [current, turnTo] = useState<Section>('basic');
  const used = useCommandForm({
    path: `handovers/${timeline.about.id}/${first ? 'documents' : 'supplements'}`,
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

  return (
    <FormFrame
      used={used}
      names={PARTS.map(nameOf)}
      submit={first ? t.handover.submit : t.handover.supplement}
      cancel={cancel}
      reveal={(name) => show(name.replace('document.', '') as Part)}
    >
      <div className="flex flex-col gap-2 rounded-8 border border-solid-gray-420 bg-white p-4 md:sticky md:top-0 md:z-10">
        <h2 className="text-std-17B-170">{t.handover.tasks}</h2>
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
                {t.handover.parts[section]}
              </a>
              <Progress parts={SECTIONS[section]} texts={texts} />
            </li>
          ))}
        </ol>
        <p role="status" className={`text-dns-16B-130 ${lacking.length > 0 ? 'text-error-2' : 'text-success-2'}`}>
          {lacking.length > 0 ? t.handover.missing(lacking.length) : t.handover.complete}
        </p>
      </div>
      {first ? null : <p className="text-std-16N-170">{t.handover.from(handoverVersion(timeline))}</p>}
      <p className="text-std-16N-170">{t.handover.help}</p>
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
            {t.handover.parts[section]}
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
                <textarea
                  {...control}
                  {...form.register(nameOf(part), { onChange: () => mended(nameOf(part)) })}
                  rows={SHORT.has(part) ? 1 : 3}
                  className={`${inputClass} scroll-mt-60`}
                />
              )}
            </Field>
          ))}
        </section>
      ))}
      {next ? (
        <div className="md:hidden">
          <Button size="large" wide onClick={() => goTo(SECTIONS[next][0])}>
            {t.handover.to(t.handover.parts[next])}
          </Button>
        </div>
      ) : null}
      {lacking.length > 0 ? (
        <section aria-labelledby="lacking" className="rounded-8 border border-solid-gray-420 bg-white p-4">
          <h2 id="lacking" className="text-std-17B-170">
            {t.handover.missingTitle}
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
}

function Progress({ parts, texts }: { parts: readonly Part[]; texts: Record<string, string> }) {
  const t = useText();
  const lacks = parts.filter((part) => !OPTIONAL.has(part) && isEmpty(texts[part])).length;
  const touched = parts.some((part) => !isEmpty(texts[part]));
  if (lacks === 0) return <span className="text-dns-14B-130">{t.handover.done}</span>;
  return (
    <span className="text-dns-14N-130 text-solid-gray-800">
      {touched ? t.handover.started : t.handover.untouched}　{t.handover.missing(lacks)}
    </span>
  );
}

/** What the case knows already is not asked again. The document itself is written in Japanese. */
function knownParts({ entries }: Timeline, me: Me | null | undefined): Partial<Record<Part, string>> {
  const detail = (name: string) => entries.findLast(({ details }) => details[name] !== undefined)?.details[name];
  const [admittedAt, plannedOn] = [detail('admittedAt'), detail('plannedDischargeOn')];
  const [destination, careLevel] = [detail('destination'), detail('careLevel')];
  const dates = [
    ...(admittedAt ? [`入院 ${dayOf(Date.parse(String(admittedAt))).replaceAll('-', '/')}`] : []),
    ...(plannedOn ? [`退院予定 ${String(plannedOn).replaceAll('-', '/')}`] : []),
  ];
  return {
    ...(me && { sender: `${me.organization.name}　${ja.codes.role[me.role]}　${me.name}` }),
    ...(dates.length > 0 && { dates: dates.join('、') }),
    ...(destination !== undefined && { destination: labelOf(ja.codes.destination, String(destination)) }),
    ...(careLevel !== undefined && { careLevel: labelOf(ja.codes.careLevel, String(careLevel)) }),
  };
}

const textsOf = (values: Values) => values['document'] as Record<Part, string>;

const check = (values: Values): FieldError[] =>
  PARTS.filter((part) => !OPTIONAL.has(part) && isEmpty(textsOf(values)[part])).map((part) =>
    missing(nameOf(part), ja.form.missing(ja.codes.handoverPart[part]), en.form.missing(en.codes.handoverPart[part])),
  );

const toBody = (values: Values): object => ({
  document: Object.fromEntries(Object.entries(textsOf(values)).filter(([, text]) => !isEmpty(text))),
});
