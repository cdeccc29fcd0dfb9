import { useQuery } from '@tanstack/react-query';
import { get } from '../../../api/client.ts';
import { useTime } from '../../../time/use-time.ts';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed } from '../../../ui/problem.tsx';
import { useNotificationWords } from './page-words.ts';

const EVERY_MS = 5_000;

/** 模擬の送信箱: what simulated channels would have sent, word for word. */
export function OutboxPage() {
  const t = useNotificationWords();
  const { stamp } = useTime();
  const { data, error, refetch } = useQuery({
    queryKey: ['outbox'],
    queryFn: () => get('/api/v1/outbox'),
    staleTime: 0,
    refetchInterval: EVERY_MS,
  });
  return (
    <div className="flex max-w-4xl flex-col gap-4">
      <PageTitle title={t.nav.outbox} />
      {error ? (
        <LoadFailed problem={error} again={() => void refetch()} />
      ) : data ? (
        <p className="text-std-16N-170">{data.length === 0 ? t.outboxNone : t.outboxLead}</p>
      ) : (
        <Loading />
      )}
      <ul className="flex flex-col gap-3">
        {data?.map(({ id, channel, to, subject, body, sentAt }) => (
          <li key={id} data-outbox={channel} className="rounded-8 border border-solid-gray-420 bg-white px-4 py-3">
            <p className="flex flex-wrap gap-x-4 text-dns-14N-130 text-solid-gray-800">
              <time dateTime={sentAt}>{stamp(sentAt)}</time>
              <span>{t.kinds[channel]}</span>
              <span>
                {t.to}：{to}
              </span>
            </p>
            <p className="text-std-16B-170">{subject}</p>
            <p className="text-std-16N-170 break-words whitespace-pre-wrap">{body}</p>
          </li>
        ))}
      </ul>
    </div>
  );
}
