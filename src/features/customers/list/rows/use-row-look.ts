import { useMediaQuery } from '@mantine/hooks';
import { useStudioCountry } from '#shared/api/studio.ts';
import { type FormatMobile, asGiven, useMobileFormat } from '#shared/format/mobile.ts';

/** What all rows have in common, whatever is scrolled to: they are drawn at each step of a fling, and this is not. */
export interface RowLook {
  /** Every row is as high as the next one. */
  hasEvenRows: boolean;
  /** Rows are cards. */
  isPhone: boolean;
  formatMobile: FormatMobile;
  country: string;
  /** Where the worker is to write mobiles for: once the page has what it needs to write them itself. */
  writtenFor: string | undefined;
}

export function useRowLook(): RowLook {
  const hasEvenRows = useMediaQuery('(min-width: 68.75em)', undefined, { getInitialValueInEffect: false });
  const isPhone = useMediaQuery('(max-width: 40em)', undefined, { getInitialValueInEffect: false });
  const [formatMobile, country] = [useMobileFormat(), useStudioCountry()];
  return { hasEvenRows, isPhone, formatMobile, country, writtenFor: formatMobile === asGiven ? undefined : country };
}
