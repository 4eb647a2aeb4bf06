import { queryOptions, useQuery } from '@tanstack/react-query';
import { DEFAULT_STUDIO_SETTINGS, type StudioSettings, studioSettings } from '#contract/studio-settings.ts';
import { call } from './call.ts';

const FRESH_MS = 5 * 60_000;

/** What the studio means by soon, low and new, and its named ranges; with the revision, for the form that changes them. */
export const studioSettingsQuery = queryOptions({
  queryKey: ['studio-settings'],
  queryFn: (context) => call(studioSettings.getStudioSettings, {}, context),
  staleTime: FRESH_MS,
});

/** The defaults until the gateway has answered, so that no screen waits for it. */
export function useStudioSettings(): StudioSettings {
  return useQuery(studioSettingsQuery).data?.settings ?? DEFAULT_STUDIO_SETTINGS;
}
