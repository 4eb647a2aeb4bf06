import { useSyncExternalStore } from 'react';

export interface Notification {
  message: string;
  color: 'good' | 'warn' | 'bad' | 'info';
}

let hasAny = false;
const listeners = new Set<() => void>();

/**
 * Says in the corner of the page what has just happened: copied, saved, undone, failed. Good news is read out politely,
 * failures at once. The library is fetched with the first of them.
 */
export async function notify({ message, color }: Notification): Promise<void> {
  hasAny = true;
  for (const listener of listeners) listener();
  const { notifications } = await import('@mantine/notifications');
  notifications.show({ message, color, role: color === 'bad' ? 'alert' : 'status' });
}

/** Whether there is anything to show: the area for it is not drawn before. */
export function useHasNotifications(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => hasAny,
  );
}
