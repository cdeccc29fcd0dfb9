import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, get } from '../../api/client.ts';
import type { Answered, Question } from '../../api/contract.ts';
import type { paths } from '../../api/schema.ts';
import { become } from '../../api/queries.ts';
import type { Me } from '../../api/types.ts';

export const useWaysIn = () => useQuery({ queryKey: ['ways-in'], queryFn: () => get('/api/v1/ways-in') });

/** What follows # in the address: it is sent to no server, and stands in no log. */
export const tokenOfAddress = (): string => window.location.hash.slice(1);

export const useInvitation = (token: string) =>
  useQuery({
    queryKey: ['invitation', token],
    queryFn: () => ask('/api/v1/invitations/openings', { token }),
    retry: false,
    gcTime: 0,
  });

/** One of the ways in: whoever comes in by it is in, and nothing of the one before stays. */
export function useEntrance<Path extends keyof paths>(
  path: Path,
  meOf: (answer: Answered<Path>) => Me,
  done?: (answer: Answered<Path>) => void,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (said: Question<Path>) => ask(path, said),
    onSuccess: (answer) => {
      become(client, meOf(answer));
      done?.(answer);
    },
  });
}
