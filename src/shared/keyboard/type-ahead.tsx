import { Paper, TextInput } from '@mantine/core';

interface TypeAheadProps {
  label: string;
  onType: (text: string) => void;
  onEscape: () => void;
}

/** A field for what is typed while the dialog that will take it over is still on its way. */
export function TypeAhead({ label, onType, onEscape }: TypeAheadProps) {
  return (
    <Paper
      pos="fixed"
      top="10vh"
      left="5vw"
      right="5vw"
      maw="36rem"
      mx="auto"
      p="0.25rem 0.5rem"
      style={{ zIndex: 200 }}
    >
      <TextInput
        ref={takeFocus}
        aria-label={label}
        size="md"
        variant="unstyled"
        onChange={(event) => onType(event.target.value)}
        onKeyDown={({ key }) => key === 'Escape' && onEscape()}
      />
    </Paper>
  );
}

function takeFocus(input: HTMLInputElement | null): void {
  input?.focus();
}
