import { FoundPage } from './found-page.tsx';
import { FromProviderPage } from './from-provider-page.tsx';
import { JoinPage } from './join-page.tsx';

/** Pages for whoever holds a link or comes back from his provider, whether somebody is signed in with this browser or not. */
export function EntryPage({ path }: { path: string }) {
  if (path === '/from-provider') return <FromProviderPage />;
  return path === '/found' ? <FoundPage /> : <JoinPage />;
}
