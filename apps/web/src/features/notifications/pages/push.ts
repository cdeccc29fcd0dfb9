export const canPush = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis;

export interface PushAddress {
  readonly address: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** Asks the browser to take pushes of this system. Undefined: its owner does not want them. */
export async function subscribe(pushKey: string): Promise<PushAddress | undefined> {
  if ((await Notification.requestPermission()) !== 'granted') return undefined;
  await navigator.serviceWorker.register('/sw.js');
  const { pushManager } = await navigator.serviceWorker.ready;
  const { endpoint, keys } = (
    await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(pushKey) })
  ).toJSON();
  if (endpoint === undefined || !keys?.['p256dh'] || !keys['auth']) return undefined;
  return { address: endpoint, keys: { p256dh: keys['p256dh'], auth: keys['auth'] } };
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (letter) => letter.codePointAt(0) ?? 0);
}
