import { Link, createFileRoute, useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { SetUpPage } from '#features/session/new-account-page.tsx';

export const Route = createFileRoute('/set-up')({
  staticData: { isOpen: true },
  component: SetUp,
});

function SetUp() {
  const hash = useLocation({ select: (location) => location.hash });
  const [fragment, setFragment] = useState(hash);
  if (hash !== '' && hash !== fragment) setFragment(hash);
  const navigate = Route.useNavigate();
  // The secret does not stay in the address bar, where others may see or copy it.
  useEffect(() => {
    if (hash !== '') void navigate({ to: '/set-up', replace: true });
  }, [hash, navigate]);
  return <SetUpPage key={fragment} fragment={fragment} signInLink={<Link to="/sign-in">Go to sign-in</Link>} />;
}
