import { createHash } from 'node:crypto';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';

export interface EncryptionKeys {
  /** For better-auth: the first one encrypts, all of them decrypt; a version names the key in what it encrypted. */
  secrets: { version: number; value: string }[];
  /** Encrypted what carries no version, as everything did before keys could change. */
  legacySecret: string;
  encrypt: (text: string) => Promise<string>;
  decrypt: (data: string) => Promise<string>;
}

/** @param former the newest first */
export function encryptionKeys(current: string, former: readonly string[] = []): EncryptionKeys {
  const secrets = [...new Set([current, ...former])].map((value) => ({ version: versionOf(value), value }));
  const legacySecret = secrets.at(-1)?.value ?? current;
  const keys = new Map(secrets.map(({ version, value }) => [version, value]));
  const key = { keys, currentVersion: versionOf(current), legacySecret };
  return {
    secrets,
    legacySecret,
    encrypt: (data) => symmetricEncrypt({ key, data }),
    decrypt: (data) => symmetricDecrypt({ key, data }),
  };
}

/** Every gateway reckons the same version from the same secret, whatever the order in which it was told. */
function versionOf(secret: string): number {
  return createHash('sha256').update(`version of ${secret}`).digest().readUInt32BE(0) >>> 1;
}
