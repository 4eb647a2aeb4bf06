import type { ServeContext } from '#kit/serve.ts';
import type { Directory } from '../directory/directory.ts';
import { chooseEncoding } from '../http/encodings.ts';
import type { Form } from '../directory/write-list.ts';
import { audienceOf } from '../mask/audience.ts';
import type { Routes } from './answer-read.ts';

export function customerRoutes(
  directory: Directory,
): Routes<'listCustomers' | 'listCustomerColumns' | 'listFirstCustomers'> {
  const answer = async (form: Form, { request, reply }: ServeContext) => {
    const snapshot = await directory.snapshot(audienceOf(request), form);
    reply.headers({ etag: snapshot.etag, vary: 'accept-encoding, cookie', 'cache-control': 'no-store' });
    if (names(request.headers['if-none-match'], snapshot.etag)) return reply.code(304).send();
    const encoding = chooseEncoding(request.headers['accept-encoding']);
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    return reply.type('application/json; charset=utf-8').send(await snapshot.bytes(encoding));
  };
  return {
    listCustomers: (_, context) => answer('rows', context),
    listCustomerColumns: (_, context) => answer('columns', context),
    listFirstCustomers: (_, context) => answer('first', context),
  };
}

/** If-None-Match compares weakly (RFC 9110, 13.1.2). */
function names(header: string | undefined, etag: string): boolean {
  return header !== undefined && header.split(',').some((tag) => tag.trim() === '*' || opaque(tag) === opaque(etag));
}

function opaque(tag: string): string {
  return tag.trim().replace(/^W\//, '');
}
