import { createFileRoute } from '@tanstack/react-router';
import { SetUpPage, useLinkSecret } from '#features/session/new-account-page.tsx';

export const Route = createFileRoute('/set-up')({
  staticData: { isOpen: true },
  component: SetUp,
});

function SetUp() {
  const secret = useLinkSecret();
  return <SetUpPage key={secret} secret={secret} />;
}
