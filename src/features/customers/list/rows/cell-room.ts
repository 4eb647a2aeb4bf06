/** The column of the boxes, and the space at a row’s end. */
const BESIDE_PARTS_REM = 3.25;
const FONT_SIZE_REM = 0.875;

/**
 * The ems of text that fit into each of the 17 parts into which the columns divide the rest of a row (`.table tr`).
 * @param width of a row, in rem
 */
export function emsPerPart(width: number): number {
  return (width - BESIDE_PARTS_REM) / 17 / FONT_SIZE_REM;
}

/** Beyond Latin: some letters of other scripts are very wide. */
const OTHER_SCRIPTS = /[^ -ſ]/;
const USUAL = /[a-ln-vx-z0-9 .'_-]/g;
/**
 * How wide these and all other Latin letters are at most, in DejaVu Sans Bold, one of the widest fonts there are; the
 * usual ones also with the space between letters that WCAG 2.2, 1.4.12 has readers add.
 */
const [USUAL_EMS, OTHER_EMS] = [0.8, 1.2];

/**
 * Whether a text may be wider than so many ems. Told from its letters, and rather too often than too seldom: to measure
 * it would have the browser lay out the page.
 */
export function mayBeTooWide(text: string, ems: number): boolean {
  const others = text.replace(USUAL, '');
  return OTHER_SCRIPTS.test(others) || (text.length - others.length) * USUAL_EMS + others.length * OTHER_EMS > ems;
}
