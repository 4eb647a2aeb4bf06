import '@mantine/core/styles/Menu.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import { Menu, type MenuProps } from '@mantine/core';
import type { ReactNode } from 'react';

interface ListMenuProps extends Pick<MenuProps, 'position' | 'width'> {
  /** The button that opens it. */
  button: ReactNode;
  isOpen: boolean;
  onChange: (isOpen: boolean) => void;
  children: ReactNode;
}

/** A menu of the list: within the page's landmarks, and with items only, no hidden stop before them. */
export function ListMenu({ button, isOpen, onChange, children, ...place }: ListMenuProps) {
  return (
    <Menu
      {...place}
      opened={isOpen}
      onChange={onChange}
      shadow="md"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
