import { useQuery } from '@tanstack/react-query';
import { get } from '../../api/client.ts';
import type { Pair, Widened } from '../../i18n/dictionary.ts';
import { labelOf, useWords } from '../../i18n/index.tsx';
import { useTime } from '../../time/use-time.ts';
import { useLabels } from '../labels.ts';

const ja = {
  title: 'だれに知らせたか',
  state: {
    in_app: '画面のお知らせだけ',
    queued: '送信待ち',
    sent: '送信した',
    delivered: '届いた',
    bounced: '届かなかった',
    failed: '届かなかった',
    expired: '済んだので送らなかった',
  },
  channel: {
    email: 'メール',
    sms: 'SMS',
    voice: '電話',
    fax: 'FAX',
    push: 'プッシュ通知',
    webhook: 'Webhook',
    line_works: 'LINE WORKS',
  },
};
const en: Widened<typeof ja> = {
  title: 'Who was told',
  state: {
    in_app: 'in the app only',
    queued: 'to be sent',
    sent: 'sent',
    delivered: 'delivered',
    bounced: 'did not arrive',
    failed: 'did not arrive',
    expired: 'done before it went out',
  },
  channel: {
    email: 'e-mail',
    sms: 'SMS',
    voice: 'call',
    fax: 'FAX',
    push: 'push',
    webhook: 'webhook',
    line_works: 'LINE WORKS',
  },
};
const words: Pair<Widened<typeof ja>> = { ja, en };
const LOST: ReadonlySet<string> = new Set(['bounced', 'failed']);

/** 届き方: who was told of this case, and whether it arrived. Folded away; what has not arrived anywhere stands open. */
export function Deliveries({ id, version }: { id: string; version: number }) {
  const t = useWords(words);
  const labels = useLabels();
  const { stamp } = useTime();
  const { data = [] } = useQuery({
    queryKey: ['timeline', id, 'deliveries', version],
    queryFn: () => get('/api/v1/cases/{id}/deliveries', { id }),
    staleTime: 0,
  });
  if (data.length === 0) return null;
  return (
    <details open={data.some(({ state }) => LOST.has(state))} className="print:hidden">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-std-18B-160">{t.title}</summary>
      <ul className="flex flex-col gap-2">
        {data.map(({ id: delivery, at, template, to, organization, channel, state }) => (
          <li key={delivery} data-delivery={state} className="text-dns-14N-130">
            <time dateTime={at}>{stamp(at)}</time>　{to}（{organization}）　{labels.of('template', template)}
            <br />
            <span className={LOST.has(state) ? 'font-bold text-error-2' : 'text-solid-gray-800'}>
              {channel === null ? '' : `${labelOf(t.channel, channel)}：`}
              {labelOf(t.state, state)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
