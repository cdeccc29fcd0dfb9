import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { get } from '../../../api/client.ts';
import { useFieldWords } from '../../../forms/drafts/field-words.tsx';
import { useWords } from '../../../i18n/index.tsx';
import { useTime } from '../../../time/use-time.ts';
import { Notice } from '../../../ui/notice.tsx';
import { words } from '../words.ts';

/** 重複の注意: what may be this very call. It is said and never in the way: two calls of one day may well be two. */
export function LikelyDuplicates({ organization, patient }: { organization: string; patient: string }) {
  const t = useWords(words);
  const { caseName } = useFieldWords();
  const { stamp } = useTime();
  const { data = [] } = useQuery({
    queryKey: ['likely-duplicates', organization, patient],
    queryFn: () =>
      get('/api/v1/consultations/likely-duplicates', {
        organization: organization || undefined,
        patient: patient || undefined,
      }),
    enabled: organization !== '' || patient !== '',
    staleTime: 0,
  });
  return (
    <div role="status">
      {data.length > 0 ? (
        <Notice look="warning" title={t.log.duplicates(data.length)}>
          <p className="text-dns-14N-130">{t.log.duplicatesHelp}</p>
          <ul>
            {data.map((each) => (
              <li key={each.about.id}>
                <Link
                  to="/cases/$id"
                  params={{ id: each.about.id }}
                  search={{}}
                  target="_blank"
                  className="inline-flex min-h-11 items-center text-std-16N-170 text-key-900 underline"
                >
                  {stamp(each.receivedAt)}　{caseName(each)}
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </div>
  );
}
