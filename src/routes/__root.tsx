import type { QueryClient } from '@tanstack/react-query';
import { Outlet, createRootRouteWithContext } from '@tanstack/react-router';
import { PageNotFound } from '#features/shell/page-not-found.tsx';
import { Shell } from '#features/shell/shell.tsx';

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Root,
  notFoundComponent: PageNotFound,
});

function Root() {
  return (
    <Shell>
      <Outlet />
    </Shell>
  );
}
