import { createRouter } from '@tanstack/react-router';
import { queryClient } from './query-client.ts';
import { RouteError } from './route-error.tsx';
import { routeTree } from './route-tree.gen.ts';

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  // Query decides what is fresh, and keeps it.
  defaultPreloadStaleTime: 0,
  // A match that is kept holds all before it: its aborted signal's stack keeps the scopes of the navigation that ended it.
  defaultGcTime: 0,
  scrollRestoration: true,
  // An unknown tab is not an unknown customer: it belongs under no customer's name.
  notFoundMode: 'root',
  defaultErrorComponent: RouteError,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
