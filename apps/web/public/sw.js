// Says on this device that there is something new, in words that stand here and nowhere else: no message carries its own.
const SAID = {
  emergency: '【緊急】至急の依頼があります',
  verification: '連絡先の確認番号',
};

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('push', (event) => {
  let told = {};
  try {
    told = event.data?.json() ?? {};
  } catch {
    // A push without words still means that there is something new.
  }
  const code = /^\d{6}$/.test(told.code ?? '') ? ` ${told.code}` : '';
  event.waitUntil(
    self.registration.showNotification('つなぎ', {
      body: `${SAID[told.class] ?? '新しい連絡があります'}${code}`,
      // One that comes again takes the place of the first.
      tag: String(told.id ?? 'tsunagi'),
      requireInteraction: told.class === 'emergency',
      data: { path: pathOf(told.link) },
    }),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow(event.notification.data?.path ?? '/messages'));
});

/** Only of this system, whatever the message says. */
function pathOf(link) {
  try {
    return new URL(link).pathname;
  } catch {
    return '/messages';
  }
}
