import '@mantine/core/styles/Group.layer.css';
import { Group } from '@mantine/core';
import type { LocalDateTime } from '#contract/time.ts';
import type { VideoPurchase } from '#contract/video.ts';
import { describePaid } from '#shared/customer/record-sums.ts';
import { type RecordTab, type TabMoment, asTable } from '#shared/customer/record-tab.tsx';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { formatDate, toStudioTime } from '#shared/format/date-time.ts';
import { formatPayment } from '#shared/format/payment.ts';
import type { Column } from '#shared/table/data-table.tsx';
import { TwoLines } from '#shared/table/record-table.tsx';
import { ExpiryWords, Tag } from '#shared/ui/tag.tsx';
import { arrangeVideos, canWatch, videoExpiry, videoViews } from './video-rules.ts';

/** The videos a customer bought: what they can watch, then what is over. */
export function videoTab({ customerId, localNow: now, timeZone }: TabMoment): RecordTab<VideoPurchase> {
  return {
    query: tabQueries.videos(customerId),
    nouns: ['video', 'videos'],
    empty: 'Videos this customer bought would stand here. They are sold in Reservie.',
    searchLabel: 'Search videos',
    textOf: ({ media }) => media.name,
    views: videoViews(now, timeZone),
    arrange: (rows) => arrangeVideos(rows, now, timeZone),
    describeTotals: (rows) => describePaid(rows.map(({ payment }) => payment)),
    ...asTable({ caption: 'Videos', columns: columnsAt(now, timeZone) }),
  };
}

function columnsAt(now: LocalDateTime, timeZone: string): Column<VideoPurchase>[] {
  return [
    {
      name: 'Video',
      cell: ({ media, created }) => (
        <TwoLines below={`bought ${formatDate(toStudioTime(created, timeZone))}`}>{media.name}</TwoLines>
      ),
      isName: true,
    },
    { name: 'Until', cell: (video) => <ExpiryWords expiry={videoExpiry(video, now, timeZone)} />, isShort: true },
    { name: 'Paid', cell: ({ payment }) => formatPayment(payment), isNumeric: true, isShort: true },
    { name: 'State', cell: (video) => <State video={video} isLive={canWatch(video, now, timeZone)} />, isPlain: true },
  ];
}

/** Cancelling and refunding are two things: a refund alone takes nothing away. */
function State({ video, isLive }: { video: VideoPurchase; isLive: boolean }) {
  return (
    <Group gap={4}>
      {isLive ? <Tag tone="good">Can watch</Tag> : <Tag>{video.is_cancelled ? 'Cancelled' : 'Expired'}</Tag>}
      {video.is_refunded && <Tag tone="warn">Refunded</Tag>}
    </Group>
  );
}
