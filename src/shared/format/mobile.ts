import { useEffect, useState } from 'react';
import { useAfterFirstScreen } from '#shared/ui/use-after-first-screen.ts';

/** As people read it in the studio's country (ISO 3166): `07700 900123`, `+353 87 123 4567`; else as it was given. */
export type FormatMobile = (mobile: string, country: string) => string;

let loaded: FormatMobile | undefined;
let loading: Promise<FormatMobile> | undefined;

/** The numbers of the world's countries weigh more than a page: until they are here a number is shown as it was given. */
export function useMobileFormat(): FormatMobile {
  const [format, setFormat] = useState<FormatMobile>(() => loaded ?? asGiven);
  const isFirstScreenOver = useAfterFirstScreen();
  useEffect(() => {
    if (loaded || !isFirstScreenOver) return;
    let isWanted = true;
    loading ??= import('./format-mobile.ts').then((module) => (loaded = module.formatMobile));
    loading.then(
      (formatMobile) => isWanted && setFormat(() => formatMobile),
      // Shown as they were given they are still right.
      () => (loading = undefined),
    );
    return () => {
      isWanted = false;
    };
  }, [isFirstScreenOver]);
  return format;
}

export function asGiven(mobile: string): string {
  return mobile;
}
