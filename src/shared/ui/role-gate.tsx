import type { ReactNode } from 'react';
import { type Role, isAllowed } from '#contract/role.ts';
import { useSession } from '#shared/api/session.ts';
import { ErrorPanel } from './error-panel.tsx';
import { Notice } from './notice.tsx';

interface RoleGateProps {
  /** The least role that may see what is inside. */
  needs: Role;
  /** Who may, as a sentence. */
  who: string;
  /** Until the role is known. */
  loading: ReactNode;
  children: ReactNode;
}

/** What is inside is neither shown nor asked for unless the role allows it. The gateway refuses it in any case. */
export function RoleGate({ needs, who, loading, children }: RoleGateProps) {
  const { role, error, refetch } = useSession();
  if (role === undefined) return error ? <ErrorPanel error={error} onRetry={refetch} /> : loading;
  if (isAllowed(role, needs)) return children;
  return (
    <Notice title="Your role does not allow this" role="status">
      {who} Ask a manager.
    </Notice>
  );
}
