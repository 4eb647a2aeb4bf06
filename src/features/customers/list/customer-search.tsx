import '@mantine/core/styles/Kbd.layer.css';
import { ActionIcon, Input, Kbd } from '@mantine/core';
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { isComposing, useSingleKeys } from '#shared/keyboard/single-keys.ts';
import { Icon } from '#shared/ui/icon.tsx';
import { isPastedList } from '../matching/split-list.ts';
import classes from './customer-list.module.css';

export interface CustomerSearchHandle {
  focus: () => void;
}

interface CustomerSearchProps {
  ref: Ref<CustomerSearchHandle>;
  text: string;
  hasAutoFocus: boolean;
  onChange: (text: string) => void;
  /** Typing is over for now. */
  onRest: () => void;
  onArrowDown: () => void;
  /** Several lines were pasted: a list, not one search. */
  onPasteList: (text: string) => void;
}

export function CustomerSearch(props: CustomerSearchProps) {
  const { ref, text, hasAutoFocus, onChange, onRest, onArrowDown, onPasteList } = props;
  const input = useRef<HTMLInputElement>(null);
  const hasSingleKeys = useSingleKeys();
  useImperativeHandle(ref, () => ({ focus: () => input.current?.focus() }));
  useEffect(() => {
    // A row that was chosen before the page was drawn keeps the focus.
    if (document.activeElement?.matches('main a')) return;
    // On a touch screen this would open the keyboard over the list.
    if (hasAutoFocus && window.matchMedia('(pointer: fine)').matches) input.current?.focus({ preventScroll: true });
  }, [hasAutoFocus]);

  function press(event: KeyboardEvent) {
    // These keys belong to the input method while it composes (Japanese, Korean, accents).
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      onArrowDown();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      onChange('');
    }
  }

  return (
    <div className={classes['search']} role="search">
      <Input
        ref={input}
        type="search"
        classNames={{ input: classes['input'] ?? '' }}
        leftSection={<Icon name="search" size={17} />}
        rightSectionPointerEvents={text === '' ? 'none' : 'all'}
        rightSection={
          text === '' ? (
            hasSingleKeys && (
              <Kbd aria-hidden="true" data-unseen="phone">
                /
              </Kbd>
            )
          ) : (
            <ActionIcon
              size="sm"
              aria-label="Clear the search"
              title="Clear the search (Esc)"
              onClick={() => {
                onChange('');
                input.current?.focus();
              }}
            >
              <Icon name="close" size={15} />
            </ActionIcon>
          )
        }
        aria-label="Search customers"
        placeholder="Name, e-mail, mobile or id"
        autoComplete="off"
        autoCorrect="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="search"
        value={text}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onRest}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text/plain');
          if (!isPastedList(pasted)) return;
          event.preventDefault();
          onPasteList(pasted);
        }}
        onKeyDown={press}
      />
    </div>
  );
}
