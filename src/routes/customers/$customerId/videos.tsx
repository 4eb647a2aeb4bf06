import { noop } from '@tanstack/react-query';
import { Link, createFileRoute } from '@tanstack/react-router';
import { VideoTable } from '#features/videos/video-table.tsx';
import { videoQueries } from '#features/videos/queries.ts';
import { pageSearch, toPageSearch } from '#shared/table/page-search.ts';

export const Route = createFileRoute('/customers/$customerId/videos')({
  validateSearch: pageSearch,
  loaderDeps: ({ search }) => ({ page: search.page ?? 1 }),
  loader: ({ context, params, deps }) => {
    void context.queryClient.query(videoQueries.list(params.customerId, deps.page)).catch(noop);
  },
  component: VideosTab,
});

function VideosTab() {
  const { customerId } = Route.useParams();
  const { page = 1 } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <VideoTable
      customerId={customerId}
      page={page}
      onPageOutOfRange={(lastPage) => void navigate({ search: toPageSearch(lastPage), replace: true })}
      renderPageLink={(target, label, props) => (
        <Link from={Route.fullPath} search={toPageSearch(target)} {...props}>
          {label}
        </Link>
      )}
    />
  );
}
