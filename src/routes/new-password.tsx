import { createFileRoute } from '@tanstack/react-router';
import { NewPasswordPage, useLinkSecret } from '#features/session/new-account-page.tsx';

export const Route = createFileRoute('/new-password')({
  staticData: { isOpen: true },
  component: NewPassword,
});

function NewPassword() {
  const secret = useLinkSecret();
  const navigate = Route.useNavigate();
  return (
    <NewPasswordPage
      key={secret}
      secret={secret}
      onDone={() => void navigate({ to: '/sign-in', state: { hasNewPassword: true }, replace: true })}
    />
  );
}
