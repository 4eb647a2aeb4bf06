import { noop } from '@tanstack/react-query';
import { type ReactNode, lazy, useState } from 'react';

export type Component<Props> = (props: Props) => ReactNode;

/**
 * A component whose file comes late. Its `preload` fetches the file ahead; the component then appears in the frame in which it
 * is asked for: React’s own `lazy` waits even for a file that is there, and whatever waits shows its fallback for 300 ms.
 * @param orElse what stands in its place where the file cannot be fetched
 */
export function lateComponent<Props extends object>(
  load: () => Promise<Component<Props>>,
  orElse: (error: unknown) => Component<Props> | Promise<Component<Props>>,
) {
  let ready: Component<Props> | undefined;
  const fetchFile = async () => (ready = await load());
  const Late = lazy(async () => {
    try {
      return { default: await fetchFile() };
    } catch (error) {
      return { default: await orElse(error) };
    }
  });

  function Part(props: Props) {
    // What it was at first it stays: another component in its place would forget what the user did there.
    const [Shown] = useState<Component<Props> | typeof Late>(() => ready ?? Late);
    return <Shown {...props} />;
  }
  return Object.assign(Part, { preload: () => void fetchFile().catch(noop) });
}

/**
 * A part that comes late and that the page can do without: where it cannot be fetched (gateway down, or updated under an
 * open page), it is left out. An error would take the whole page away with it.
 */
export function lazyExtra<Props extends object>(load: () => Promise<Component<Props>>) {
  return lateComponent(load, () => () => null);
}
