import { QueryClient, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { actAs, ask, get, isBack, newKey, openSession, post, Problem, remove } from './client.ts';
import type { Body, CommandName } from './contract.ts';
import type { Me } from './types.ts';

/** Nothing is fetched again by itself: the stream says when something has changed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (count, error) => count < 2 && error instanceof Problem && (error.status === 0 || error.status >= 500),
    },
  },
});

const ME = ['me'];

const WHO = {
  queryKey: ME,
  queryFn: async (): Promise<Me | null> => {
    try {
      const me = await get('/api/v1/me');
      actAs(me.userId);
      return me;
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 401) return null;
      throw problem;
    }
  },
};

/** Who is signed in; null: nobody. */
export const useMe = () => useQuery(WHO);
/** The same before there is a page; a failure is left to the page, which says so. */
export const whoIsThere = (): Promise<Me | null> => queryClient.fetchQuery({ ...WHO, retry: false }).catch(() => null);

export const useDemoAccounts = () =>
  useQuery({ queryKey: ['demo-accounts'], queryFn: () => get('/api/v1/demo-accounts'), staleTime: 0 });

export const signIn = (userId: string): Promise<Me> => openSession({ userId });

/** Nothing that the one before could read stays for the next. */
export function become(client: QueryClient, me: Me | null): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== ME[0] });
  actAs(me?.userId);
  isBack();
  client.setQueryData(ME, me);
}

export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: signIn,
    onSuccess: (me) => {
      become(client, me);
    },
  });
}

export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => remove('/api/v1/sessions/current'),
    // Whether the server was reached or not.
    onSettled: () => {
      become(client, null);
    },
  });
}

export const timelineKey = (id: string) => ['timeline', id];
export const useTimeline = (id: string) =>
  useQuery({
    queryKey: timelineKey(id),
    queryFn: () => get('/api/v1/cases/{id}/timeline', { id }),
    staleTime: 0,
  });

export const useMessages = () =>
  useQuery({ queryKey: ['messages'], queryFn: () => get('/api/v1/messages'), staleTime: 0 });

/** A list of cases, page by page. */
export const useCases = (filters: Readonly<Record<string, string | undefined>>) =>
  useInfiniteQuery({
    queryKey: ['cases', filters],
    queryFn: ({ pageParam }) => get('/api/v1/cases', { ...filters, after: pageParam }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
  });

/** What is looked for. It is kept by this page alone, for it may be a name: neither the address nor a reload knows it. */
const ASKED = ['search', 'asked'];
export function useAsked(): { asked: string; look: (q: string) => void } {
  const client = useQueryClient();
  const { data: asked = '' } = useQuery({ queryKey: ASKED, queryFn: () => '', gcTime: Infinity });
  return { asked, look: (q) => client.setQueryData(ASKED, q) };
}

export const useSearch = (q: string) =>
  useInfiniteQuery({
    queryKey: ['search', 'found', q],
    queryFn: ({ pageParam }) => ask('/api/v1/search', { q, ...(pageParam !== undefined && { after: pageParam }) }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    staleTime: 0,
    gcTime: 0,
    enabled: q !== '',
  });

export const usePatients = () => useQuery({ queryKey: ['patients'], queryFn: () => get('/api/v1/patients') });
/** Of any of these kinds; without one, all. */
export const useOrganizations = (kinds: readonly string[] = []) =>
  useQuery({
    queryKey: ['organizations', ...kinds],
    queryFn: () => get('/api/v1/organizations', { kind: kinds }),
  });
/** Also those that are closed: what they did stands under their names. */
export const useOrganizationsEver = () =>
  useQuery({ queryKey: ['organizations', 'ever'], queryFn: () => get('/api/v1/organizations', { closed: '1' }) });
/** Those in a role; without one, all. */
export const useUsers = (role?: string, enabled = true) =>
  useQuery({ queryKey: ['users', role], queryFn: () => get('/api/v1/users', { role }), enabled });

/**
 * One command: its key is made when the form opens and kept until it has been accepted, so that it happens once. Where
 * what is typed is kept as a draft, the key is that of the draft: two devices that send it send it once.
 */
export function useCommand<Name extends CommandName>(command: Name) {
  const own = useRef<string>(null);
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, body, key }: { id?: string; body: Body<Name>; key?: string }) => {
      own.current ??= newKey();
      return post(command, id, body, key ?? own.current);
    },
    onSuccess: () => {
      own.current = null;
      void client.invalidateQueries({ queryKey: ['timeline'] });
      if (command !== 'RegisterPatient') return;
      void client.invalidateQueries({ queryKey: ['patients'] });
      // For the first of one's own patients one may begin what one could begin for nobody before.
      void client.invalidateQueries({ queryKey: ME });
    },
  });
}
