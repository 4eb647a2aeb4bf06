import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod/mini';
import type { Answer, Endpoint, EndpointTable, Input } from '#contract/endpoint.ts';

// zod/mini ships without messages, to stay small in the browser; the servers say what is wrong in English.
z.config(z.locales.en());

export interface ServeContext {
  request: FastifyRequest;
  reply: FastifyReply;
}

/** The request does not fit its endpoint. `fields` maps a parameter or body field to what is wrong with it. */
export class InvalidRequest extends Error {
  readonly fields: Record<string, string>;

  constructor(fields: Record<string, string>) {
    super(`Invalid ${Object.keys(fields).join(', ') || 'request'}`);
    this.fields = fields;
  }
}

/** A handler made something that its endpoint does not promise: a fault of ours, never sent. */
class BrokenPromise extends Error {
  constructor(endpoint: string, problems: Record<string, string>) {
    super(`${endpoint} would answer a wrong ${Object.keys(problems).join(', ')}`);
  }
}

/** Handlers of a table. One that sends its reply itself (a prepared buffer, a stream) returns that reply. */
export type ServeHandlers<T extends EndpointTable> = {
  [K in keyof T]: (
    input: Input<T[K]>,
    context: ServeContext,
  ) => Answer<T[K]> | FastifyReply | Promise<Answer<T[K]> | FastifyReply>;
};

/** One call of an endpoint, its input parsed. */
export interface ServeCall {
  name: string;
  definition: Endpoint;
  input: { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: Record<string, unknown> };
  context: ServeContext;
}

export interface ServeOptions {
  /** Runs before anything of the request is read; it throws to refuse. */
  authorize?: (endpoint: Endpoint, context: ServeContext) => Promise<void>;
  /** What of a handler's answer this caller may see. A handler that sends its reply itself has to see to that itself. */
  present?: (answer: unknown, context: ServeContext) => unknown;
  /** Runs around every handler: `run` calls it, and ends when its answer is ready, or sent if it sends it itself. */
  around?: (call: ServeCall, run: () => Promise<unknown>) => Promise<unknown>;
}

/**
 * Registers every endpoint of a table: parses what comes in, runs the handler, parses what goes out, so that nothing
 * undeclared leaves.
 */
export function serve<T extends EndpointTable>(
  app: FastifyInstance,
  table: T,
  handlers: ServeHandlers<T>,
  { authorize, present, around }: ServeOptions = {},
): void {
  for (const [name, definition] of Object.entries(table)) {
    const handle = handlers[name as keyof T];
    app.route({
      method: definition.method,
      url: definition.path.replace(/\{(\w+)\}/g, ':$1'),
      config: { endpoint: name },
      ...(authorize && { onRequest: (request, reply) => authorize(definition, { request, reply }) }),
      handler: async (request, reply) => {
        const input: Record<string, unknown> = {};
        if (definition.params) input['params'] = parseInput(definition.params, request.params);
        if (definition.query) input['query'] = parseInput(definition.query, request.query);
        if (definition.body) input['body'] = parseInput(definition.body, request.body);
        // A reply is thenable: awaiting it waits until it is on its way, and yields nothing.
        const run = async (): Promise<unknown> => handle(input as Input<T[keyof T]>, { request, reply });
        const answer = await (around ? around({ name, definition, input, context: { request, reply } }, run) : run());
        // A handler that streams has answered, also where the client left before the end.
        if (reply.sent || reply.raw.headersSent) return reply;
        const shown = present ? present(answer, { request, reply }) : answer;
        const checked = definition.answer.safeParse(shown);
        if (!checked.success) throw new BrokenPromise(name, problemsOf(checked.error));
        return reply.send(checked.data);
      },
    });
  }
}

function parseInput(schema: z.ZodMiniType, value: unknown): unknown {
  const parsed = schema.safeParse(value ?? {});
  if (!parsed.success) throw new InvalidRequest(problemsOf(parsed.error));
  return parsed.data;
}

/** Path → message, without values: an error must not repeat personal data. */
function problemsOf(error: z.core.$ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [issue.path.join('.') || 'body', issue.message]));
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The endpoint's name in its table. */
    endpoint?: string;
  }
}
