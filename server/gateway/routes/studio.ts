import type { Studio } from '#contract/gateway.ts';
import type { Routes } from './handlers.ts';

export function studioRoutes(studio: Studio): Routes<'getStudio'> {
  return { getStudio: () => studio };
}
