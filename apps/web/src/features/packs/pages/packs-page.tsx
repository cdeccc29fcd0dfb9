import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { get } from '../../../api/client.ts';
import { labelOf } from '../../../i18n/index.tsx';
import { themeOf } from '../../../i18n/theme.ts';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed } from '../../../ui/problem.tsx';
import { usePackWords } from './page-words.ts';
import { PackPage } from './pack-page.tsx';

/** 根拠資料の一覧, or the one that the address names: by its own id, or by that of its agenda item. */
export function PacksPage() {
  const { search } = useLocation();
  const asked = search as { pack?: string; item?: string };
  const {
    data: packs,
    error,
    refetch,
  } = useQuery({
    queryKey: ['evidence-packs'],
    queryFn: () => get('/api/v1/evidence-packs'),
    staleTime: 0,
  });
  const id = asked.pack ?? packs?.find(({ item }) => item === asked.item)?.id;
  if (id !== undefined) return <PackPage id={id} />;
  if (error) return <LoadFailed problem={error} again={() => void refetch()} />;
  return packs ? <Listed packs={packs} /> : <Loading />;
}

function Listed({ packs }: { packs: Awaited<ReturnType<typeof get<'/api/v1/evidence-packs'>>> }) {
  const t = usePackWords();
  return (
    <div className="flex flex-col gap-4">
      <PageTitle title={t.nav.evidence_packs} />
      <p className="text-std-16N-170">{packs.length === 0 ? t.page.none : t.page.lead}</p>
      <ul className="flex flex-col gap-2">
        {packs.map(({ id, key, level, area, state, versions }) => (
          <li key={id} className="rounded-8 border border-solid-gray-420 bg-white px-4 py-2">
            <Link
              to={'/evidence' as '/'}
              search={{ pack: id } as never}
              className="inline-flex min-h-11 items-center text-std-16B-170 text-key-900 underline"
            >
              {area.name}：{themeOf(t, key)}
            </Link>
            <p className="text-dns-14N-130 text-solid-gray-800">
              {labelOf(t.codes.areaLevel, level)}　{labelOf(t.state.evidence_pack, state)}
              {versions > 0 ? `　${t.page.versions(versions)}` : ''}
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
