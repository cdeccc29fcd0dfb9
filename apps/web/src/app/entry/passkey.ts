import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { ask, tell } from '../../api/client.ts';
import type { Me } from '../../api/types.ts';

/** Browsers without it, and pages without TLS, have no passkeys. */
export const hasPasskeys = (): boolean => 'PublicKeyCredential' in window;

/** Fetched by whoever uses one. */
const browser = () => import('@simplewebauthn/browser');

/** Whoever takes his finger away has not been refused by the server. */
export const isCanceled = (problem: unknown): boolean =>
  problem instanceof Error && ['NotAllowedError', 'AbortError', 'InvalidStateError'].includes(problem.name);

export async function signInByPasskey(shared: boolean): Promise<Me> {
  const { options } = await ask('/api/v1/passkey-sign-ins/options', {});
  const { startAuthentication } = await browser();
  const optionsJSON = JSON.parse(options) as PublicKeyCredentialRequestOptionsJSON;
  const answer = JSON.stringify(await startAuthentication({ optionsJSON }));
  return ask('/api/v1/passkey-sign-ins', { answer, shared });
}

export async function addPasskey({ name, password }: { name: string; password: string }): Promise<void> {
  const { options } = await ask('/api/v1/own-sign-in/passkeys/options', { password });
  const { startRegistration } = await browser();
  const optionsJSON = JSON.parse(options) as PublicKeyCredentialCreationOptionsJSON;
  const answer = JSON.stringify(await startRegistration({ optionsJSON }));
  await tell('/api/v1/own-sign-in/passkeys', { name, answer });
}
