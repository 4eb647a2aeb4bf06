import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Modal.layer.css';
import '@mantine/core/styles/Overlay.layer.css';
import '@mantine/core/styles/CloseButton.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/Group.layer.css';
import { Group, Modal } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';

export interface DialogProps {
  title: ReactNode;
  /** Called once it is closed: by Esc, by its cross, beside it, or by `close`. */
  onClose: () => void;
  /** Buttons below the rest. */
  actions?: (close: () => void) => ReactNode;
  children: ReactNode | ((close: () => void) => ReactNode);
  /** A cross beside the title, also where there are buttons. */
  hasCross?: boolean;
  size?: 'md' | 'lg' | 'xl';
}

/**
 * The part of Dialog that is loaded late. It opens after it was drawn and closes before it goes: only then does Mantine
 * note where the focus was, and give it back. Modal's own header would count as a second banner of the page.
 */
export function ModalDialog({ title, onClose, actions, children, hasCross = !actions, size = 'md' }: DialogProps) {
  const isDrawn = useMounted();
  const [isClosed, setClosed] = useState(false);
  const close = () => setClosed(true);
  return (
    <Modal.Root opened={isDrawn && !isClosed} onClose={close} onExitTransitionEnd={onClose} size={size} centered>
      <Modal.Overlay />
      <Modal.Content radius="lg" p="1.25rem">
        <Group justify="space-between" align="flex-start" wrap="nowrap" mb="sm">
          <Modal.Title fz="lg" fw={600}>
            {title}
          </Modal.Title>
          {hasCross && <Modal.CloseButton aria-label="Close" />}
        </Group>
        {typeof children === 'function' ? children(close) : children}
        {actions && <Group mt="md">{actions(close)}</Group>}
      </Modal.Content>
    </Modal.Root>
  );
}
