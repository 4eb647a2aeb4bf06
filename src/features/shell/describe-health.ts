import type { ReservieHealth } from '#contract/gateway.ts';

/** What staff should know. `since` is a time of day, such as `14:02`. Nothing to say while all is well. */
export function describeHealth(health: ReservieHealth, since: string): string | undefined {
  const { state, retryAfterMs, missingScopes } = health;
  switch (state) {
    case 'limited':
      return `The studio’s request budget with Reservie is used up for the moment.${waitWords(retryAfterMs)} What is known already opens at once.`;
    case 'refused':
      return `Reservie has refused our sign-in since ${since}: the API client may be suspended or expired, or its secret was changed. A manager can check it in Reservie.`;
    case 'down':
      return `Reservie has not been answering since ${since}. What was read before can still be opened; changes cannot be saved.`;
    case 'slow':
    case 'ok':
      return missingScopes.length > 0 ? missingWords(missingScopes) : undefined;
  }
}

function missingWords(scopes: readonly string[]): string {
  const names = scopes.map((scope) => `“${scope}”`).join(', ');
  const permissions = scopes.length === 1 ? 'the permission' : 'the permissions';
  return `Some of Studio Desk is locked: its API client lacks ${permissions} ${names}. A manager can grant this in Reservie, under the API client’s scopes.`;
}

function waitWords(retryAfterMs: number | undefined): string {
  if (retryAfterMs === undefined) return '';
  return ` New pages wait about ${Math.max(Math.ceil(retryAfterMs / 1000), 1)} s.`;
}
