import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';
import type { CommandName } from './api/types.ts';
import { ja } from './i18n/ja/index.ts';
import { BoardPage } from './pages/board.tsx';
import { BrokenPage, NotFoundPage } from './pages/not-found.tsx';
import { Root } from './shell/root.tsx';

const isCommand = (name: unknown): name is CommandName => typeof name === 'string' && Object.hasOwn(ja.command, name);

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage, errorComponent: BrokenPage });
const routeTree = root.addChildren([
  createRoute({ getParentRoute: () => root, path: '/', component: BoardPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id',
    // The one thing being done there: a page of its own on a phone, and a step for the back button.
    validateSearch: (search: Record<string, unknown>): { do?: CommandName } =>
      isCommand(search['do']) ? { do: search['do'] } : {},
    component: lazyRouteComponent(() => import('./pages/case.tsx'), 'CasePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/consultations/new',
    component: lazyRouteComponent(() => import('./pages/log-consultation.tsx'), 'LogConsultationPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/admissions/new',
    component: lazyRouteComponent(() => import('./pages/new-case.tsx'), 'NewAdmissionPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/backup-requests/new',
    component: lazyRouteComponent(() => import('./pages/new-case.tsx'), 'NewBackupPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/messages',
    component: lazyRouteComponent(() => import('./pages/messages.tsx'), 'MessagesPage'),
  }),
]);

export const router = createRouter({ routeTree, scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
