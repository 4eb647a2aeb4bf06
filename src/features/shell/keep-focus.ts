/** What may hold the focus for a control inside that went away: named areas of the page rather than any box. */
const AREAS = 'form, section, article, li, dialog, main';

/**
 * A control that is removed or switched off while it has the focus would drop it to the top of the page. The area around
 * it takes the focus instead, and hands it back once the control can be used again (a button that was only busy).
 * Answers what ends this.
 */
export function keepFocus(): () => void {
  let holder: HTMLElement | undefined;
  let areas: HTMLElement[] = [];
  let busy: HTMLElement | undefined;

  function hold({ target }: FocusEvent) {
    if (!(target instanceof HTMLElement)) return;
    if (!isUsable(holder)) busy = holder?.isConnected ? holder : undefined;
    else if (holder !== target) busy = undefined;
    holder = target;
    areas = areasAround(target);
  }

  /** A user who clicks beside everything wants the focus nowhere; a control that went away is told by `check`. */
  function letGo() {
    queueMicrotask(() => {
      if (document.activeElement === document.body && isUsable(holder)) holder = undefined;
    });
  }

  function check() {
    const { activeElement } = document;
    if (!holder || (activeElement !== document.body && activeElement !== holder)) return;
    // What was chosen in a dialog may lead to another page: nothing around the control is left then.
    if (!isUsable(holder)) lend(areas.find((area) => area.isConnected) ?? document.querySelector('main') ?? undefined);
    else if (busy && isUsable(busy)) busy.focus({ preventScroll: true });
  }

  const observer = new MutationObserver(check);
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  document.addEventListener('focusin', hold);
  document.addEventListener('focusout', letGo);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', hold);
    document.removeEventListener('focusout', letGo);
  };
}

function isUsable(element: HTMLElement | undefined): boolean {
  return element !== undefined && element.isConnected && !element.matches(':disabled');
}

function areasAround(element: HTMLElement): HTMLElement[] {
  const area = element.parentElement?.closest<HTMLElement>(AREAS);
  return area ? [area, ...areasAround(area)] : [];
}

function lend(area: HTMLElement | undefined): void {
  if (area && !area.hasAttribute('tabindex')) {
    area.tabIndex = -1;
    area.addEventListener('blur', () => area.removeAttribute('tabindex'), { once: true });
  }
  area?.focus({ preventScroll: true });
}
