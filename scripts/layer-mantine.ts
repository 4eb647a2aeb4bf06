import type { Plugin } from 'vite';

/**
 * What Mantine's other parts are made of, from the innermost. Its own style sheet holds these first; in a page that
 * fetches each part when it is needed, what comes late would come before them in the document, and be overruled.
 */
const LEVELS: readonly (readonly string[])[] = [
  ['baseline', 'global', 'UnstyledButton', 'Text', 'Paper', 'Input'],
  ['ActionIcon', 'Button', 'CloseButton', 'Group', 'InlineInput', 'ModalBase', 'Popover', 'Stack'],
];

/** Weakest first; `index.html` and `global.css` say it before any style sheet arrives. */
export const LAYER_ORDER = '@layer base, mantine.first, mantine.next, mantine;';

/** The layer of one of Mantine's style sheets. */
export function layerOf(part: string): string {
  if (LEVELS[0]?.includes(part)) return 'mantine.first';
  return LEVELS[1]?.includes(part) ? 'mantine.next' : 'mantine';
}

/** Puts each of Mantine's style sheets into its layer, so that the order in which they arrive does not matter. */
export function layerMantine(): Plugin {
  return {
    name: 'layer-mantine',
    enforce: 'pre',
    transform(code, id) {
      const [, part] = /\/@mantine\/core\/styles\/([\w-]+)\.layer\.css/.exec(id) ?? [];
      if (part === undefined) return;
      return { code: code.replace('@layer mantine {', `@layer ${layerOf(part)} {`), map: null };
    },
  };
}
