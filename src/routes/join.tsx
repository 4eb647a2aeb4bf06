import { createFileRoute } from '@tanstack/react-router';
import { JoinPage, useLinkSecret } from '#features/session/new-account-page.tsx';

export const Route = createFileRoute('/join')({
  staticData: { isOpen: true },
  component: Join,
});

function Join() {
  const secret = useLinkSecret();
  return <JoinPage key={secret} secret={secret} />;
}
