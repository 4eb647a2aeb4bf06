import { type ReactNode, type Ref, Suspense, useState } from 'react';

export interface MenuTrigger {
  ref?: Ref<HTMLButtonElement>;
  onClick?: () => void;
  onFocus?: () => void;
  onPointerEnter?: () => void;
  'aria-haspopup': 'menu';
  'aria-expanded'?: boolean;
}

interface LateMenuProps {
  /** The button that opens it, alike before and after the menu is there. */
  button: (trigger: MenuTrigger) => ReactNode;
  /** The whole menu with its button, open from the start. */
  menu: ReactNode;
  /** Fetches the menu's part of the page. */
  preload: () => Promise<unknown>;
}

/** A button whose menu is fetched once the pointer or the focus comes near: Mantine's Menu weighs 23 kB. */
export function LateMenu({ button, menu, preload }: LateMenuProps) {
  const [isWanted, setWanted] = useState(false);
  const fetchAhead = () => void preload().catch(() => undefined);
  const plain = button({
    onClick: () => setWanted(true),
    onFocus: fetchAhead,
    onPointerEnter: fetchAhead,
    'aria-haspopup': 'menu',
    'aria-expanded': false,
  });
  if (!isWanted) return plain;
  return <Suspense fallback={plain}>{menu}</Suspense>;
}
