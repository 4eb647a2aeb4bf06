import { type Component, lateComponent } from './late-component.tsx';

/**
 * A part that comes late and that the page can do without: where it cannot be fetched (gateway down, or updated under an
 * open page), it is left out. An error would take the whole page away with it.
 */
export function lazyExtra<Props extends object>(load: () => Promise<Component<Props>>) {
  return lateComponent(load, () => LeftOut);
}

function LeftOut(): null {
  return null;
}
