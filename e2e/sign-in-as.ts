import { type APIRequestContext, expect } from '@playwright/test';
import type { Role } from '#contract/role.ts';

/** Presses the demo's button for this role, without the page: whatever uses these cookies is signed in from then on. */
export async function signInAs(request: APIRequestContext, origin: string, role: Role): Promise<void> {
  // What a browser sends along by itself.
  const answer = await request.post(`${origin}/api/session/demo`, { headers: { origin }, data: { role } });
  expect(answer.status(), 'signing in to the demo').toBe(200);
}

/** The password of all whom `joinAs` makes. */
export const PASSWORD = 'correct horse battery';

/** Makes a real member of staff, who has a password; whatever uses a manager's cookies is signed in as them afterwards. */
export async function joinAs(request: APIRequestContext, origin: string, role: Role, name: string): Promise<void> {
  const headers = { origin };
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@studio.example`;
  const invited = await request.post(`${origin}/api/staff/invitations`, { headers, data: { email, role } });
  const { link } = (await invited.json()) as { link: string };
  const data = { token: new URL(link).hash.slice(1), name, password: PASSWORD };
  const joined = await request.post(`${origin}/api/invitations/accept`, { headers, data });
  expect(joined.status(), 'joining by an invitation').toBe(200);
}
