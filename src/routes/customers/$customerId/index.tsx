import { createFileRoute, redirect } from '@tanstack/react-router';

export const Route = createFileRoute('/customers/$customerId/')({
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/customers/$customerId/overview', params, replace: true });
  },
});
