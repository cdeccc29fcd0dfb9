import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/queries.ts';
import { router } from './app/router.tsx';
import { LanguageProvider, wordsReady } from './i18n/index.tsx';
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
if (place) void wordsReady().then(() => show(place));
