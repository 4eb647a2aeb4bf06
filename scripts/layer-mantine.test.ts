import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LAYER_ORDER, layerOf } from './layer-mantine.ts';

const STYLES = 'node_modules/@mantine/core/styles';

test.each(['index.html', 'src/app/global.css'])('%s says the order of the layers', (file) => {
  expect(readFileSync(file, 'utf8')).toContain(LAYER_ORDER);
});

test('each part that is put into a layer is there, and begins with the layer that is replaced', () => {
  for (const part of ['baseline', 'global', 'UnstyledButton', 'Text', 'Paper', 'Input', 'InlineInput', 'CloseButton']) {
    expect(layerOf(part)).toMatch(/^mantine\./);
    expect(readFileSync(`${STYLES}/${part}.layer.css`, 'utf8')).toMatch(/^@layer mantine \{/);
  }
});

test('what is made of a part is stronger than the part', () => {
  const order = LAYER_ORDER.replace(/^@layer |;$/g, '').split(', ');
  for (const [outer, inner] of [
    ['Menu', 'UnstyledButton'],
    ['CloseButton', 'UnstyledButton'],
    ['InlineInput', 'Input'],
    ['Checkbox', 'InlineInput'],
    ['PasswordInput', 'Input'],
    ['Modal', 'ModalBase'],
    ['Anchor', 'Text'],
    ['Alert', 'Paper'],
  ] as const) {
    expect(order.indexOf(layerOf(outer)), `${outer} over ${inner}`).toBeGreaterThan(order.indexOf(layerOf(inner)));
  }
});
