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
  preload: () => void;
}

/** A button whose menu is fetched once the pointer or the focus comes near: Mantine's Menu weighs 23 kB. */
export function LateMenu({ button, menu, preload }: LateMenuProps) {
  const [isWanted, setWanted] = useState(false);
  const plain = button({
    onClick: () => setWanted(true),
    onFocus: preload,
    onPointerEnter: preload,
    'aria-haspopup': 'menu',
    'aria-expanded': false,
  });
  if (!isWanted) return plain;
  return <Suspense fallback={plain}>{menu}</Suspense>;
}
