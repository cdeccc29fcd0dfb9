import { FoundPage } from './found-page.tsx';
import { JoinPage } from './join-page.tsx';

/** Pages for whoever holds a link, whether somebody is signed in with this browser or not. */
export function EntryPage({ path }: { path: string }) {
  return path === '/found' ? <FoundPage /> : <JoinPage />;
}
