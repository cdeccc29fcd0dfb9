import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { get } from '../../../api/client.ts';
import { useLanguage } from '../../../i18n/index.tsx';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Loading } from '../../../ui/page.tsx';
import { LoadFailed } from '../../../ui/problem.tsx';
import type { Shown } from './import-page.tsx';
import { useImportWords } from './page-words.ts';

type Fault = Awaited<ReturnType<typeof get<'/api/v1/imports/{import}/faults'>>>['faults'][number];

/** Every row that is wrong, with where, why and what to do; who may be somebody known is decided here. */
export function Faults({
  shown: { id, faults: bad },
  busy,
  check,
  children,
}: {
  shown: Shown;
  busy: boolean;
  check: (decisions: { line: number; decision: string }[]) => void;
  /** What else can be done with the file. */
  children: ReactNode;
}) {
  const t = useImportWords();
  const { language } = useLanguage();
  const [decisions, setDecisions] = useState<Readonly<Record<number, string>>>({});
  const {
    data: found,
    error,
    refetch,
  } = useQuery({
    queryKey: ['imports', id, 'faults'],
    queryFn: () => get('/api/v1/imports/{import}/faults', { import: id }),
    staleTime: 0,
    gcTime: 0,
  });
  const toDecide = found?.faults.some(({ candidates }) => candidates) ?? false;
  return (
    <section className="flex flex-col gap-3">
      <Notice look="bad" title={t.faultTitle(bad)}>
        <p className="text-std-16N-170">{t.faultHelp}</p>
        {toDecide ? <p className="text-std-16N-170">{t.decideHelp}</p> : null}
      </Notice>
      <div className="flex flex-wrap gap-3">
        <a href={`/api/v1/imports/${id}/faults.csv?language=${language}`} download className={buttonClass({})}>
          {t.download}
        </a>
        {toDecide ? (
          <Button
            look="primary"
            busy={busy}
            onClick={() =>
              check(Object.entries(decisions).map(([line, decision]) => ({ line: Number(line), decision })))
            }
          >
            {t.recheck}
          </Button>
        ) : null}
        {children}
      </div>
      {error ? <LoadFailed problem={error} again={() => void refetch()} /> : null}
      {!found && !error ? <Loading /> : null}
      {found && found.total > found.faults.length ? (
        <p className="text-std-16N-170">{t.shownOf(found.faults.length, found.total)}</p>
      ) : null}
      <ul className="flex flex-col gap-2">
        {found?.faults.map((fault, i) => (
          <li key={`${fault.line} ${i}`} className="rounded-8 border border-solid-gray-420 bg-white px-4 py-3">
            <OneFault
              fault={fault}
              decision={decisions[fault.line] ?? ''}
              decide={(decision) => setDecisions((before) => ({ ...before, [fault.line]: decision }))}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneFault({ fault, decision, decide }: { fault: Fault; decision: string; decide: (decision: string) => void }) {
  const t = useImportWords();
  const { language } = useLanguage();
  const { line, column, cell, candidates } = fault;
  return (
    <div className="flex flex-col gap-1">
      <p className="text-std-16B-170">
        {t.line} {line}
        {column === '' ? '' : `　${column}`}
        {cell === '' ? '' : `：${cell}`}
      </p>
      <p className="text-std-16N-170">{fault[language]}</p>
      {candidates ? (
        <label className="flex flex-wrap items-center gap-2 text-std-16N-170">
          {t.decision}
          <select
            value={decision}
            onChange={(event) => decide(event.target.value)}
            className="min-h-11 rounded-8 border border-solid-gray-600 bg-white px-2"
          >
            <option value="" disabled>
              {t.undecided}
            </option>
            {candidates.map((id, i) => (
              <option key={id} value={`same:${id}`}>
                {t.same(i + 1, candidates.length > 1)}
              </option>
            ))}
            <option value="another">{t.another}</option>
            <option value="skip">{t.skip}</option>
          </select>
        </label>
      ) : null}
    </div>
  );
}
