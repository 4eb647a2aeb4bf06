import { nextTask } from './draw-page.ts';

/**
 * Takes the outline (index.html) away in the moment in which the page stands there, and gives the page its styles, which
 * until then would only have been computed for the outline (vite.config.ts).
 *
 * @returns makes a user go on with what was begun in the outline (a search, a focus, a click, a scroll), once the page stands there.
 */
export function leaveOutline(): () => void {
  const outline = document.querySelector('.outline');
  const focused = addressOf(outline?.querySelector('a:focus'));
  const pressed = addressOf(outline?.querySelector('a:active'));
  const search = outline?.querySelector<HTMLInputElement>('input[type="search"]');
  const isSearching = search?.matches(':focus');
  const { scrollY } = window;
  // Before the styles: taking away what has the focus makes the browser work out the style of what is there.
  outline?.remove();
  for (const { sheet } of document.querySelectorAll<HTMLLinkElement>('link[media="not all"]')) {
    if (sheet) sheet.media.mediaText = 'all';
  }
  return () => {
    // Unless the router knows from an earlier visit where to go on.
    if (scrollY > 0 && window.scrollY === 0) window.scrollTo({ top: scrollY });
    const box = search && document.querySelector<HTMLInputElement>('main input[type="search"]');
    if (isSearching) box?.focus({ preventScroll: true });
    if (box && search.value !== '') void typeInto(box, search.value);
    if (focused !== undefined) linkTo(focused)?.focus({ preventScroll: true });
    if (pressed !== undefined) followOnceReleased(pressed);
  };
}

function addressOf(link: Element | null | undefined): string | undefined {
  return link?.getAttribute('href') ?? undefined;
}

function linkTo(address: string): HTMLAnchorElement | null {
  return document.querySelector(`main a[href="${CSS.escape(address)}"]`);
}

/**
 * As a user would, so that the page takes it as a search: neither in the task that draws the page nor in that of its effects,
 * all together would be a long one. What was typed since stands behind it.
 */
async function typeInto(box: HTMLInputElement, text: string): Promise<void> {
  const before = box.value;
  await nextTask();
  await nextTask();
  const isAsBefore = box.value === before;
  box.setRangeText(text, 0, box.value.startsWith(before) ? before.length : 0, isAsBefore ? 'end' : 'preserve');
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** A browser makes a click only of a press and a release on the same element. A finger's it makes itself, where it was lifted. */
function followOnceReleased(address: string): void {
  document.addEventListener(
    'pointerup',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const isOwn = event.pointerType === 'mouse' && addressOf(link) === address;
      if (isOwn) link?.dispatchEvent(new MouseEvent('click', event));
    },
    { once: true },
  );
}
