import { useMediaQuery } from '@mantine/hooks';
import { useStudioCountry } from '#shared/api/studio.ts';
import { type FormatMobile, useMobileFormat } from '#shared/format/mobile.ts';

/** What all rows have in common, whatever is scrolled to: they are drawn at each step of a fling, and this is not. */
export interface RowLook {
  /** Every row is as high as the next one. */
  hasEvenRows: boolean;
  /** Rows are cards. */
  isPhone: boolean;
  formatMobile: FormatMobile;
  country: string;
}

export function useRowLook(): RowLook {
  const hasEvenRows = useMediaQuery('(min-width: 68.75em)', undefined, { getInitialValueInEffect: false });
  const isPhone = useMediaQuery('(max-width: 40em)', undefined, { getInitialValueInEffect: false });
  return { hasEvenRows, isPhone, formatMobile: useMobileFormat(), country: useStudioCountry() };
}
