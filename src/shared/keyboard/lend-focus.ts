/** Gives the focus to an area of the page for as long as it stays there. */
export function lendFocus(area: HTMLElement | null | undefined): void {
  if (area && !area.hasAttribute('tabindex')) {
    area.tabIndex = -1;
    area.addEventListener('blur', () => area.removeAttribute('tabindex'), { once: true });
  }
  area?.focus({ preventScroll: true });
}

/**
 * For the moment before a screen is removed with the focus inside. A browser that loses the focus in the midst of that
 * works out the styles of all that is about to go.
 */
export function leaveFocusToMain(): void {
  const { activeElement } = document;
  const main = activeElement?.closest('main');
  if (main !== activeElement) lendFocus(main);
}
