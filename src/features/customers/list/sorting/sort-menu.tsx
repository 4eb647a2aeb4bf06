import { Menu } from '@mantine/core';
import { useState } from 'react';
import { SORT_KEYS, type SortDirection, type SortKey } from '../../directory/sort.ts';
import type { Sorting } from './sort-header.tsx';
import { SORT_WORDS } from '../list-words.ts';
import { ListMenu } from '../list-menu.tsx';
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
    <ListMenu
      button={<SortButton sorting={sorting} aria-haspopup="menu" />}
      position="bottom-end"
      width="14rem"
      isOpen={isOpen}
      onChange={setOpen}
    >
      <Menu.RadioGroup value={sorting.sort} onChange={(value) => onSort({ sort: value as SortKey, direction: 'asc' })}>
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
    </ListMenu>
  );
}
