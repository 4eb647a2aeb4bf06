import { basename } from 'node:path';
import type { Plugin } from 'vite';

/**
 * What of Mantine the page never shows, by the module that brings it along: the build leaves it out of the first load.
 * `theme-variables.ts` writes the variables; `src/app/theme.ts` has the colours and the variants.
 */
export const LEFT_OUT: Record<string, Record<string, readonly string[]>> = {
  'MantineProvider.mjs': {
    'MantineCssVariables.mjs': ['MantineCssVariables'],
    'MantineClasses.mjs': ['MantineClasses'],
  },
  'default-theme.mjs': {
    'default-colors.mjs': ['DEFAULT_COLORS'],
    'default-variant-colors-resolver.mjs': ['defaultVariantColorsResolver'],
  },
  'ActionIcon.mjs': {
    'ActionIconGroup.mjs': ['ActionIconGroup'],
    'ActionIconGroupSection.mjs': ['ActionIconGroupSection'],
    'Transition.mjs': ['Transition'],
  },
  'Alert.mjs': { 'CloseButton.mjs': ['CloseButton'] },
  // Initials and hues are ours (`contract/person-name.ts`).
  'Avatar.mjs': {
    'AvatarGroup.mjs': ['AvatarGroup', 'AvatarGroupContext'],
    'get-initials.mjs': ['getInitials'],
    'get-initials-color.mjs': ['getInitialsColor'],
    'AvatarPlaceholderIcon.mjs': ['AvatarPlaceholderIcon'],
  },
  'Button.mjs': {
    'ButtonGroup.mjs': ['ButtonGroup'],
    'ButtonGroupSection.mjs': ['ButtonGroupSection'],
    // A button that is busy shows its loader at once.
    'Transition.mjs': ['Transition'],
  },
  // Our fields have no button that clears them, and no words of success.
  'Input.mjs': {
    'InputClearButton.mjs': ['InputClearButton'],
    'InputClearSection.mjs': ['InputClearSection'],
    'InputPlaceholder.mjs': ['InputPlaceholder'],
    'InputSuccess.mjs': ['InputSuccess'],
  },
  'InputWrapper.mjs': { 'InputSuccess.mjs': ['InputSuccess'] },
  // A scrolling container with ScrollArea and the placing of floating boxes: our tables scroll with CSS.
  'Table.mjs': { 'TableScrollContainer.mjs': ['TableScrollContainer'] },
  // Names each field anew once it stands there, and so has the whole page drawn a second time before it is seen first.
  'index.mjs': { 'use-id.mjs': ['useId'] },
};

const PREFIX = '\0left-out:';
const INSTEAD: Record<string, string> = {
  AvatarGroupContext: 'createContext({})',
  DEFAULT_COLORS: '{}',
  InputClearSection: '({ rightSection, __defaultRightSection }) => rightSection ?? __defaultRightSection',
  Transition:
    '({ mounted, transition, children }) => mounted ? children({ ...transition.common, ...transition.in }) : null',
  useId: '(given) => { const own = reactId(); return given ?? own; }',
};
const IMPORTS: Record<string, string> = {
  AvatarGroupContext: "import { createContext } from 'react';\n",
  useId: "import { useId as reactId } from 'react';\n",
};

export function leanMantine(): Plugin {
  return {
    name: 'lean-mantine',
    enforce: 'pre',
    resolveId(source, importer) {
      if (!importer || !/\/@mantine\/(?:core|hooks)\//.test(importer)) return;
      const names = LEFT_OUT[basename(importer)]?.[basename(source)];
      return names && PREFIX + names.join(',');
    },
    load(id) {
      if (!id.startsWith(PREFIX)) return;
      const names = id.slice(PREFIX.length).split(',');
      return names
        .map((name) => `${IMPORTS[name] ?? ''}export const ${name} = ${INSTEAD[name] ?? 'undefined'};`)
        .join('\n');
    },
  };
}
