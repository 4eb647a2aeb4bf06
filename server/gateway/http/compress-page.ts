import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { chooseEncoding } from '../directory/directory-snapshot.ts';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/**
 * A page travels compressed: its styles, rows and data shrink to a sixth, and it is painted once it is there. What its
 * length tells is of no use to another website (BREACH): no session comes with that one's requests (SameSite=Strict).
 */
export async function compressPage(request: FastifyRequest, reply: FastifyReply, page: string): Promise<FastifyReply> {
  reply.header('vary', 'accept, accept-encoding');
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  if (encoding === 'identity') return reply.send(page);
  reply.header('content-encoding', encoding);
  if (encoding === 'gzip') return reply.send(await compressGzip(page));
  // 70 kB in a millisecond; zlib's default takes a hundred.
  return reply.send(await compressBrotli(page, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }));
}
