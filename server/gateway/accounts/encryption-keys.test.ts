import { symmetricEncrypt } from 'better-auth/crypto';
import { expect, test } from 'vitest';
import { encryptionKeys } from './encryption-keys.ts';
import { twoFactorWith } from './two-factor-plugin.ts';

const [FIRST, SECOND, THIRD] = ['first', 'second', 'third'].map(
  (name) => `the-${name}-secret-of-32-characters-or-more`,
);

test('what a former secret encrypted can be read, and new data use the present one only', async () => {
  const before = encryptionKeys(FIRST ?? '');
  const after = encryptionKeys(SECOND ?? '', [FIRST ?? '']);
  expect(await after.decrypt(await before.encrypt('shared with an app'))).toBe('shared with an app');
  await expect(before.decrypt(await after.encrypt('new'))).rejects.toThrow('not found in keys');
  await expect(encryptionKeys(SECOND ?? '').decrypt(await before.encrypt('lost'))).rejects.toThrow('not found in keys');
});

test('what was encrypted before secrets could change can be read, too', async () => {
  const data = await symmetricEncrypt({ key: FIRST ?? '', data: 'of long ago' });
  expect(await encryptionKeys(FIRST ?? '').decrypt(data)).toBe('of long ago');
  expect(await encryptionKeys(THIRD ?? '', [SECOND ?? '', FIRST ?? '']).decrypt(data)).toBe('of long ago');
});

test('the same secret has the same version in every process', () => {
  const [alone, amongOthers] = [encryptionKeys(FIRST ?? ''), encryptionKeys(SECOND ?? '', [THIRD ?? '', FIRST ?? ''])];
  expect(amongOthers.secrets).toEqual(expect.arrayContaining(alone.secrets));
  expect(encryptionKeys(FIRST ?? '', [FIRST ?? '']).secrets).toEqual(alone.secrets);
});

test('backup codes of capitals and small letters, as they were made before, are compared in small letters', async () => {
  const keys = encryptionKeys(FIRST ?? '');
  const { storeBackupCodes } = twoFactorWith(keys).options?.backupCodeOptions ?? {};
  if (typeof storeBackupCodes !== 'object' || !('decrypt' in storeBackupCodes)) throw new Error('not our own');
  expect(await storeBackupCodes.decrypt(await keys.encrypt('["Ab3dE-Fg7hI"]'))).toBe('["ab3de-fg7hi"]');
});
