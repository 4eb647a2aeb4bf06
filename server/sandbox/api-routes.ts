import type { FastifyInstance } from 'fastify';
import type { Endpoint } from '#contract/endpoint.ts';
import { reservie } from '#contract/reservie.ts';
import { type ServeHandlers, serve } from '#kit/serve.ts';
import { TOKEN_SECONDS } from './auth/access-tokens.ts';
import { type Gate, authorize, issueToken } from './auth/authorize.ts';
import type { OtherUser } from './faults/disturb-call.ts';
import type { Faults } from './faults/faults.ts';
import { installFaults } from './faults/install-faults.ts';
import type { StaleReads } from './faults/stale-reads.ts';
import type { createHandlers } from './resources/handlers.ts';

const endpoints: Readonly<Record<string, Endpoint>> = reservie;

export interface ApiParts {
  gate: Gate;
  faults: Faults;
  stale: StaleReads;
  otherUser: OtherUser;
  resources: ReturnType<typeof createHandlers>;
}

/** The API as documented. Faults come before the credentials are looked at, as a broken network's do. */
export function registerApi(app: FastifyInstance, { gate, faults, stale, otherUser, resources }: ApiParts): void {
  const handlers: ServeHandlers<typeof reservie> = {
    ...resources,
    createToken: ({ body }) => ({
      access_token: issueToken(gate, body.client_id, body.client_secret),
      token_type: 'Bearer',
      expires_in: TOKEN_SECONDS,
    }),
    updateProfile: async (input, context) => {
      const before = await resources.getProfile({ params: input.params }, context);
      const answer = await resources.updateProfile(input, context);
      stale.remember(before.data);
      return answer;
    },
  };
  void app.register(async (scope) => {
    installFaults(scope, faults, stale, otherUser);
    scope.addHook('onRequest', async (request, reply) => {
      const endpoint = endpoints[request.routeOptions.config.endpoint ?? ''];
      if (endpoint) authorize(gate, endpoint, request, reply);
    });
    serve(scope, reservie, handlers);
  });
}
