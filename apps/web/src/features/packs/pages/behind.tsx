import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { get, Problem } from '../../../api/client.ts';
import { labelOf } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Loading } from '../../../ui/page.tsx';
import { LoadFailed, useRefusal } from '../../../ui/problem.tsx';
import { usePackWords } from './page-words.ts';
import { nameOf } from './figures.tsx';
import type { Version } from './pack-page.tsx';

/** 数のもと: the records behind one number, each leading to its events; for who may not, why. */
export function Behind({ id, latest, by, code }: { id: string; latest: Version; by: string; code: string }) {
  const t = usePackWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const line = latest.splits.find((split) => split.by === by)?.lines.find((one) => one.code === code);
  const { data, error, refetch } = useQuery({
    queryKey: ['evidence-packs', id, 'behind', latest.version, by, code],
    queryFn: () =>
      get('/api/v1/evidence-packs/{pack}/versions/{version}/signals', {
        pack: id,
        version: latest.version,
        ...(line && { by, code }),
      }),
    staleTime: 0,
  });
  useEffect(() => heading.current?.focus(), [by, code]);
  return (
    <section className="flex flex-col gap-2 rounded-8 border border-key-900 bg-white p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 ref={heading} tabIndex={-1} className="text-std-18B-160">
          {t.page.behind(line ? nameOf(t, by, line) : t.page.behindAll)}
        </h2>
        <Link
          to={'/evidence' as '/'}
          search={{ pack: id, audience: latest.audience } as never}
          className="inline-flex min-h-11 items-center text-key-900 underline"
        >
          {t.page.close}
        </Link>
      </div>
      {error ? <Failed problem={error} again={() => void refetch()} /> : data ? <Signals data={data} /> : <Loading />}
    </section>
  );
}

function Failed({ problem, again }: { problem: Error; again: () => void }) {
  const refusal = useRefusal();
  if (problem instanceof Problem && problem.status === 403)
    return (
      <Notice>
        <p className="text-std-16N-170">{refusal(problem)}</p>
      </Notice>
    );
  return <LoadFailed problem={problem} again={again} />;
}

function Signals({ data: { signals, others } }: { data: Awaited<ReturnType<typeof get<Behind>>> }) {
  const t = usePackWords();
  const { stamp } = useTime();
  return (
    <>
      {signals.length === 0 ? <p className="text-std-16N-170">{t.page.noneBehind}</p> : null}
      <ul className="flex max-h-96 flex-col overflow-y-auto">
        {signals.map(({ id, occurredAt, source, municipality, severity, case: of }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 border-b border-solid-gray-200 text-std-16N-170">
            <Link
              to="/cases/$id"
              params={{ id }}
              search={{}}
              className="inline-flex min-h-11 items-center text-key-900 underline"
            >
              <time dateTime={occurredAt}>{stamp(occurredAt)}</time>
            </Link>
            <span>{municipality.name}</span>
            <span>{labelOf(t.codes.source, source)}</span>
            <span>
              {t.page.weight}：{labelOf(t.codes.severity, String(severity))}
            </span>
            <span className="text-solid-gray-800">{t.page.sameCase(of)}</span>
          </li>
        ))}
      </ul>
      {others ? <p className="text-std-16N-170">{t.page.others}</p> : null}
    </>
  );
}

type Behind = '/api/v1/evidence-packs/{pack}/versions/{version}/signals';
