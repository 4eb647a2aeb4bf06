import { Button } from '@mantine/core';
import { suggestEmail } from './suggest-email.ts';

interface EmailSuggestionProps {
  text: string;
  onUse: (email: string) => void;
}

/** Offers to mend an address that was refused, where it can be guessed what was meant. */
export function EmailSuggestion({ text, onUse }: EmailSuggestionProps) {
  const meant = suggestEmail(text);
  if (meant === undefined) return null;
  return (
    <Button variant="light" size="compact-sm" mt="xs" onClick={() => onUse(meant)}>
      Use {meant} instead
    </Button>
  );
}
