import { Link, createFileRoute, useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { JoinPage } from '#features/session/new-account-page.tsx';

export const Route = createFileRoute('/join')({
  staticData: { isOpen: true },
  component: Join,
});

function Join() {
  const hash = useLocation({ select: (location) => location.hash });
  const [fragment, setFragment] = useState(hash);
  if (hash !== '' && hash !== fragment) setFragment(hash);
  const navigate = Route.useNavigate();
  // The secret does not stay in the address bar, where others may see or copy it.
  useEffect(() => {
    if (hash !== '') void navigate({ to: '/join', replace: true });
  }, [hash, navigate]);
  return <JoinPage key={fragment} fragment={fragment} signInLink={<Link to="/sign-in">Go to sign-in</Link>} />;
}
