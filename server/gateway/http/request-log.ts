import type { FastifyInstance, FastifyRequest, FastifyServerOptions } from 'fastify';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

export interface LogOptions {
  level: LogLevel;
  stream?: { write: (line: string) => void };
}

/** Nothing of a request is logged but what `logAnswers` picks; nothing of an error but its kind and where it arose. */
export function loggerOptions(log: LogOptions | undefined): NonNullable<FastifyServerOptions['logger']> {
  if (!log || log.level === 'silent') return false;
  return {
    level: log.level,
    ...(log.stream && { stream: log.stream }),
    serializers: { req: () => ({}), res: () => ({}), err: describeFault },
  };
}

/** One line for each answer. */
export function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const ms = Math.round(reply.elapsedTime);
    const { code } = reply.request;
    const line = { method: request.method, path: loggablePath(request), status: reply.statusCode, ms };
    request.log.info(code === undefined ? line : { ...line, code }, 'answered');
  });
}

/** The route with its ids filled in. Anything else that stood in the address might be personal and stays out. */
function loggablePath(request: Pick<FastifyRequest, 'params' | 'routeOptions'>): string {
  const { url } = request.routeOptions;
  if (url === undefined) return 'unknown';
  const params = new Map<string, unknown>(Object.entries(request.params ?? {}));
  return url.replace(/:(\w+)/g, (placeholder, name: string) => {
    const value = params.get(name);
    return typeof value === 'string' && /^(?:cust|txn)_[A-Za-z0-9-]{1,64}$/.test(value) ? value : placeholder;
  });
}

/** Messages of foreign errors can quote data (`JSON.parse` does): keep the frames of the stack, drop the first line. */
export function describeFault(error: unknown): { type: string; message: string; stack: string } {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const stack = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { type: error.name, message: error instanceof SyntaxError ? '' : error.message, stack: stack.join('\n') };
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The code of the error that this request ended with. */
    code: string | undefined;
  }
}
