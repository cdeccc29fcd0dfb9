import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../../api/client.ts';
import { useFieldWords } from '../../forms/drafts/field-words.tsx';
import { useText } from '../../i18n/index.tsx';

/** 関連する案件: what this case has to do with, from whichever side it was said. Nothing, where there is nothing. */
export function Related({ id, version }: { id: string; version: number }) {
  const t = useText();
  const { caseName } = useFieldWords();
  const { data = [] } = useQuery({
    queryKey: ['timeline', id, 'related', version],
    queryFn: () => get('/api/v1/cases/{id}/related-cases', { id }),
    staleTime: 0,
  });
  if (data.length === 0) return null;
  return (
    <section aria-labelledby="related" className="flex flex-col gap-2">
      <h2 id="related" className="text-std-18B-160">
        {t.case.related}
      </h2>
      <ul className="flex flex-col gap-1">
        {data.map((each) => (
          <li key={`${each.about.id} ${each.way}`} className="text-std-16N-170">
            <span className="mr-2 text-dns-14B-130 text-solid-gray-800">{t.case.way[each.way]}</span>
            <Link
              to="/cases/$id"
              params={{ id: each.about.id }}
              search={{}}
              className="inline-flex min-h-11 items-center text-key-900 underline"
            >
              {caseName(each)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
