import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useCases } from '../../api/queries.ts';
import { FEATURES } from '../../features/index.ts';
import { useText } from '../../i18n/index.tsx';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Loading, PageTitle } from '../../ui/page.tsx';
import { LoadFailed } from '../../ui/problem.tsx';
import { useLabels } from '../labels.ts';
import { CaseRow } from './case-row.tsx';
import { asParameters, listFiltersOf, SAVED, savedOf, type ListFilters, type Saved } from './filters.ts';
import { useListWords } from './words.ts';

const route = getRouteApi('/list');

/** 一覧: every case that one may see, the newest first, also when it is over. What is chosen stands in the address. */
export function ListPage() {
  const text = useText();
  const t = useListWords();
  const filters = listFiltersOf({ ...route.useSearch() });
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useCases(asParameters(filters));
  const rows = data?.pages.flatMap((page) => page.rows) ?? [];
  const isFiltered = Object.keys(filters).length > 0;
  return (
    <div className="flex flex-col gap-4">
      <PageTitle title={text.app.cases} />
      <Choices filters={filters} />
      {error ? <LoadFailed problem={error} again={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data && rows.length === 0 ? <Nothing isFiltered={isFiltered} /> : null}
      {rows.length > 0 ? (
        <>
          <p role="status" className="text-dns-14N-130 text-solid-gray-700">
            {t.shown(rows.length, hasNextPage)}
          </p>
          <ul className="flex flex-col gap-2 md:gap-0 md:border-t md:border-solid-gray-420">
            {rows.map((row) => (
              <CaseRow key={row.about.id} row={row} of={rows.length} />
            ))}
          </ul>
        </>
      ) : null}
      {hasNextPage ? (
        <div>
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isFetchingNextPage ? t.loadingMore : t.more}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Choices({ filters }: { filters: ListFilters }) {
  const t = useListWords();
  const labels = useLabels();
  const navigate = useNavigate();
  const saved = savedOf(filters);
  const { kind } = filters;
  const of = (kept: ListFilters): ListFilters => ({ ...kept, ...(kind !== undefined && { kind }) });
  return (
    <div className="flex flex-wrap items-center gap-2 print:hidden">
      <nav
        aria-label={t.lists}
        className="-mx-4 flex max-w-[100vw] gap-2 overflow-x-auto px-4 whitespace-nowrap md:mx-0 md:px-0"
      >
        {(Object.keys(SAVED) as Saved[]).map((name) => (
          <Link
            key={name}
            to="/list"
            search={of(SAVED[name])}
            aria-current={saved === name ? 'page' : undefined}
            className={`inline-flex min-h-11 shrink-0 items-center rounded-8 border px-3 text-oln-14N-100 ${saved === name ? 'border-key-900 bg-key-50 font-bold text-key-900' : 'border-solid-gray-420 bg-white text-solid-gray-900 hover:underline'}`}
          >
            {t.saved[name]}
          </Link>
        ))}
      </nav>
      <label className="inline-flex items-center gap-2 text-oln-14N-100">
        {t.kind}
        <select
          value={kind ?? ''}
          onChange={({ target }) => {
            const { kind: _away, ...rest } = filters;
            void navigate({ to: '/list', search: target.value === '' ? rest : { ...rest, kind: target.value } });
          }}
          className="min-h-11 rounded-8 border border-solid-gray-600 bg-white px-2 text-std-16N-170"
        >
          <option value="">{t.everyKind}</option>
          {FEATURES.flatMap(({ kinds }) => Object.keys(kinds)).map((one) => (
            <option key={one} value={one}>
              {labels.of('kind', one)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  const t = useListWords();
  return (
    <div className="flex flex-col items-start gap-3 rounded-8 border border-solid-gray-420 bg-white px-4 py-6">
      <p className="text-std-17B-170">{isFiltered ? t.none : t.noneAtAll}</p>
      {isFiltered ? (
        <ButtonLink to="/list" search={{}}>
          {t.clear}
        </ButtonLink>
      ) : (
        <p className="text-std-16N-170">{t.noneAtAllHelp}</p>
      )}
    </div>
  );
}
