import { Link, createFileRoute } from '@tanstack/react-router';
import { JoinPage } from '#features/session/new-account-page.tsx';
import { useLinkSecret } from '#features/session/use-link-secret.ts';

export const Route = createFileRoute('/join')({
  staticData: { isOpen: true },
  component: Join,
});

function Join() {
  const secret = useLinkSecret();
  return <JoinPage key={secret} secret={secret} signInLink={<Link to="/sign-in">Go to sign-in</Link>} />;
}
