import { useEffect, useEffectEvent, useState } from 'react';
import { flushSync } from 'react-dom';

type State = 'screen' | 'asked' | 'paper';

/**
 * Paper holds every row that is filtered, not the part of them that stands on the screen: by a button, which waits until
 * all have been read, and by the browser's own menu, which waits for nothing.
 */
export function usePrintWhole() {
  const [state, setState] = useState<State>('screen');
  const begin = useEffectEvent(() => flushSync(() => setState('paper')));
  const end = useEffectEvent(() => setState('screen'));
  useEffect(() => {
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return {
    /** All rows are wanted at once. */
    isPrinting: state !== 'screen',
    print: () => setState('asked'),
    /** All rows are there. */
    onReady: () => {
      if (state !== 'asked') return;
      window.print();
      // A browser without these events stays as it is on the screen.
      setState('screen');
    },
  };
}
