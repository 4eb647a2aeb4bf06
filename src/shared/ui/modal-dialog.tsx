import '@mantine/core/styles/ModalBase.layer.css';
import '@mantine/core/styles/Modal.layer.css';
import '@mantine/core/styles/Overlay.layer.css';
import '@mantine/core/styles/CloseButton.layer.css';
import '@mantine/core/styles/Paper.layer.css';
import '@mantine/core/styles/Group.layer.css';
import { Group, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';

export interface DialogProps {
  title: ReactNode;
  /** Called once it is closed: by Esc, by its cross, beside it, or by `close`. */
  onClose: () => void;
  /** Buttons below the rest. */
  actions?: (close: () => void) => ReactNode;
  children: ReactNode | ((close: () => void) => ReactNode);
  size?: 'md' | 'lg' | 'xl';
}

/** The part of Dialog that is loaded late. It closes before it goes, so that the focus returns to where it came from. */
export function ModalDialog({ title, onClose, actions, children, size = 'md' }: DialogProps) {
  const [isOpen, setOpen] = useState(true);
  const close = () => setOpen(false);
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      onExitTransitionEnd={onClose}
      title={title}
      size={size}
      withCloseButton={!actions}
    >
      {typeof children === 'function' ? children(close) : children}
      {actions && <Group mt="md">{actions(close)}</Group>}
    </Modal>
  );
}
