import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Endpoint } from '#contract/endpoint.ts';
import { isAllowed } from '#contract/role.ts';
import type { Staff } from '#contract/session.ts';
import type { ServeContext } from '#kit/serve.ts';
import { Problem } from '../http/problem.ts';
import { type Sessions, tellSessionView } from './sessions.ts';

/** Gives every request `staff`: who makes it, once `authorize` has let them through. */
export function decorateStaff(app: FastifyInstance): void {
  app.decorateRequest('staff', null);
  app.decorateRequest('isStaying', undefined);
}

/** The endpoint table's `access`, enforced. An endpoint that says nothing is refused to all callers. */
export function authorizeWith(sessions: Pick<Sessions, 'identify'>) {
  return async (endpoint: Endpoint, context: ServeContext): Promise<void> => {
    if (endpoint.access === 'public') return;
    const staff = await sessions.identify(context);
    if (!staff) throw new Problem('not_signed_in', 'Sign in first.');
    context.request.staff = staff;
    tellSessionView(context.reply, staff);
    if (staff.needsTwoFactor && !endpoint.isBeforeTwoFactor) {
      throw new Problem('two_factor_required', 'Turn on two-factor sign-in first: your role needs it.');
    }
    if (endpoint.access === undefined || !isAllowed(staff.role, endpoint.access)) {
      throw new Problem('forbidden', 'Your role does not allow this.');
    }
  };
}

/** Who makes a request whose endpoint asks for a role. */
export function staffOf(request: FastifyRequest): Staff {
  if (!request.staff) throw new Error('Only an endpoint that asks for a role knows who calls it.');
  return request.staff;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The member of staff who makes this request; `null` where the endpoint is public. */
    staff: Staff | null;
  }
}
