import { hueOf, initialsOf, personName } from '#contract/person-name.ts';
import type { FormatMobile } from '#shared/format/mobile.ts';
import type { DirectoryRow } from '../../directory/directory-protocol.ts';
import type { Range } from '../../matching/highlight.ts';
import { REASON_WORDS } from '../list-words.ts';
import { mayBeTooWide } from './cell-room.ts';
import look from './customer-row.module.css';

export interface RowContent {
  /** Nothing while it is on its way: then nothing of the row is seen or read out. */
  row: DirectoryRow | undefined;
  /** The one row that Tab reaches. */
  isCurrent: boolean;
  isSelected: boolean;
  /** An address that is too wide breaks before its @, nowhere else. */
  breaksEmail: boolean;
  /** How wide a part of the row is, in ems (`emsPerPart`). */
  part: number;
  formatMobile: FormatMobile;
  country: string;
}

/** Writes a customer into the cells of a row (`RowCells`), whatever customer they showed before. */
export function fillRow(row: HTMLTableRowElement, content: RowContent): void {
  const [, nameCell, emailCell, mobileCell] = row.cells;
  const box = row.querySelector('input');
  const link = row.querySelector('a');
  const avatar = nameCell?.firstElementChild;
  const words = link?.querySelector('bdi');
  const why = link?.nextElementSibling;
  if (!box || !link || !avatar || !words || !why || !emailCell || !mobileCell) return;
  const { id = 'cust_', email = '', mobile = '' } = content.row?.customer ?? {};
  const { reason = 'name', marks = { name: [], email: [], mobile: [] }, written } = content.row ?? {};
  const name = (content.row && personName(content.row.customer)) || id;
  const tabIndex = content.isCurrent ? 0 : -1;
  setAttribute(box, 'aria-label', `Select ${name}`);
  box.checked = content.isSelected;
  if (box.tabIndex !== tabIndex) box.tabIndex = tabIndex;
  setAttribute(link, 'href', `/customers/${id}`);
  if (link.tabIndex !== tabIndex) link.tabIndex = tabIndex;
  setAttribute(avatar, 'data-hue', String(hueOf(id)));
  setText(avatar, initialsOf(name));
  setMarked(words, name, marks.name);
  const reasonWords = REASON_WORDS[reason];
  why.toggleAttribute('hidden', reasonWords === undefined);
  why.toggleAttribute('data-weak', reason === 'spelling');
  setText(why, reasonWords ?? '');
  // Five parts of the row, less the avatar and the space in each cell.
  setCut(nameCell, `${name} ${reasonWords ?? ''}`, content.part * 5 - 4.2);
  if (content.breaksEmail && marks.email.length === 0) setBreakable(emailCell, email);
  else setMarked(emailCell, email, marks.email);
  setCut(emailCell, email, content.part * 6 - 1.2);
  const shown = written?.country === content.country ? written.mobile : content.formatMobile(mobile, content.country);
  const number = marks.mobile.length > 0 ? mobile : shown;
  setMarked(mobileCell, number, marks.mobile);
  setCut(mobileCell, number, content.part * 3 - 1.2);
}

/** Only a text that may need it is cut at the end of its cell: in a fling, clips cost a quarter of what painting does. */
function setCut(cell: Element, text: string, ems: number): void {
  cell.toggleAttribute('data-cut', mayBeTooWide(text, ems));
}

/** Only a change: the browser works out the style again even for the same value. */
function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Into the text that is there, where it is alone: that is cheaper than making another. */
function setText(element: Element, text: string): void {
  const { firstChild } = element;
  if (text !== '' && firstChild instanceof Text && element.childNodes.length === 1) {
    if (firstChild.data !== text) firstChild.data = text;
  } else if (text !== '' || firstChild) {
    element.textContent = text;
  }
}

/** Text with the parts that were searched for marked. */
function setMarked(element: Element, text: string, ranges: readonly Range[]): void {
  if (ranges.length === 0) return setText(element, text);
  const parts: (string | Element)[] = [];
  let shown = 0;
  for (const [from, to] of ranges) {
    const mark = document.createElement('mark');
    mark.className = look['mark'] ?? '';
    mark.textContent = text.slice(from, to);
    parts.push(text.slice(shown, from), mark);
    shown = to;
  }
  element.replaceChildren(...parts, text.slice(shown));
}

function setBreakable(element: Element, email: string): void {
  const at = email.lastIndexOf('@');
  if (at < 0) return setText(element, email);
  element.replaceChildren(email.slice(0, at), document.createElement('wbr'), email.slice(at));
}
