import { Box } from '@mantine/core';
import { useInViewport } from '@mantine/hooks';
import { Suspense } from 'react';
import { lazyExtra } from '#shared/ui/late-component.tsx';
import { useAfterFirstScreen } from '#shared/ui/use-after-first-screen.ts';

const PageLinks = lazyExtra(async () => (await import('./page-links.tsx')).PageLinks);

interface PagerProps {
  /** 1-based. */
  page: number;
  pageSize: number;
  total: number;
}

/** Nothing when everything fits on one page. It stands below the rows: fetched after them, or when it is scrolled to. */
export function Pager({ page, pageSize, total }: PagerProps) {
  const isFirstScreenOver = useAfterFirstScreen(0);
  const { ref, inViewport } = useInViewport();
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (pages === 1) return null;
  return (
    <Box ref={ref} mih={68}>
      {(isFirstScreenOver || inViewport) && (
        <Suspense>
          <PageLinks page={page} pages={pages} />
        </Suspense>
      )}
    </Box>
  );
}
