import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { type Encoding, compress } from '../http/encodings.ts';
import { type Audience, type DirectoryState, type Form, writeList } from './write-list.ts';

/** One state of the directory, turned into bytes at most once for each encoding. */
export interface Snapshot {
  etag: string;
  bytes: (encoding: Encoding) => Promise<Buffer>;
}

export async function takeSnapshot(state: DirectoryState, audience: Audience, form: Form): Promise<Snapshot> {
  const pieces = await writeList(state, audience, form);
  const json = Buffer.concat(pieces);
  const hash = createHash('sha256');
  for (const piece of pieces) {
    hash.update(piece);
    await setImmediate();
  }
  const made = new Map<Encoding, Promise<Buffer>>([['identity', Promise.resolve(json)]]);
  return {
    // Weak, because all encodings of one state share it.
    etag: `W/"${hash.digest('base64url').slice(0, 27)}"`,
    bytes: (encoding) => {
      const bytes = made.get(encoding) ?? compress(json, encoding);
      made.set(encoding, bytes);
      return bytes;
    },
  };
}
