import type { LocalDateTime } from '#contract/time.ts';
import type { VideoPurchase } from '#contract/video.ts';
import type { RecordGroup, RecordView } from '#shared/customer/filter-records.ts';
import { toStudioTime } from '#shared/format/date-time.ts';
import { type Expiry, describeExpiry, hasExpired } from '#shared/format/expiry.ts';

type VideoFacts = Pick<VideoPurchase, 'created' | 'expires_on' | 'is_cancelled' | 'is_expired'>;

/** Whether the customer can still watch it. `now` on the studio's clock. */
export function canWatch(video: VideoFacts, now: LocalDateTime, timeZone: string): boolean {
  return !video.is_cancelled && !video.is_expired && !hasExpired(expiresAt(video, timeZone), now);
}

/** Reservie's own word on expiry counts, even where the date is missing or has not come. */
export function videoExpiry(video: VideoFacts, now: LocalDateTime, timeZone: string): Expiry {
  const at = expiresAt(video, timeZone);
  if (video.is_expired && !(at !== null && hasExpired(at, now))) return { words: 'Expired', isUrgent: false };
  return describeExpiry(at, now, video.is_cancelled);
}

/** Reservie tells what was bought and until when it can be watched, not whether it was. */
export function videoViews(now: LocalDateTime, timeZone: string): RecordView<VideoFacts & { is_refunded: boolean }>[] {
  return [
    { name: 'watch', label: 'Can watch', includes: (video) => canWatch(video, now, timeZone) },
    { name: 'expired', label: 'Expired', includes: (video) => !video.is_cancelled && !canWatch(video, now, timeZone) },
    { name: 'cancelled', label: 'Cancelled', includes: ({ is_cancelled }) => is_cancelled },
    { name: 'refunded', label: 'Refunded', includes: ({ is_refunded }) => is_refunded, isRare: true },
  ];
}

/** Each group by purchase, latest first. */
export function arrangeVideos<Video extends VideoFacts>(
  videos: readonly Video[],
  now: LocalDateTime,
  timeZone: string,
): RecordGroup<Video>[] {
  const latestFirst = videos.toSorted((one, other) => Date.parse(other.created) - Date.parse(one.created));
  return [
    { title: 'Can watch', rows: latestFirst.filter((video) => canWatch(video, now, timeZone)) },
    { title: 'Over', rows: latestFirst.filter((video) => !canWatch(video, now, timeZone)), isPast: true },
  ];
}

function expiresAt({ expires_on }: VideoFacts, timeZone: string): LocalDateTime | null {
  return expires_on === null ? null : toStudioTime(expires_on, timeZone);
}
