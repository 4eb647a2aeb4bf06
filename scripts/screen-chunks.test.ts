import { expect, test } from 'vitest';
import { chunkOf } from './screen-chunks.ts';

const FRAME = 'customers/$customerId/route';
const passes = 'customers/$customerId/passes';
const videos = 'customers/$customerId/videos';

test.each([
  [[], undefined],
  [['customers/index'], 'customers'],
  [[passes], 'passes'],
  [[FRAME], 'customer'],
  [[FRAME, passes, videos], 'customer'],
  [[FRAME, passes, 'customers/index'], 'parts'],
  [[FRAME, 'duplicates'], 'customer'],
  [[FRAME, 'settings/staff'], 'parts'],
  [[passes, videos], 'tabs'],
  [[passes, 'customers/$customerId/bookings/index', 'customers/$customerId/overview'], 'records'],
  [['customers/$customerId/bookings/index', 'customers/index', 'sign-in'], 'fields'],
  [['customers/$customerId/profile', 'settings/staff', 'sign-in'], 'fields'],
  [['settings/staff', 'settings/studio', 'sign-in'], 'settings+entry'],
  [['customers/$customerId/history', 'settings/history'], 'history'],
  [['customers/$customerId/bookings/index', 'customers/index'], 'parts'],
])('what %j need at once is built into %s', (screens, name) => {
  expect(chunkOf(new Set(screens))).toBe(name);
});
