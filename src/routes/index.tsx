import { createFileRoute, redirect } from '@tanstack/react-router';
import { takeBack } from '#features/session/back-path.ts';

export const Route = createFileRoute('/')({
  beforeLoad: () => {
    const back = takeBack();
    if (back !== undefined) throw redirect({ href: back, replace: true });
    throw redirect({ to: '/customers', replace: true });
  },
});
