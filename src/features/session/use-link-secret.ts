import { useLocation, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

/** The fragment of the link that was opened. It does not stay in the address bar, where others may see or copy it. */
export function useLinkSecret(): string {
  const hash = useLocation({ select: (location) => location.hash });
  const navigate = useNavigate();
  const [secret, setSecret] = useState(hash);
  if (hash !== '' && hash !== secret) setSecret(hash);
  useEffect(() => {
    if (hash !== '') void navigate({ to: '.', replace: true });
  }, [hash, navigate]);
  return secret;
}
