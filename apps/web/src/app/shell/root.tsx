import { Outlet, useLocation, useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
import { onOut, outNow } from '../../api/client.ts';
import { useMe } from '../../api/queries.ts';
import type { Me } from '../../api/types.ts';
import { useText } from '../../i18n/index.tsx';
import { FieldWordsProvider } from '../../forms/drafts/field-words.tsx';
import { LiveProvider } from '../../live/live.tsx';
import { Flash, FlashProvider } from '../../ui/flash.tsx';
import { Loading } from '../../ui/page.tsx';
import { LoadFailed } from '../../ui/problem.tsx';
import { useWordsOfFields } from '../field-words.ts';
import { StaleBanner } from './stale-banner.tsx';
import { BottomBar, LanguageFailed, TopBar } from './top-bar.tsx';

/** Fetched by whoever is not signed in yet: everybody else pays for it in vain. */
const SignInPage = lazy(async () => ({ default: (await import('../entry/sign-in-page.tsx')).SignInPage }));
const EntryPage = lazy(async () => ({ default: (await import('../entry/entry-page.tsx')).EntryPage }));
const LockScreen = lazy(async () => ({ default: (await import('../entry/lock-screen.tsx')).LockScreen }));
/** Whoever holds a link need not be signed in, and may be somebody else than whoever is. */
const BY_LINK: readonly string[] = ['/join', '/found', '/from-provider'];

/** Nobody passes without being signed in; the address stays, so that signing in leads to where one wanted to go. */
export function Root() {
  const { pathname } = useLocation();
  return BY_LINK.includes(pathname) ? (
    <Suspense fallback={<Loading />}>
      <EntryPage path={pathname} />
    </Suspense>
  ) : (
    <Own />
  );
}

function Own() {
  const { data: me, error, refetch } = useMe();
  if (me === undefined) return error ? <LoadFailed problem={error} again={() => void refetch()} /> : <Loading />;
  return me ? (
    <LiveProvider key={me.userId} user={me.userId}>
      <FlashProvider>
        <SignedIn me={me} />
      </FlashProvider>
    </LiveProvider>
  ) : (
    <Suspense fallback={<Loading />}>
      <SignInPage />
    </Suspense>
  );
}

function SignedIn({ me }: { me: Me }) {
  const t = useText();
  const fieldWords = useWordsOfFields();
  const { do: doing } = useSearch({ strict: false });
  const out = useSyncExternalStore(onOut, outNow);
  const { locksAfter } = me;
  useEffect(() => {
    if (locksAfter === null) return undefined;
    const watching = import('../entry/activity.ts').then(({ watchActivity }) => watchActivity(locksAfter));
    return () => void watching.then((stop) => stop());
  }, [locksAfter]);
  const away = locksAfter === null ? undefined : out;
  return (
    <>
      {away ? (
        <Suspense>
          <LockScreen me={me} out={away} />
        </Suspense>
      ) : null}
      <div className={away && 'hidden'}>
        <a
          href="#main"
          className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:bg-white focus:p-3"
          onClick={(event) => {
            event.preventDefault();
            document.getElementById('main')?.focus();
          }}
        >
          {t.app.skip}
        </a>
        <TopBar me={me} />
        <LanguageFailed />
        <StaleBanner />
        <main id="main" tabIndex={-1} className="mx-auto max-w-[90rem] px-4 pt-4 pb-24 md:pb-10">
          <Flash />
          <FieldWordsProvider value={fieldWords}>
            <Outlet />
          </FieldWordsProvider>
        </main>
        {doing === undefined ? <BottomBar me={me} /> : null}
      </div>
    </>
  );
}
