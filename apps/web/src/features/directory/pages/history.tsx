import { labelOf, useText } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import type { Entry } from '../directory.ts';
import { useDirectoryWords, type DirectoryWords } from './directory-words.ts';
import { Part } from './facts.tsx';

const MINUTE = 60_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** 履歴: what became of it, newest first, with who said so and when. */
export function History({ entries }: { entries: readonly Entry[] }) {
  const t = useDirectoryWords();
  const text = useText();
  const { stamp, day } = useTime();
  return (
    <Part id="history" title={t.page.history}>
      <ol className="flex flex-col rounded-8 border border-solid-gray-420 bg-white">
        {entries.toReversed().map(({ position, type, occurredAt, recordedAt, name, role, details }) => {
          const late = Math.abs(Date.parse(recordedAt) - Date.parse(occurredAt)) > MINUTE;
          return (
            <li key={`${position} ${type}`} className="border-b border-solid-gray-200 px-4 py-2.5 last:border-b-0">
              <div className="flex flex-wrap items-baseline gap-x-4">
                <time dateTime={occurredAt} className="text-dns-14N-130 text-solid-gray-800 md:w-32">
                  {stamp(occurredAt)}
                </time>
                <p className="text-dns-16B-130">{labelOf(t.event, type)}</p>
                <p className="text-dns-14N-130 text-solid-gray-800">
                  {role === null ? t.page.byJob : `${name ?? ''}（${labelOf(text.role, role)}）`}
                </p>
                {late ? (
                  <p className="text-dns-14N-130 text-solid-gray-700">{t.page.recorded(stamp(recordedAt))}</p>
                ) : null}
              </div>
              <p className="text-dns-14N-130 break-words text-solid-gray-800 md:pl-36">
                {saidOf(details, t, { day, kinds: text.organizationKind, comma: text.app.comma }).map(
                  ([label, value]) => (
                    <span key={label} className="mr-4 inline-block">
                      {label}：{value}
                    </span>
                  ),
                )}
              </p>
            </li>
          );
        })}
      </ol>
    </Part>
  );
}

interface Manner {
  readonly day: (on: string) => string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly comma: string;
}

/** What a fact says, in words; what is not declared is for machines. */
function saidOf(details: Readonly<Record<string, unknown>>, t: DirectoryWords, manner: Manner): [string, string][] {
  const one = (key: string, value: unknown): string => {
    if (value === null) return t.nobody;
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string') return t.changed;
    if (DAY.test(value)) return manner.day(value);
    if (key === 'kind') return labelOf(manner.kinds, value);
    if (key === 'capabilities') return labelOf(t.capability, value);
    if (key === 'reason') return labelOf(t.codes.erasure, value);
    return key === 'cleared' ? labelOf(t.detailOf, value) : value;
  };
  return Object.entries(details).flatMap(([key, value]): [string, string][] => {
    const label = t.detailOf[key as keyof typeof t.detailOf];
    if (!label) return [];
    if (key === 'openCases') return Array.isArray(value) && value.length > 0 ? [[label, String(value.length)]] : [];
    if (!Array.isArray(value)) return [[label, one(key, value)]];
    return [[label, value.length === 0 ? t.about.none : value.map((each) => one(key, each)).join(manner.comma)]];
  });
}
