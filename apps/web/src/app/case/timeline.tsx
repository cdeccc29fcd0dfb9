import { Suspense, useState } from 'react';
import { useOrganizationsEver } from '../../api/queries.ts';
import type { Entry } from '../../api/types.ts';
import type { Part } from '../../feature.ts';
import { labelOf, useLanguage, useText } from '../../i18n/index.tsx';
import { MINUTE } from '../../time/moments.ts';
import { useTime } from '../../time/use-time.ts';
import { Loading } from '../../ui/page.tsx';
import { useLabels, useSayings } from '../labels.ts';
import { loaded } from '../parts.ts';
import { detailsOf, featureOf, isLoud } from '../registry.ts';
import { engineDetails } from './engine-details.ts';

const BY_ENGINE = /^Obligation/;
/** What follows from the facts above it, and is said beside them as what is owed. */
const MACHINERY = new Set([
  'ObligationOpened',
  'ObligationRedated',
  'ObligationMet',
  'ObligationCancelled',
  'ObligationStepSkipped',
  'ObligationWindowClosed',
]);

/** What happened, oldest first. Both times where it was recorded later than it happened. */
export function TimelineList({ kind, entries }: { kind: string; entries: readonly Entry[] }) {
  const t = useText();
  const [all, showAll] = useState(false);
  const shown = entries.filter(({ type }) => all || !MACHINERY.has(type));
  return (
    <section aria-labelledby="timeline" className="flex flex-col gap-2">
      <h2 id="timeline" className="text-std-18B-160">
        {t.case.timeline}
      </h2>
      <div className="flex flex-wrap items-center gap-x-6">
        <p className="text-dns-14N-130 text-solid-gray-700">{t.case.timelineNote}</p>
        {entries.some(({ type }) => MACHINERY.has(type)) ? (
          <label className="flex min-h-11 cursor-pointer items-center gap-2 text-dns-14N-130 print:hidden">
            <input
              type="checkbox"
              checked={all}
              onChange={(event) => showAll(event.target.checked)}
              className="size-5 accent-key-900"
            />
            {t.case.showAll}
          </label>
        ) : null}
      </div>
      <ol className="flex flex-col border-l-4 border-solid-gray-200 bg-white">
        {shown.map((entry, i) => (
          <Fact key={`${entry.position} ${i}`} kind={kind} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

function Fact({ kind, entry }: { kind: string; entry: Entry }) {
  const t = useText();
  const labels = useLabels();
  const { data: organizations } = useOrganizationsEver();
  const sayings = useSayings(organizations);
  const { language } = useLanguage();
  const time = useTime(MINUTE);
  const { type, occurredAt, recordedAt, actor, details, texts } = entry;
  const late = Math.abs(Date.parse(recordedAt) - Date.parse(occurredAt)) > MINUTE;
  const ofEngine = BY_ENGINE.test(type);
  const quiet = ofEngine && !isLoud(type);
  const said = ofEngine
    ? engineDetails(details, t, sayings, (level) => labels.level(kind, level))
    : detailsOf(kind, type, details, language, sayings);
  const folded = featureOf(kind)?.texts ?? {};
  return (
    <li className={`border-b border-solid-gray-200 px-4 py-2.5 ${quiet ? 'bg-solid-gray-50' : ''}`}>
      <div className="flex flex-wrap items-baseline gap-x-4">
        <time dateTime={occurredAt} className="text-dns-14N-130 text-solid-gray-800 md:w-32">
          {time.stamp(occurredAt)}
        </time>
        <p className={`${quiet ? 'text-dns-16N-130' : 'text-dns-16B-130'} ${isLoud(type) ? 'text-error-2' : ''}`}>
          {labels.of('event', type)}
        </p>
        <p className="text-dns-14N-130 text-solid-gray-800">
          {'system' in actor ? t.case.system : `${actor.name}（${labelOf(t.role, actor.role)}）`}
        </p>
        {late ? (
          <p className="text-dns-14N-130 text-solid-gray-700">{t.case.recorded(time.stamp(recordedAt))}</p>
        ) : null}
      </div>
      {said.length > 0 ? (
        <p className="text-dns-14N-130 text-solid-gray-800 md:pl-36">
          {said.map(({ label, value }) => (
            <span key={label} className="mr-4 inline-block">
              {label}：{value}
            </span>
          ))}
        </p>
      ) : null}
      {texts.map(({ kind: record, text }) => {
        const part = folded[record];
        return (
          <div key={record} className="mt-1 md:pl-36">
            {part ? (
              <Folded title={labels.of('record', record)} text={text} part={part} />
            ) : (
              <>
                <p className="text-dns-14B-130 text-solid-gray-800">{labels.of('record', record)}</p>
                <p className="text-std-16N-170 whitespace-pre-wrap">{text}</p>
              </>
            )}
          </div>
        );
      })}
    </li>
  );
}

function Folded({ title, text, part }: { title: string; text: string; part: Part<{ text: string }> }) {
  const Text = loaded(part);
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center text-dns-16N-130 text-key-900 underline">{title}</summary>
      <Suspense fallback={<Loading />}>
        <Text text={text} />
      </Suspense>
    </details>
  );
}
