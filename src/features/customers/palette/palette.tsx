import '@mantine/core/styles/Combobox.layer.css';
import '@mantine/core/styles/Modal.layer.css';
import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Overlay.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/Badge.layer.css';
import '@mantine/core/styles/Group.layer.css';
import '@mantine/core/styles/Text.layer.css';
import { Badge, Combobox, Group, Modal, Text, TextInput, useCombobox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Customer } from '#contract/customer.ts';
import type { CustomerId } from '#contract/id.ts';
import { useStudioCountry } from '#shared/api/studio.ts';
import { useMobileFormat } from '#shared/format/mobile.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { shortcutQueries } from '../shortcuts/shortcut-queries.ts';
import { useListedCustomers } from '../shortcuts/use-listed-customers.ts';
import { fromViewSearch } from '../shortcuts/view-rules.ts';
import { directory } from '../directory/directory.ts';
import { type CustomersSearch, toDirectoryQuery } from '../search.ts';
import classes from './palette.module.css';
import { type Command, type PaletteItem, arrangeItems, idsAtHand } from './palette-items.ts';
import { useCustomerActions } from './use-customer-actions.ts';

interface PaletteProps {
  /** Before this had arrived. */
  typed: string;
  screens: readonly Command[];
  /** Whose page is open, if one is, and its tabs. */
  customerId: CustomerId | undefined;
  tabs: readonly Command[];
  onEdit: () => void;
  onCustomer: (customerId: CustomerId) => void;
  onList: (search: CustomersSearch) => void;
  onClose: () => void;
  /** Without having chosen anything. */
  onLeave: () => void;
}

const MOST_FOUND = 8;

/** Finds customers, views, screens and what can be done here; by keyboard alone. A combobox whose list is always open. */
export function Palette({ typed, screens, customerId, tabs, onEdit, ...props }: PaletteProps) {
  const { onCustomer, onList, onClose, onLeave } = props;
  const [q, setQ] = useState(typed);
  const { data: shortcuts } = useQuery(shortcutQueries.all);
  const recent = shortcuts?.recent.map(({ customerId }) => customerId) ?? [];
  const atHand = useListedCustomers(idsAtHand(shortcuts?.pinned ?? [], recent, MOST_FOUND));
  const { customers: found, isOutdated } = useFound(q);
  const customers = q.trim() === '' ? atHand : found;
  const [isHeld, setHeld] = useState(false);
  const actions = useCustomerActions(customerId, onEdit);
  const groups = arrangeItems({ q, customers, isOutdated, views: shortcuts?.views ?? [], screens, actions, tabs });
  const items = new Map(groups.flatMap((group) => group.items.map((item) => [item.key, item] as const)));
  // Esc in the field closes the list, as Mantine has it; here the list is the dialog.
  const combobox = useCombobox({ opened: true, onDropdownClose: onLeave });
  // A heading that changes makes its options anew.
  const keys = [...groups.map(({ label }) => label), ...items.keys()].join(' ');
  const { selectFirstOption } = combobox;
  // What fits best is chosen already: Enter opens it.
  const field = useRef<HTMLInputElement>(null);
  const takeField = useCallback((input: HTMLInputElement | null) => {
    field.current = input;
    // Mantine gives it the focus behind a timer, and the first letter may come sooner.
    input?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    const id = selectFirstOption();
    // Mantine says so only once an arrow was pressed.
    if (id !== null) field.current?.setAttribute('aria-activedescendant', id);
  }, [keys, selectFirstOption]);

  function choose(item: PaletteItem | undefined) {
    if (!item) return;
    onClose();
    if (item.kind === 'customer') onCustomer(item.customer.id);
    else if (item.kind === 'view') onList(fromViewSearch(item.search, item.viewId));
    else if (item.kind === 'search') onList({ q: item.q });
    else item.run();
  }

  const [best] = items.keys();
  function submit(key: string) {
    // Enter right after a key means what is typed now, not the customer whom the letters before have found.
    if (isOutdated && key === best) setHeld(true);
    else choose(items.get(key));
  }
  const chooseBest = useEffectEvent(() => choose(best === undefined ? undefined : items.get(best)));
  useEffect(() => {
    if (isHeld && !isOutdated) chooseBest();
  }, [isHeld, isOutdated]);

  return (
    <Modal.Root
      opened
      onClose={onLeave}
      padding={0}
      size="36rem"
      yOffset="10vh"
      centered={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label="Find">
        <Combobox store={combobox} onOptionSubmit={submit}>
          <Combobox.EventsTarget withExpandedAttribute>
            <TextInput
              ref={takeField}
              data-autofocus
              aria-label="Find a customer, a view or a screen"
              placeholder="Customer, view or screen…"
              leftSection={<Icon name="search" size={17} />}
              size="md"
              variant="unstyled"
              p="0.25rem 0.5rem"
              style={{ borderBlockEnd: '1px solid var(--desk-border)' }}
              autoComplete="off"
              spellCheck={false}
              value={q}
              onChange={(event) => {
                setHeld(false);
                setQ(event.target.value);
              }}
            />
          </Combobox.EventsTarget>
          <Combobox.Options mah="min(26rem, 60vh)" p="0.375rem" style={{ overflowY: 'auto' }} aria-label="Found">
            {groups.map((group) => (
              <Combobox.Group key={group.label} label={group.label}>
                {group.items.map((item) => (
                  <Combobox.Option key={item.key} value={item.key} className={classes['option'] ?? ''}>
                    <Group gap="0 0.625rem" mih={24}>
                      <ItemWords item={item} />
                    </Group>
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            ))}
          </Combobox.Options>
        </Combobox>
      </Modal.Content>
    </Modal.Root>
  );
}

function ItemWords({ item }: { item: PaletteItem }) {
  const formatMobile = useMobileFormat();
  const country = useStudioCountry();
  if (item.kind !== 'customer') return <span>{item.label}</span>;
  const { email, mobile, archived } = item.customer;
  return (
    <>
      <Text component="bdi" fw={600}>
        {item.label}
      </Text>
      {archived && <Badge>Archived</Badge>}
      <Text size="sm" c="dimmed" miw={0} style={{ overflowWrap: 'anywhere' }}>
        {[email, formatMobile(mobile, country)].filter((text) => text.trim() !== '').join(' · ')}
      </Text>
    </>
  );
}

/** The best of those whom the directory finds, archived ones too; what was found before stays until then. */
function useFound(q: string): { customers: readonly Customer[]; isOutdated: boolean } {
  const [found, setFound] = useState<{ q: string; customers: readonly Customer[] }>({ q: '', customers: [] });
  useEffect(() => {
    if (q.trim() === '') return;
    let isCurrent = true;
    const show = (customers: readonly Customer[]) => isCurrent && setFound({ q, customers });
    // The list tells of its own failures.
    directory.take(toDirectoryQuery({ q, status: 'all' }), 0, MOST_FOUND).then(show, () => show([]));
    return () => {
      isCurrent = false;
    };
  }, [q]);
  return { customers: found.customers, isOutdated: q.trim() !== '' && found.q !== q };
}
