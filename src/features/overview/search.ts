export const TIMELINE_KINDS = ['purchase', 'class', 'appointment', 'pass', 'note', 'video'] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

/** The overview’s part of the URL; whatever is as usual is undefined. */
export interface OverviewSearch {
  /** Only entries of this kind. */
  kind?: TimelineKind | undefined;
  /** How many entries of the timeline are shown. */
  rows?: number | undefined;
}

const MOST_ROWS = 10_000;

/** Reads any URL, however mangled. Every key is set: the router would otherwise let the raw value through. */
export function readOverviewSearch(raw: Record<string, unknown>): OverviewSearch {
  const rows = typeof raw['rows'] === 'string' && /^\d{1,6}$/.test(raw['rows']) ? Number(raw['rows']) : raw['rows'];
  return {
    kind: TIMELINE_KINDS.find((kind) => kind === raw['kind']),
    rows: typeof rows === 'number' && Number.isInteger(rows) && rows > 0 ? Math.min(rows, MOST_ROWS) : undefined,
  };
}
