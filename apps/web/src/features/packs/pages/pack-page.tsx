import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { get } from '../../../api/client.ts';
import type { Read } from '../../../api/contract.ts';
import { useCommand } from '../../../api/queries.ts';
import { labelOf } from '../../../i18n/index.tsx';
import { themeOf } from '../../../i18n/theme.ts';
import { useTime } from '../../../time/use-time.ts';
import { Button, buttonClass } from '../../../ui/button.tsx';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed, Refused } from '../../../ui/problem.tsx';
import { usePackWords } from './page-words.ts';
import { Behind } from './behind.tsx';
import { Figures } from './figures.tsx';
import { monthIn } from './month.ts';

export type Pack = Read<'/api/v1/evidence-packs/{pack}'>;
export type Version = NonNullable<Pack['latest']>;

const WATCH_MS = 500;
const FORMATS = ['pdf', 'xlsx', 'csv'] as const;

/** What stands in the address: for whom, and the number that is walked back. */
export interface Asked {
  readonly pack?: string;
  readonly audience?: 'council' | 'public';
  readonly by?: string;
  readonly code?: string;
}

/** 議題の根拠資料: compile, look, download, and walk a number back. */
export function PackPage({ id }: { id: string }) {
  const t = usePackWords();
  const asked = useLocation().search as Asked;
  const audience = asked.audience === 'public' ? 'public' : 'council';
  const {
    data: pack,
    error,
    refetch,
  } = useQuery({
    queryKey: ['evidence-packs', id, audience],
    queryFn: () => get('/api/v1/evidence-packs/{pack}', { pack: id, audience }),
    staleTime: 0,
    placeholderData: (before) => before,
    // While it is being made the bar moves; then there is nothing more to ask.
    refetchInterval: ({ state: { data } }) => (data?.state === 'COMPILING' ? WATCH_MS : false),
  });
  if (error) return <LoadFailed problem={error} again={() => void refetch()} />;
  if (!pack) return <Loading />;
  const { latest } = pack;
  return (
    <div className="flex flex-col gap-5">
      <p className="print:hidden">
        <Link
          to={'/evidence' as '/'}
          search={{}}
          className="inline-flex min-h-11 items-center text-std-16N-170 text-key-900 underline"
        >
          ←　{t.page.back}
        </Link>
      </p>
      <div className="flex flex-col gap-1">
        <PageTitle title={`${pack.area.name}：${themeOf(t, pack.key)}`} />
        <p className="text-std-16N-170">
          {labelOf(t.codes.areaLevel, pack.level)}　{labelOf(t.state.evidence_pack, pack.state)}
        </p>
      </div>
      <Compile pack={pack} onDone={() => void refetch()} />
      {latest ? (
        <>
          <About id={id} latest={latest} audience={audience} />
          {asked.by === undefined ? null : <Behind id={id} latest={latest} by={asked.by} code={asked.code ?? ''} />}
          <Figures id={id} latest={latest} />
        </>
      ) : null}
    </div>
  );
}

function Compile({ pack, onDone }: { pack: Pack; onDone: () => void }) {
  const t = usePackWords();
  const { mutate, isPending, error } = useCommand('CompileEvidencePack');
  if (pack.percent !== null)
    return (
      <div className="flex max-w-xl flex-col gap-1">
        <label htmlFor="pack-progress" className="text-std-16N-170">
          {t.page.compiling}　{t.page.percent(pack.percent)}
        </label>
        <progress id="pack-progress" max={100} value={pack.percent} className="h-3 w-full" />
      </div>
    );
  const may = pack.commands.includes('CompileEvidencePack');
  return (
    <div className="flex flex-col items-start gap-2 print:hidden">
      {pack.latest ? null : <p className="text-std-16N-170">{t.page.notYet}</p>}
      {may ? (
        <Button
          look={pack.latest ? 'secondary' : 'primary'}
          busy={isPending}
          onClick={() => mutate({ id: pack.id, body: {} }, { onSuccess: onDone })}
        >
          {pack.latest ? t.page.again : t.page.compile}
        </Button>
      ) : pack.latest ? null : (
        <p className="text-std-16N-170">{t.page.mayNot}</p>
      )}
      {error ? <Refused problem={error} /> : null}
    </div>
  );
}

function About({ id, latest, audience }: { id: string; latest: Version; audience: 'council' | 'public' }) {
  const t = usePackWords();
  const { stamp } = useTime();
  const [first = '', last = ''] = [latest.months[0], latest.months.at(-1)];
  return (
    <div className="flex flex-col gap-3">
      <p className="text-std-16N-170">
        {t.page.version(latest.version)}（{t.page.frozen(stamp(latest.frozenAt))}）　
        {t.page.window(monthIn(t, first), monthIn(t, last))}
      </p>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 print:hidden">
        <nav aria-label={t.page.audience} className="flex flex-wrap gap-2">
          {(['council', 'public'] as const).map((one) => (
            <Link
              key={one}
              to={'/evidence' as '/'}
              search={{ pack: id, audience: one } as never}
              aria-current={one === audience ? 'true' : undefined}
              className={buttonClass({ look: one === audience ? 'primary' : 'secondary' })}
            >
              {t.codes.audience[one]}
            </Link>
          ))}
        </nav>
        <p className="flex flex-wrap items-center gap-2">
          <span className="text-std-16N-170">{t.page.download}</span>
          {FORMATS.map((format) => (
            <a
              key={format}
              href={`/api/v1/evidence-packs/${id}/versions/${latest.version}/documents/${format}?audience=${audience}`}
              download
              className={buttonClass({})}
            >
              {t.page[format]}
            </a>
          ))}
        </p>
      </div>
    </div>
  );
}
