import { useMutation } from '@tanstack/react-query';
import { ask } from '../../api/client.ts';
import type { Question } from '../../api/contract.ts';

type Beginning =
  | '/api/v1/provider-sign-ins'
  | '/api/v1/invitations/provider-beginnings'
  | '/api/v1/own-sign-in/provider-beginnings'
  | '/api/v1/sessions/current/provider-beginnings';

/** Where somebody was when he was sent to his provider: signing in leads back there. A path of ours, and nothing else. */
const WAS_AT = 'tsunagi:was-at';
export const rememberPlace = (): void =>
  sessionStorage.setItem(WAS_AT, window.location.pathname + window.location.search);
export function placeBefore(): string {
  const at = sessionStorage.getItem(WAS_AT) ?? '/';
  sessionStorage.removeItem(WAS_AT);
  return /^\/(?!\/|join|found|from-provider)/.test(at) ? at : '/';
}

/** Off to the provider: asked where it is, and what the server gives is opened. */
export function useProvider<Path extends Beginning>(
  path: Path,
  open: (location: string) => void = (location) => window.location.assign(location),
) {
  return useMutation({
    mutationFn: (said: Question<Path> | Record<string, never>) => ask(path, said),
    onSuccess: (begun) => open((begun as { location: string }).location),
  });
}
