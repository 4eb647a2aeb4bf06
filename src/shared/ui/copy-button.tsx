import { useEffect, useState } from 'react';
import classes from './copy-button.module.css';
import { Icon } from './icon.tsx';

/** Copies a value; `label` says what, for those who do not see the icon ("e-mail address"). */
export function CopyButton({ value, label }: { value: string; label: string }) {
  const [outcome, setOutcome] = useState<'copied' | 'refused'>();
  useEffect(() => {
    const timer = setTimeout(() => setOutcome(undefined), 2000);
    return () => clearTimeout(timer);
  }, [outcome]);

  function copy() {
    // Without a secure connection browsers offer no clipboard at all.
    const clipboard: Clipboard | undefined = navigator.clipboard;
    if (!clipboard) return setOutcome('refused');
    clipboard.writeText(value).then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    );
  }

  return (
    <button
      type="button"
      className={classes['button']}
      onClick={copy}
      data-no-print
      aria-label={`Copy ${label}`}
      title={`Copy ${label}`}
    >
      <Icon name={outcome === 'copied' ? 'check' : 'copy'} size={15} />
      <span aria-live="polite">
        {outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'The browser does not allow it' : ''}
      </span>
    </button>
  );
}
