import { expect, test, vi } from 'vitest';
import { customer } from '../directory/customer-fixture.ts';
import { customerActions } from './customer-actions.ts';

const JANE = customer('cust_1', 'Jane', 'Smith', { mobile: '07700 900123' });

function actionsFor(more: Partial<Parameters<typeof customerActions>[0]> = {}) {
  const spies = {
    copy: vi.fn<(text: string) => Promise<void>>(() => Promise.resolve()),
    pin: vi.fn<(isPinned: boolean) => Promise<void>>(() => Promise.resolve()),
    edit: vi.fn<() => void>(),
    open: vi.fn<(address: string) => void>(),
  };
  const given = { customer: JANE, isPinned: false, mayEdit: true, inReservie: 'https://r.test/1', summary: 'Jane…' };
  const actions = customerActions({ ...given, ...spies, ...more });
  return {
    ...spies,
    labels: actions.map(({ label }) => label),
    run: (label: string) => actions.find((each) => each.label === label)?.run(),
  };
}

test('offers what can be done with a customer, and says what was done', async () => {
  const { labels, run, copy, pin, edit, open } = actionsFor();
  expect(labels).toEqual([
    'Pin this customer',
    'Copy e-mail address',
    'Copy mobile number',
    'Copy summary',
    'Edit profile',
    'Open in Reservie',
  ]);
  expect(await run('Copy mobile number')).toBe('Mobile number copied');
  expect(copy).toHaveBeenCalledWith('07700 900123');
  expect(await run('Pin this customer')).toBe('Pinned');
  expect(pin).toHaveBeenCalledWith(true);
  expect(run('Edit profile')).toBeUndefined();
  expect(edit).toHaveBeenCalled();
  void run('Open in Reservie');
  expect(open).toHaveBeenCalledWith('https://r.test/1');
});

test('leaves out what a viewer may not do, what is not there, and what is masked', () => {
  const masked = { ...JANE, email: 'j••••@example.com', mobile: '' };
  const viewer = { customer: masked, isPinned: true, mayEdit: false, inReservie: undefined, summary: undefined };
  expect(actionsFor(viewer).labels).toEqual(['Unpin this customer']);
});

test('a browser that does not allow copying is heard of', async () => {
  const { run } = actionsFor({ copy: () => Promise.reject(new Error('no')) });
  await expect(run('Copy summary')).rejects.toThrow('no');
});
