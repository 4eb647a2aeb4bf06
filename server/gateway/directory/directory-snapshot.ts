import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type Audience, type DirectoryState, type Form, writeList } from './write-list.ts';

export type Encoding = 'br' | 'gzip' | 'identity';

/** One state of the directory, turned into bytes at most once for each encoding. */
export interface Snapshot {
  etag: string;
  bytes: (encoding: Encoding) => Promise<Buffer>;
}

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

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

function compress(json: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'identity') return Promise.resolve(json);
  if (encoding === 'gzip') return compressGzip(json, { level: 6 });
  // 100,000 customers: quality 4 takes 0.46 s, zlib's default of 11 takes 54 s for little more.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: json.length };
  return compressBrotli(json, { params });
}

/** The best encoding that an Accept-Encoding header allows (RFC 9110, 12.5.3). */
export function chooseEncoding(header: string | undefined): Encoding {
  const allowed = new Map<string, number>();
  for (const part of (header ?? '').split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const q = parameters.find((parameter) => parameter.startsWith('q='));
    allowed.set(name, q === undefined ? 1 : Number(q.slice(2)));
  }
  const ours: Encoding[] = ['br', 'gzip'];
  return ours.find((name) => (allowed.get(name) ?? allowed.get('*') ?? 0) > 0) ?? 'identity';
}
