import { useQuery } from '@tanstack/react-query';
import type { CustomerId } from '#contract/id.ts';
import type { LocalDateTime } from '#contract/time.ts';
import type { VideoPurchase } from '#contract/video.ts';
import { useStudio } from '#shared/api/studio.ts';
import { formatDate, toLocalDateTime, toStudioTime } from '#shared/format/date-time.ts';
import { formatPayment } from '#shared/format/payment.ts';
import { type PageControls, PagedPanel } from '#shared/table/paged-panel.tsx';
import { RecordSkeleton } from '#shared/table/record-skeleton.tsx';
import { type RecordColumn, RecordTable } from '#shared/table/record-table.tsx';
import { ExpiryWords } from '#shared/ui/expiry-words.tsx';
import { Notice } from '#shared/ui/notice.tsx';
import { Tag } from '#shared/ui/tag.tsx';
import { useNow } from '#shared/ui/use-now.ts';
import { tabQueries } from '#shared/customer/tab-queries.ts';
import { arrangeVideos, videoExpiry } from './video-access.ts';

/** The videos a customer bought: what they can watch, then what is over. */
export function VideoTable({ customerId, ...controls }: PageControls & { customerId: CustomerId }) {
  const query = useQuery(tabQueries.videos(customerId, controls.page));
  const { timeZone } = useStudio();
  const now = toLocalDateTime(useNow(), timeZone);
  return (
    <PagedPanel
      {...controls}
      query={query}
      nouns={['video', 'videos']}
      skeleton={<RecordSkeleton />}
      empty={<Notice title="No videos">This customer has not bought any. Videos are sold in Reservie.</Notice>}
    >
      {(videos) => {
        const { current, past } = arrangeVideos(videos, now, timeZone);
        return (
          <RecordTable
            caption="Videos"
            columns={columnsAt(now, timeZone)}
            keyOf={(video) => video.id}
            groups={[
              { title: 'Current', rows: current },
              { title: 'Past', rows: past, isPast: true },
            ]}
          />
        );
      }}
    </PagedPanel>
  );
}

function columnsAt(now: LocalDateTime, timeZone: string): RecordColumn<VideoPurchase>[] {
  return [
    { name: 'Video', cell: (video) => <VideoName video={video} /> },
    { name: 'Bought', cell: (video) => formatDate(toStudioTime(video.created, timeZone)), isShort: true },
    { name: 'Expires', cell: (video) => <ExpiryWords expiry={videoExpiry(video, now, timeZone)} />, isShort: true },
    { name: 'Payment', cell: (video) => formatPayment(video.payment) },
  ];
}

/** Cancelling and refunding are two things: a refund alone takes nothing away. */
function VideoName({ video }: { video: VideoPurchase }) {
  return (
    <>
      {video.media.name}
      {video.is_cancelled && <Tag tone="bad">Cancelled</Tag>}
      {video.is_refunded && <Tag tone="warn">Refunded</Tag>}
    </>
  );
}
