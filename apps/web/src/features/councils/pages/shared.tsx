import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { get } from '../../../api/client.ts';
import { useCommand } from '../../../api/queries.ts';
import type { CommandName } from '../../../api/contract.ts';
import type { AgendaItemShown } from '../../../api/schema.ts';
import { useWords } from '../../../i18n/index.tsx';
import { themeOf } from '../../../i18n/theme.ts';
import { words } from '../words.ts';

const COUNCILS = 'councils';
const HELD: readonly string[] = ['HELD', 'HELD_IN_WRITING'];
const WATCH_MS = 2_000;

export const useCouncils = () =>
  useQuery({ queryKey: [COUNCILS], queryFn: () => get('/api/v1/councils'), staleTime: 0 });
export const useCouncil = (council: string) =>
  useQuery({
    queryKey: [COUNCILS, council],
    queryFn: () => get('/api/v1/councils/{council}', { council }),
    staleTime: 0,
    // Not chosen yet.
    enabled: council !== '',
  });
export const useMeeting = (meeting: string) =>
  useQuery({
    queryKey: ['meetings', meeting],
    queryFn: () => get('/api/v1/meetings/{meeting}', { meeting }),
    staleTime: 0,
    // On the day several write, and one screen is on the wall.
    refetchInterval: ({ state: { data } }) => (data && HELD.includes(data.state) ? WATCH_MS : false),
  });
export const useOwnActions = () =>
  useQuery({ queryKey: ['own-actions'], queryFn: () => get('/api/v1/actions'), staleTime: 0 });
export const useAreas = () => useQuery({ queryKey: ['areas'], queryFn: () => get('/api/v1/areas') });

/** A command whose page shows what has come of it. */
export function useCouncilCommand<Name extends CommandName>(command: Name) {
  const client = useQueryClient();
  const used = useCommand(command);
  const again = () => {
    void client.invalidateQueries({ queryKey: ['meetings'] });
    void client.invalidateQueries({ queryKey: [COUNCILS] });
  };
  return { ...used, again };
}

export function useIdOfPage(): string {
  const { id = '' } = useParams({ strict: false });
  return id;
}

/** Pages of a feature go by the address they declare. */
export function PageLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link to={to as NonNullable<LinkProps['to']>} className="inline-flex min-h-11 items-center text-key-900 underline">
      {children}
    </Link>
  );
}

/** What an item is called: by its title where it was proposed, else by what it is about. */
export function useTitleOf() {
  const t = useWords(words);
  return ({ title, key }: Pick<AgendaItemShown, 'title' | 'key'>): string =>
    title ?? (key === '' ? t.kind.agenda_item : themeOf(t, key, '、'));
}

export const Box = ({ children, title, id }: { children: ReactNode; title?: string; id?: string }) => (
  <section
    aria-labelledby={title && id}
    className="flex flex-col gap-2 rounded-8 border border-solid-gray-420 bg-white p-4"
  >
    {title ? (
      <h2 id={id} className="text-std-17B-170">
        {title}
      </h2>
    ) : null}
    {children}
  </section>
);

export function Chip({ children, loud = false }: { children: ReactNode; loud?: boolean }) {
  return (
    <span
      className={`rounded-4 border px-2 py-0.5 text-dns-14N-130 whitespace-nowrap ${loud ? 'border-error-2 text-error-2' : 'border-solid-gray-420'}`}
    >
      {children}
    </span>
  );
}
