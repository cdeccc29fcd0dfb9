import { useState } from 'react';
import type { Entry } from '../api/types.ts';
import { labelOf, useText } from '../i18n/index.tsx';
import { MINUTE } from '../time/moments.ts';
import { useTime } from '../time/use-time.ts';
import { detailsOf } from './details.ts';
import { HandoverText } from './document.tsx';

const LOUD = new Set([
  'DischargeHandoverMissed',
  'DischargeLeakConfirmed',
  'EmergencyBackupExhausted',
  'ObligationMissed',
  'ObligationUnattended',
]);
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
export function TimelineList({ entries }: { entries: readonly Entry[] }) {
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
        {shown.map((entry) => (
          <Fact key={entry.position} entry={entry} />
        ))}
      </ol>
    </section>
  );
}

function Fact({ entry }: { entry: Entry }) {
  const t = useText();
  const time = useTime(MINUTE);
  const { type, occurredAt, recordedAt, actor, details, texts } = entry;
  const late = Math.abs(Date.parse(recordedAt) - Date.parse(occurredAt)) > MINUTE;
  const quiet = BY_ENGINE.test(type) && !LOUD.has(type);
  const said = detailsOf(type, details, t, { moment: time.stamp, day: time.day });
  return (
    <li className={`border-b border-solid-gray-200 px-4 py-2.5 ${quiet ? 'bg-solid-gray-50' : ''}`}>
      <div className="flex flex-wrap items-baseline gap-x-4">
        <time dateTime={occurredAt} className="text-dns-14N-130 text-solid-gray-800 md:w-32">
          {time.stamp(occurredAt)}
        </time>
        <p className={`${quiet ? 'text-dns-16N-130' : 'text-dns-16B-130'} ${LOUD.has(type) ? 'text-error-2' : ''}`}>
          {labelOf(t.events, type)}
        </p>
        <p className="text-dns-14N-130 text-solid-gray-800">
          {'system' in actor ? t.case.system : `${actor.name}（${labelOf(t.codes.role, actor.role)}）`}
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
      {texts.map(({ kind, text }) => (
        <div key={kind} className="mt-1 md:pl-36">
          {kind === 'handover_document' ? (
            <details>
              <summary className="inline-flex min-h-11 items-center text-dns-16N-130 text-key-900 underline">
                {t.codes.textKind.handover_document}
              </summary>
              <HandoverText text={text} />
            </details>
          ) : (
            <>
              <p className="text-dns-14B-130 text-solid-gray-800">{labelOf(t.codes.textKind, kind)}</p>
              <p className="text-std-16N-170 whitespace-pre-wrap">{text}</p>
            </>
          )}
        </div>
      ))}
    </li>
  );
}
