import { forgetOldInvitations } from '../store/invitations.ts';
import { forgetDevicesBefore } from '../store/known-devices.ts';
import { forgetOldPasswordLinks } from '../store/password-links.ts';
import { forgetOldSetUpLinks } from '../store/set-up-links.ts';
import type { Store } from '../store/store.ts';
import { forgetOldAttempts } from '../store/throttle-windows.ts';
import type { Auth } from './auth.ts';
import { DEVICE_LIFETIME_MS } from './known-device.ts';

/** Removes what has ended by itself: nothing that it removes was of any use. */
export async function forgetOld(auth: Auth, store: Store, now: number): Promise<void> {
  await forgetOldAttempts(store, now);
  await forgetOldInvitations(store, now);
  await forgetOldSetUpLinks(store, now);
  await forgetOldPasswordLinks(store, now);
  await forgetDevicesBefore(store, now - DEVICE_LIFETIME_MS);
  const { adapter } = await auth.$context;
  for (const model of ['session', 'verification']) {
    await adapter.deleteMany({ model, where: [{ field: 'expiresAt', operator: 'lt', value: new Date(now) }] });
  }
}
