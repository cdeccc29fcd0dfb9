import { useQuery } from '@tanstack/react-query';
import type { LinkProps } from '@tanstack/react-router';
import { get } from '../../api/client.ts';
import type { Read } from '../../api/contract.ts';
import { labelOf } from '../../i18n/index.tsx';
import type { PageWords } from './pages/page-words.ts';

export type Month = Read<'/api/v1/activity-reports/{desk}/{month}'>;
export type Listed = Read<'/api/v1/activity-reports'>[number];
export type Table = Month['tables'][number];
type Cell = Table['cells'][number];

/** What of the figures is looked at. It stands in the address, so that it can be kept and sent on. */
export interface Looked {
  readonly desk?: string;
  readonly month?: string;
  readonly by?: string;
  readonly code?: string;
}

/** Declared by this feature; the typed tree is that of the app. */
const PAGE: string = '/activity-reports';

export const addressOf = (search: Looked): LinkProps => ({ to: PAGE as '/', search }) as LinkProps;

/** Nothing tells when a count has changed: it is read again whenever it is opened. */
export const useMonths = () =>
  useQuery({ queryKey: ['activity'], queryFn: () => get('/api/v1/activity-reports'), staleTime: 0 });

export const useMonth = (desk: string, month: string) =>
  useQuery({
    queryKey: ['activity', desk, month],
    queryFn: () => get('/api/v1/activity-reports/{desk}/{month}', { desk, month }),
    enabled: desk !== '' && month !== '',
    staleTime: 0,
  });

export const useCasesBehind = (desk: string, month: string, by: string, code: string) =>
  useQuery({
    queryKey: ['activity', desk, month, by, code],
    queryFn: () => get('/api/v1/activity-reports/{desk}/{month}/cases', { desk, month, by, code }),
    staleTime: 0,
  });

/** "2025-06" as the number that the words of a month take. */
export const periodOf = (month: string): number => Number(month.replace('-', ''));

/** What a cell counts; a place by its name, and a code that nobody knows as it is. */
export const labelOfCell = (words: PageWords, by: string, { code, name }: Pick<Cell, 'code' | 'name'>): string =>
  name ?? labelOf((words.cell as Readonly<Record<string, Readonly<Record<string, string>>>>)[by] ?? {}, code);

/** Whether anything is counted otherwise today than it was submitted. */
export const hasChanged = ({ tables }: Month): boolean =>
  tables.some(({ cells }) => cells.some(({ now, submitted }) => submitted !== null && now !== submitted));
