import { FactList } from '#shared/ui/fact-list.tsx';
import { version } from '../../../package.json';
import { SettingSection } from './setting-section.tsx';

/** Which version this is, and where data go: nowhere. */
export function AboutStudioDesk() {
  return (
    <SettingSection
      title="About Studio Desk"
      words="Nothing is sent anywhere: Studio Desk talks to Reservie, and to nothing else. It collects no statistics and sends no error reports."
    >
      <FactList
        facts={[
          { name: 'Version', value: version },
          { name: 'Licence', value: 'MIT' },
        ]}
      />
    </SettingSection>
  );
}
