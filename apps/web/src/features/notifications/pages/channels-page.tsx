import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { get } from '../../../api/client.ts';
import { Loading, PageTitle } from '../../../ui/page.tsx';
import { LoadFailed } from '../../../ui/problem.tsx';
import { AddContact } from './add-contact.tsx';
import { Contacts } from './contacts.tsx';
import { useNotificationWords } from './page-words.ts';
import { PreferencesForm } from './preferences-form.tsx';

export type Shown = Awaited<ReturnType<typeof get<'/api/v1/channels'>>>;
export const CHANNELS = ['channels'];

/** 通知の受け取り方: one's contacts, and what by which of them at which hours. */
export function ChannelsPage() {
  const t = useNotificationWords();
  const client = useQueryClient();
  const {
    data: shown,
    error,
    refetch,
  } = useQuery({ queryKey: CHANNELS, queryFn: () => get('/api/v1/channels'), staleTime: 0 });
  // Beside the form, which begins anew with what was saved.
  const [saved, setSaved] = useState(false);
  const changed = () => void client.invalidateQueries({ queryKey: CHANNELS });
  return (
    <div className="flex max-w-4xl flex-col gap-6">
      <div className="flex flex-col gap-2">
        <PageTitle title={t.nav.channels} />
        <p className="text-std-16N-170">{t.lead}</p>
      </div>
      {error ? <LoadFailed problem={error} again={() => void refetch()} /> : null}
      {shown ? (
        <>
          <Contacts contacts={shown.contacts} changed={changed} />
          <AddContact offered={shown.offered} pushKey={shown.pushKey} changed={changed} />
          {shown.offered.some(({ simulated }) => simulated) ? (
            <p className="text-dns-14N-130">
              {t.simulatedHelp}　
              <Link to={'/outbox' as '/'} className="inline-flex min-h-11 items-center text-key-900 underline">
                {t.outbox}
              </Link>
            </p>
          ) : null}
          <PreferencesForm
            key={shown.version}
            shown={shown}
            saved={saved}
            changed={(isSaved) => {
              setSaved(isSaved);
              if (isSaved) changed();
            }}
          />
        </>
      ) : error ? null : (
        <Loading />
      )}
    </div>
  );
}
