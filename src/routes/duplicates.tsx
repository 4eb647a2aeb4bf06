import { createFileRoute } from '@tanstack/react-router';
import { DuplicatesPage } from '#features/customers/duplicates/duplicates-page.tsx';

interface DuplicatesSearch {
  /** From 1; the first page is undefined. */
  page?: number | undefined;
}

export const Route = createFileRoute('/duplicates')({
  validateSearch: (search: Record<string, unknown>): DuplicatesSearch => {
    const page = Number(search['page']);
    return { page: Number.isInteger(page) && page > 1 && page < 10_000 ? page : undefined };
  },
  component: Duplicates,
});

function Duplicates() {
  const { page = 1 } = Route.useSearch();
  const navigate = Route.useNavigate();
  return <DuplicatesPage page={page} onPage={(next) => void navigate({ search: { page: next } })} />;
}
