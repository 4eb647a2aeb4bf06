import { expect, test } from 'vitest';
import { weaknessOf } from './password-strength.ts';

const OWNER = { name: 'Dee Mistry-Jones', email: 'dee.mistry@sunnyyoga.example', studioHost: 'desk.sunnyyoga.example' };

test.each([
  'password123',
  'PASSWORD123',
  'qwertyuiop',
  '1234567890',
  'football2026!',
  'iloveyou12',
  'aaaaaaaaaaaa',
  'abababababab',
  'sunnyyoga2026',
  'Mistry-Jones1!',
  'StudioDesk123',
  'deemistry2026',
  'reservie-desk-1',
])('%s is refused', (password) => {
  expect(weaknessOf(password, OWNER)).toMatch(/^(?:Many people|Use more)/);
});

test.each([
  'correct horse battery',
  'seven green bicycles',
  'sunnyyoga has nine mats',
  'tX9#kd02-Ylq',
  'Пароль из пяти слов',
  'my studio smells of cedar',
])('%s is taken', (password) => {
  expect(weaknessOf(password, OWNER)).toBeUndefined();
});

test('nothing has to be known of the owner', () => {
  expect(weaknessOf('seven green bicycles', {})).toBeUndefined();
});
