import { type APIRequestContext, expect } from '@playwright/test';
import type { Role } from '#contract/role.ts';

/** Presses the demo's button for this role, without the page: whatever uses these cookies is signed in from then on. */
export async function signInAs(request: APIRequestContext, origin: string, role: Role): Promise<void> {
  // What a browser sends along by itself.
  const answer = await request.post(`${origin}/api/session/demo`, { headers: { origin }, data: { role } });
  expect(answer.status(), 'signing in to the demo').toBe(200);
}
