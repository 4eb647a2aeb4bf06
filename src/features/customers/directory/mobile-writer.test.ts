import { expect, test } from 'vitest';
import { customer } from './customer-fixture.ts';
import type { DirectoryRow } from './directory-protocol.ts';
import { MobileWriter } from './mobile-writer.ts';

const GB = { mobile: '07700 900123', country: 'GB' };

function rows(count: number): DirectoryRow[] {
  return Array.from({ length: count }, (_, at) => ({
    customer: customer(`cust_${at}`, 'Jane', 'Smith', { mobile: '+447700900123' }),
    reason: 'name',
    marks: { name: [], email: [], mobile: [] },
  }));
}

/** Whose code is here. */
async function readyWriter(): Promise<MobileWriter> {
  const writer = new MobileWriter();
  await expect
    .poll(async () => {
      const [row] = rows(1);
      if (row) await writer.write([row], 'GB');
      return row?.written;
    })
    .toEqual(GB);
  return writer;
}

test('no row waits for the code that writes mobiles', async () => {
  const [first] = rows(1);
  if (first) await new MobileWriter().write([first], 'GB');
  expect(first?.written).toBeUndefined();
});

test('mobiles are written as in the studio’s country', async () => {
  const writer = await readyWriter();
  const shown = rows(50);
  await writer.write(shown, 'IE');
  expect(new Set(shown.map(({ written }) => written?.mobile))).toEqual(new Set(['+44 7700 900123']));
  expect(shown[0]?.written?.country).toBe('IE');
});

test('rows that no longer matter make way for those that were asked for after them', async () => {
  const writer = await readyWriter();
  const [before, after] = [rows(100), rows(100)];
  await Promise.all([writer.write(before, 'GB'), writer.write(after, 'GB')]);
  expect(before.at(-1)?.written).toBeUndefined();
  expect(after.at(-1)?.written).toEqual(GB);
});
