import { useAsked, useSearch } from '../../api/queries.ts';
import type { CaseFound } from '../../api/types.ts';
import { useText } from '../../i18n/index.tsx';
import { useTime } from '../../time/use-time.ts';
import { Button } from '../../ui/button.tsx';
import { Loading, PageTitle } from '../../ui/page.tsx';
import { LoadFailed } from '../../ui/problem.tsx';
import { useLabels } from '../labels.ts';
import { SearchBox } from '../shell/search-box.tsx';
import { CaseRow } from './case-row.tsx';
import { useListWords } from './words.ts';

/** 検索: people, and cases of which a text, a telephone number or the number says it. */
export function SearchPage() {
  const t = useListWords();
  const { asked } = useAsked();
  return (
    <div className="flex flex-col gap-4">
      <PageTitle title={asked === '' ? t.searchTitle : t.found(asked)} tab={t.searchTitle} />
      <SearchBox look="page" />
      {asked === '' ? <p className="max-w-3xl text-std-16N-170">{t.searchHelp}</p> : <Results q={asked} />}
    </div>
  );
}

function Results({ q }: { q: string }) {
  const t = useListWords();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useSearch(q);
  if (error && !data) return <LoadFailed problem={error} again={() => void refetch()} />;
  if (!data) return <Loading />;
  const people = data.pages[0]?.people ?? [];
  const cases = data.pages.flatMap((page) => page.cases);
  if (people.length === 0 && cases.length === 0 && !hasNextPage)
    return (
      <div role="status" className="rounded-8 border border-solid-gray-420 bg-white px-4 py-6">
        <p className="text-std-17B-170">{t.nothing}</p>
        <p className="text-std-16N-170">{t.nothingHelp}</p>
      </div>
    );
  return (
    <>
      {people.length > 0 ? <People people={people} more={data.pages[0]?.morePeople === true} /> : null}
      {cases.length > 0 ? (
        <Group id="found-cases" title={t.cases}>
          {cases.map((found) => (
            <Hit key={found.about.id} found={found} />
          ))}
        </Group>
      ) : null}
      {hasNextPage ? (
        <div>
          <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isFetchingNextPage ? t.loadingMore : t.more}
          </Button>
        </div>
      ) : null}
    </>
  );
}

type Person = NonNullable<ReturnType<typeof useSearch>['data']>['pages'][number]['people'][number];

function People({ people, more }: { people: readonly Person[]; more: boolean }) {
  const t = useListWords();
  const { comma } = useText().app;
  const { day } = useTime();
  return (
    <section aria-labelledby="found-people" className="flex flex-col gap-2">
      <h2 id="found-people" className="text-std-18B-160">
        {t.people}
      </h2>
      {people.map(({ id, name, kana, birthDate, cases }) => (
        <article key={id} className="rounded-8 border border-solid-gray-420 bg-white p-3">
          <h3 className="text-std-17B-170">{name}</h3>
          <p className="text-dns-14N-130 text-solid-gray-800">
            {[kana, birthDate === '' ? '' : day(birthDate)].filter(Boolean).join(comma)}
          </p>
          {cases.length > 0 ? (
            <ul className="mt-2 flex flex-col gap-2 md:gap-0 md:border-t md:border-solid-gray-200">
              {cases.map((row) => (
                <CaseRow key={row.about.id} row={row} under />
              ))}
            </ul>
          ) : (
            <p className="mt-2 text-std-16N-170">{t.noCases}</p>
          )}
        </article>
      ))}
      {more ? <p className="text-std-16N-170">{t.morePeople}</p> : null}
    </section>
  );
}

function Group({ id, title, children }: { id: string; title: string; children: React.ReactNode }) {
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h2 id={id} className="text-std-18B-160">
        {title}
      </h2>
      <ul className="flex flex-col gap-2 md:gap-0 md:border-t md:border-solid-gray-420">{children}</ul>
    </section>
  );
}

function Hit({ found }: { found: CaseFound }) {
  const t = useListWords();
  const labels = useLabels();
  const where = found.record === null ? '' : labels.of('record', found.record);
  const note = [t.why[found.why], where].filter(Boolean).join('：');
  return <CaseRow row={found} note={found.excerpt === '' ? note : `${note}　${found.excerpt}`} />;
}
