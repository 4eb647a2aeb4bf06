import '@mantine/core/styles/Paper.layer.css';
import { Box, Paper, Skeleton } from '@mantine/core';

/** The shape of a few records while they are on their way. */
export function RecordListSkeleton() {
  return (
    <Paper aria-hidden="true" data-lines>
      {['46%', '34%', '52%'].map((width) => (
        <Box key={width} p="0.75rem 1rem">
          <Skeleton height={14} width={width} mb="sm" />
          <Skeleton height={12} width="80%" mb="xs" />
          <Skeleton height={12} width="64%" />
        </Box>
      ))}
    </Paper>
  );
}
