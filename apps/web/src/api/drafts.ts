import { get, put, remove } from './client.ts';
import type { Draft, DraftListed, SaveDraftBody } from './schema.ts';

export type { Draft, DraftListed };

/** Which draft: of the form of a command, about a case, or by its own id where it begins one. */
export interface DraftRef {
  readonly command: string;
  readonly id: string;
}

/** A browser gives up on a larger body while a page is being closed. */
const MOST_WHILE_CLOSING = 60_000;

export const listDrafts = (): Promise<readonly DraftListed[]> => get('/api/v1/drafts');

export const showDraft = ({ command, id }: DraftRef): Promise<Draft> =>
  get('/api/v1/drafts/{command}/{id}', { command, id });

/** Goes on from `version`; 0: there is none yet. Arrives even if the page is closed meanwhile. */
export function saveDraft({ command, id }: DraftRef, sent: SaveDraftBody, version: number): Promise<DraftListed> {
  const body = JSON.stringify(sent);
  return put('/api/v1/drafts/{command}/{id}', { command, id }, body, {
    ifMatch: `"${version}"`,
    keepalive: new Blob([body]).size < MOST_WHILE_CLOSING,
  });
}

export const discardDraft = ({ command, id }: DraftRef): Promise<void> =>
  remove('/api/v1/drafts/{command}/{id}', { command, id });
