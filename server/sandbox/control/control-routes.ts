import type { FastifyInstance } from 'fastify';
import { serve } from '#kit/serve.ts';
import { hashSecret, isSecret } from '../auth/secrets.ts';
import { ReservieFailure } from '../resources/errors.ts';
import { type Controlled, createControlHandlers } from './control-handlers.ts';
import { controlTable } from './control-table.ts';

/** `/_control/…`: only with the key in `x-control-key`, so that no page in a browser can reach it either. */
export function registerControl(app: FastifyInstance, key: string, controlled: Controlled): void {
  const keyHash = hashSecret(key);
  void app.register(async (scope) => {
    scope.addHook('onRequest', async (request) => {
      const given = request.headers['x-control-key'];
      if (typeof given === 'string' && isSecret(given, keyHash)) return;
      throw new ReservieFailure(
        401,
        'invalid_control_key',
        'Send the control key of this sandbox: x-control-key: <key>',
      );
    });
    takeEmptyBodies(scope);
    serve(scope, controlTable, createControlHandlers(controlled));
  });
}

/** `curl -X DELETE` with a content type but no body is an order like any other. */
function takeEmptyBodies(scope: FastifyInstance): void {
  const parse = scope.getDefaultJsonParser('error', 'error');
  scope.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body: string, done) => {
    if (body === '') done(null);
    else void parse(request, body, done);
  });
}
