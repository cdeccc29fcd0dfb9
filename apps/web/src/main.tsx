import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { queryClient, whoIsThere } from './api/queries.ts';
import { router } from './app/router.tsx';
import { LanguageProvider, wordsReady } from './i18n/index.tsx';
import { listenFor } from './live/live.tsx';
import './styles.css';

const place = document.getElementById('root');
const show = (at: HTMLElement) =>
  createRoot(at).render(
    <LanguageProvider>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </LanguageProvider>,
  );
// To make the page keeps a slow processor busy for as long as the line needs for the board: it is asked for before.
const listening = whoIsThere().then((me) => (me ? listenFor(me.userId) : undefined));
if (place) void Promise.all([wordsReady(), listening]).then(() => show(place));
