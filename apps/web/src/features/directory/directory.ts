import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch, type LinkProps } from '@tanstack/react-router';
import { ask, get } from '../../api/client.ts';
import { isCommand, type CommandName, type Question, type Read } from '../../api/contract.ts';
import { textOf } from '../../i18n/index.tsx';
import { useFlash } from '../../ui/flash.tsx';

export type Institution = Read<'/api/v1/organizations/{organization}'>;
export type Listed = Read<'/api/v1/organizations'>[number];
export type Person = Read<'/api/v1/patients/{patient}'>;
export type Entry = Institution['entries'][number];
type Asked = Question<'/api/v1/patients/likenesses'>;

/** Where the pages of this feature are: declared by it, while the typed tree is that of the app. */
const PLACES = { organization: '/organizations', patient: '/patients' } as const;
export type Place = keyof typeof PLACES;
export const addressOf = (
  place: Place,
  id: string,
  search: { readonly do?: string; readonly entry?: string } = {},
): LinkProps => ({ to: `${PLACES[place]}/${id}`, search }) as unknown as LinkProps;
export const listAddress = { to: PLACES.organization } as unknown as LinkProps;
export const newAddress = { to: `${PLACES.organization}/new` } as unknown as LinkProps;

export const useInstitution = (id: string) =>
  useQuery({
    queryKey: ['organization', id],
    queryFn: () => get('/api/v1/organizations/{organization}', { organization: id }),
    staleTime: 0,
  });
export const useInstitutions = (closed: boolean) =>
  useQuery({
    queryKey: ['organizations', 'kept', closed],
    queryFn: () => get('/api/v1/organizations', closed ? { closed: '1' } : {}),
    staleTime: 0,
  });
export const usePerson = (id: string) =>
  useQuery({
    queryKey: ['patient', id],
    queryFn: () => get('/api/v1/patients/{patient}', { patient: id }),
    staleTime: 0,
  });
/** Who is like somebody about to be registered: kept by nothing, for it says who that is. */
export const useLike = (person: Asked | null) =>
  useQuery({
    queryKey: ['like', person],
    queryFn: () => ask('/api/v1/patients/likenesses', person as Asked),
    enabled: person !== null,
    staleTime: 0,
    gcTime: 0,
  });

/** The one thing that is being done on a page; it stands in the address, so that the back button leaves it. */
export function usePlace(place: Place) {
  const params: Readonly<Record<string, unknown>> = useParams({ strict: false });
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const navigate = useNavigate();
  const client = useQueryClient();
  const flash = useFlash();
  const id = textOf(params['id']);
  const doing: CommandName | undefined = isCommand(search['do']) ? search['do'] : undefined;
  const back = () => void navigate(addressOf(place, id) as Parameters<typeof navigate>[0]);
  return {
    id,
    doing,
    /** The line of the ledger that it is about. */
    entry: textOf(search['entry']),
    back,
    done: (said: string) => {
      for (const key of [place, 'organizations', 'patients', 'users'])
        void client.invalidateQueries({ queryKey: [key] });
      flash(said, `${PLACES[place]}/${id}`);
      back();
    },
  };
}
