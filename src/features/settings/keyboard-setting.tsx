import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Checkbox.layer.css';
import { Checkbox } from '@mantine/core';
import { setSingleKeys, useSingleKeys } from '#shared/keyboard/single-keys.ts';
import { SettingSection } from './setting-section.tsx';

/** Speech input and some screen readers press single keys by accident (WCAG 2.1.4). */
export function KeyboardSetting() {
  const isOn = useSingleKeys();
  return (
    <SettingSection title="Keyboard" words="In this browser only. Shortcuts with Ctrl or Cmd always work.">
      <Checkbox
        label="Shortcuts of a single key"
        description="“/” searches the list, “?” shows all shortcuts"
        checked={isOn}
        onChange={(event) => setSingleKeys(event.currentTarget.checked)}
      />
    </SettingSection>
  );
}
