import { reservie } from '#contract/reservie.ts';
import type { Endpoint } from '#contract/endpoint.ts';

/** Every scope that an endpoint of the API asks for (docs/reservie-api.md, "Scopes"). */
export const ALL_SCOPES: readonly string[] = [
  ...new Set(Object.values(reservie).flatMap((endpoint: Endpoint) => endpoint.scope ?? [])),
];

/** The names in `scopes` that the API does not have. */
export function unknownScopes(scopes: readonly string[]): string[] {
  return scopes.filter((scope) => !ALL_SCOPES.includes(scope));
}
