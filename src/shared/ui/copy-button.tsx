import '@mantine/core/styles/VisuallyHidden.layer.css';
import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { Icon } from './icon.tsx';

/**
 * Copies a value; `label` says what, for those who do not see the icon ("e-mail address"). Mantine's CopyButton would not
 * say that the browser refused, as it does without a secure connection; its hook does.
 */
export function CopyButton({ value, label }: { value: string; label: string }) {
  const { copy, copied, error } = useClipboard();
  const outcome = copied ? 'Copied' : error ? 'The browser does not allow it' : '';
  return (
    <>
      <ActionIcon
        size="sm"
        color={error ? 'bad' : copied ? 'good' : 'gray'}
        data-no-print
        aria-label={`Copy ${label}`}
        title={outcome || `Copy ${label}`}
        onClick={() => copy(value)}
      >
        <Icon name={error ? 'alert' : copied ? 'check' : 'copy'} size={15} />
      </ActionIcon>
      <VisuallyHidden aria-live="polite">{outcome}</VisuallyHidden>
    </>
  );
}
