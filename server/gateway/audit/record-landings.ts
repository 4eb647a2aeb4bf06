import type { FastifyInstance } from 'fastify';
import type { CallRecorder } from './record-calls.ts';

/** What the OpenID provider vouched for, though we signed no user in; anything else strangers could make at will. */
const REFUSALS = new Set(['not_invited', 'not_verified', 'disabled']);

/** Signing in by OpenID ends at an address of its own, outside the endpoint tables. */
export function recordLandings(app: FastifyInstance, recorder: CallRecorder): void {
  app.addHook('onSend', async (request, reply) => {
    if (!request.routeOptions.config.isLandedOn) return;
    const base = { action: 'signInWithOpenId', isRead: false, requestId: request.id };
    const { staff } = request;
    if (staff) {
      await recorder.append({ ...base, staff: { id: staff.id, name: staff.name, role: staff.role }, result: 'done' });
      return;
    }
    const code = new URL(String(reply.getHeader('location') ?? '/'), 'http://localhost').searchParams.get('error');
    if (code !== null && REFUSALS.has(code)) await recorder.append({ ...base, result: 'refused', code });
  });
}
