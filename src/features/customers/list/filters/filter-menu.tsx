import '@mantine/core/styles/Text.layer.css';
import { Menu, Text } from '@mantine/core';
import { Fragment, useEffect, useState, useSyncExternalStore } from 'react';
import { isAllowed } from '#contract/role.ts';
import { useSession } from '#shared/api/session.ts';
import { formatCount } from '#shared/format/number.ts';
import type { DirectoryQuery } from '../../directory/directory-protocol.ts';
import { directory } from '../../directory/directory.ts';
import { FILTER_OPTIONS, type FilterOption, isChosen } from '../../directory/filters.ts';
import { describeOption } from '../describe-list.ts';
import { ListMenu } from '../list-menu.tsx';
import { AddFilterButton } from '../menu-buttons.tsx';

interface FilterMenuProps {
  query: DirectoryQuery;
  onToggle: (option: FilterOption) => void;
}

/** Everything to narrow by, with how many each would show. */
export function FilterMenu({ query, onToggle }: FilterMenuProps) {
  const [isOpen, setOpen] = useState(true);
  const counts = useOptionCounts(query, isOpen);
  const { role } = useSession();
  // Of what is masked nothing can be told.
  const isMasked = !isAllowed(role, 'desk');
  const { filters = {} } = query;
  return (
    <ListMenu
      button={<AddFilterButton aria-haspopup="menu" />}
      position="bottom-start"
      width="16rem"
      isOpen={isOpen}
      onChange={setOpen}
    >
      {FILTER_OPTIONS.map((option, at) => {
        if (isMasked && 'email' in option && option.email === 'wrong') return null;
        const isFirst = at > 0 && kindOf(option) !== kindOf(FILTER_OPTIONS[at - 1]);
        return (
          <Fragment key={describeOption(option)}>
            {isFirst && <Menu.Divider />}
            <Menu.CheckboxItem
              {...(at === 0 && { 'data-autofocus': true })}
              checked={isChosen(filters, option)}
              onChange={() => onToggle(option)}
              closeMenuOnClick
              rightSection={
                <Text span size="sm" c="dimmed">
                  {countWords(counts?.[at])}
                </Text>
              }
            >
              {describeOption(option)}
            </Menu.CheckboxItem>
          </Fragment>
        );
      })}
    </ListMenu>
  );
}

function kindOf(option: FilterOption | undefined): string | undefined {
  return option && Object.keys(option)[0];
}

function countWords(count: number | undefined): string {
  return count === undefined ? '' : formatCount(count);
}

/** Counted anew when the menu opens, the search changes or the customers do. */
function useOptionCounts(query: DirectoryQuery, isOpen: boolean): number[] | undefined {
  const version = useSyncExternalStore(directory.subscribe, directory.version);
  const [counts, setCounts] = useState<number[]>();
  const key = JSON.stringify(query);
  useEffect(() => {
    if (!isOpen) return;
    let isCurrent = true;
    directory.options(JSON.parse(key) as DirectoryQuery).then(
      (answer) => isCurrent && setCounts(answer),
      // The list tells of its own failures.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [key, version, isOpen]);
  return counts;
}
