import { randomInt } from 'node:crypto';
import { twoFactor } from 'better-auth/plugins/two-factor';
import { TWO_FACTOR } from '../store/auth-schema.ts';
import type { EncryptionKeys } from './encryption-keys.ts';

const CODES = 10;
/** Without 0 and o, 1, l and i, which look alike on paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Backup codes are compared in small letters (contract/staff.ts), those that were made in both kinds too. */
export function twoFactorWith({ encrypt, decrypt }: EncryptionKeys) {
  return twoFactor({
    ...TWO_FACTOR,
    // It would lock the owner out along with the attacker: `Throttle` counts, and knows the owner's devices.
    accountLockout: { enabled: false },
    backupCodeOptions: {
      customBackupCodesGenerate: () => Array.from({ length: CODES }, makeBackupCode),
      storeBackupCodes: { encrypt, decrypt: async (data) => (await decrypt(data)).toLowerCase() },
    },
  });
}

function makeBackupCode(): string {
  const letters = Array.from({ length: 10 }, () => LETTERS.charAt(randomInt(LETTERS.length)));
  return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
}
