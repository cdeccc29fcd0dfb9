import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { get } from '../../../api/client.ts';
import type { Read } from '../../../api/contract.ts';

export type Issues = Read<'/api/v1/issues'>;
export type Issue = Read<'/api/v1/issues/{issue}'>;

export const useIssues = () => useQuery({ queryKey: ['issues'], queryFn: () => get('/api/v1/issues'), staleTime: 0 });
export const useIssue = (issue: string) =>
  useQuery({ queryKey: ['issues', issue], queryFn: () => get('/api/v1/issues/{issue}', { issue }), staleTime: 0 });

export const useCandidates = () =>
  useQuery({ queryKey: ['issues', 'candidates'], queryFn: () => get('/api/v1/issue-candidates'), staleTime: 0 });

/** Pages of a feature go by the address they declare. */
export function PageLink({ to, search = {}, children }: { to: string; search?: object; children: ReactNode }) {
  return (
    <Link
      to={to as NonNullable<LinkProps['to']>}
      search={search as never}
      className="inline-flex min-h-11 items-center text-key-900 underline"
    >
      {children}
    </Link>
  );
}

export const Chip = ({ children }: { children: ReactNode }) => (
  <span className="rounded-4 border border-solid-gray-420 px-2 py-0.5 text-dns-14N-130 whitespace-nowrap">
    {children}
  </span>
);

/** Behind a number that is kept back. */
export const HATCH = 'bg-[repeating-linear-gradient(45deg,#d9d9d9_0_3px,transparent_3px_8px)]';
