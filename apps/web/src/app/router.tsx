import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { isCommand, type CommandName } from '../api/contract.ts';
import { FEATURES } from '../features/index.ts';
import { BoardPage } from './board/board-page.tsx';
import { filtersOf } from './board/filters.ts';
import { listFiltersOf } from './list/filters.ts';
import { BrokenPage, NotFoundPage } from './not-found-page.tsx';
import { withWords } from './parts.ts';
import { opensInCase } from './registry.ts';
import { Root } from './shell/root.tsx';

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage, errorComponent: BrokenPage });
const own = [
  createRoute({ getParentRoute: () => root, path: '/', validateSearch: filtersOf, component: BoardPage }),
  createRoute({
    getParentRoute: () => root,
    path: '/cases/$id',
    // The one thing being done there: a page of its own on a phone, and a step for the back button.
    // Said to be none where it means nothing: what is only left out stays as it was typed.
    validateSearch: (search: Record<string, unknown>): { do?: CommandName | undefined } => ({
      do: opensInCase(search['do']) ? search['do'] : undefined,
    }),
    component: lazyRouteComponent(() => withWords(import('./case/case-page.tsx')), 'CasePage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/messages',
    component: lazyRouteComponent(() => withWords(import('./messages-page.tsx')), 'MessagesPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/list',
    validateSearch: listFiltersOf,
    component: lazyRouteComponent(() => withWords(import('./list/list-page.tsx')), 'ListPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/search',
    component: lazyRouteComponent(() => withWords(import('./list/search-page.tsx')), 'SearchPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/own-sign-in',
    component: lazyRouteComponent(() => import('./entry/own-sign-in-page.tsx'), 'OwnSignInPage'),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/menu',
    component: lazyRouteComponent(() => import('./menu-page.tsx'), 'MenuPage'),
  }),
] as const;

/** Where the features begin something. */
const beginnings = FEATURES.flatMap(({ commands }) => Object.entries(commands)).flatMap(([command, giving]) =>
  isCommand(command) && 'begins' in giving
    ? [
        createRoute({
          getParentRoute: () => root,
          path: giving.begins,
          component: lazyRouteComponent(async () => {
            const [{ forThoseWhoMay }, page] = await withWords(
              Promise.all([import('./for-those-who-may.tsx'), giving.page()]),
            );
            return { Page: forThoseWhoMay(command, page) };
          }, 'Page'),
        }),
      ]
    : [],
);

/** Lists and registers of the features. What is filtered stands in the address, so that it can be kept and sent on. */
const pages = FEATURES.flatMap((feature) => Object.entries(feature.pages ?? {})).map(([name, { path, page }]) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(async () => {
      const [{ forItsReaders }, Page] = await withWords(Promise.all([import('./for-those-who-may.tsx'), page()]));
      return { Page: forItsReaders(name, Page) };
    }, 'Page'),
  }),
);

/** A case has one page, whatever it is; the address by its kind leads there. */
const byKind = FEATURES.flatMap(({ kinds }) => Object.values(kinds)).map((resource) =>
  createRoute({
    getParentRoute: () => root,
    path: `/${resource}/$id`,
    beforeLoad: ({ params: { id } }) => {
      redirect({ to: '/cases/$id', params: { id }, replace: true, throw: true });
    },
  }),
);

const routeTree = root.addChildren(own);
// Links to what the features add go by the address they declare, so that the typed tree stays that of the app.
routeTree.addChildren([...own, ...beginnings, ...pages, ...byKind]);

export const router = createRouter({ routeTree, scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
