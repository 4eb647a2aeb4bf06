import { createFileRoute } from '@tanstack/react-router';
import { OwnAccount } from '#features/settings/own-account.tsx';

export const Route = createFileRoute('/settings/account')({ component: OwnAccount });
