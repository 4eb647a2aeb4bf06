import '@mantine/core/styles/Group.layer.css';
import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { CustomerId } from '#contract/id.ts';
import type { LocalDateTime } from '#contract/time.ts';
import type { VideoPurchase } from '#contract/video.ts';
import { useStudio } from '#shared/api/studio.ts';
import { describePaid } from '#shared/customer/record-sums.ts';
import { RecordsPanel, type TabControls } from '#shared/customer/records-panel.tsx';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { formatDate, toLocalDateTime, toStudioTime } from '#shared/format/date-time.ts';
import { formatPayment } from '#shared/format/payment.ts';
import { RecordSkeleton } from '#shared/table/record-skeleton.tsx';
import { type RecordColumn, RecordTable, TwoLines } from '#shared/table/record-table.tsx';
import { ExpiryWords, Tag } from '#shared/ui/tag.tsx';
import { useNow } from '#shared/ui/use-now.ts';
import { arrangeVideos, canWatch, videoExpiry, videoViews } from './video-rules.ts';

/** The videos a customer bought: what they can watch, then what is over. */
export function VideoTable({ customerId, ...controls }: TabControls & { customerId: CustomerId }) {
  const query = useQuery(tabQueries.videos(customerId));
  const { timeZone } = useStudio();
  const now = toLocalDateTime(useNow(), timeZone);
  return (
    <RecordsPanel
      {...controls}
      query={query}
      nouns={['video', 'videos']}
      skeleton={<RecordSkeleton />}
      empty="Videos this customer bought would stand here. They are sold in Reservie."
      views={videoViews(now, timeZone)}
      searchLabel="Search videos"
      textOf={({ media }) => media.name}
      arrange={(rows) => arrangeVideos(rows, now, timeZone)}
      describeTotals={(rows) => describePaid(rows.map(({ payment }) => payment))}
    >
      {(groups) => (
        <RecordTable caption="Videos" columns={columnsAt(now, timeZone)} keyOf={({ id }) => id} groups={groups} />
      )}
    </RecordsPanel>
  );
}

function columnsAt(now: LocalDateTime, timeZone: string): RecordColumn<VideoPurchase>[] {
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
