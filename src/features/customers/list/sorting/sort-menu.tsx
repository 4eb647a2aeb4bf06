import '@mantine/core/styles/Menu.layer.css';
import '@mantine/core/styles/Popover.layer.css';
import { Menu } from '@mantine/core';
import { useState } from 'react';
import { SORT_KEYS, type SortDirection, type SortKey } from '../../directory/sort.ts';
import type { Sorting } from './sort-header.tsx';
import { SORT_WORDS } from '../list-words.ts';
import { SortButton } from '../menu-buttons.tsx';

interface SortMenuProps {
  sorting: Sorting;
  isSearching: boolean;
  onSort: (sorting: Sorting) => void;
}

export function SortMenu({ sorting, isSearching, onSort }: SortMenuProps) {
  const [isOpen, setOpen] = useState(true);
  const keys = SORT_KEYS.filter((key) => isSearching || key !== 'match');
  return (
    <Menu
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      shadow="md"
      width="14rem"
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <SortButton sorting={sorting} aria-haspopup="menu" />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={sorting.sort}
          onChange={(value) => onSort({ sort: value as SortKey, direction: 'asc' })}
        >
          {keys.map((key, at) => (
            <Menu.RadioItem key={key} {...(at === 0 && { 'data-autofocus': true })} value={key} closeMenuOnClick>
              {SORT_WORDS[key]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        {sorting.sort !== 'match' && (
          <>
            <Menu.Divider />
            <Menu.RadioGroup
              value={sorting.direction}
              onChange={(value) => onSort({ ...sorting, direction: value as SortDirection })}
            >
              <Menu.RadioItem value="asc" closeMenuOnClick>
                Ascending
              </Menu.RadioItem>
              <Menu.RadioItem value="desc" closeMenuOnClick>
                Descending
              </Menu.RadioItem>
            </Menu.RadioGroup>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
