import fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import type { Staff } from '#contract/session.ts';
import { holdRefusals } from './hold-refusals.ts';

const HELD_MS = 2_000;

function member(id: string): Staff {
  return {
    id,
    name: id,
    email: `${id}@studio.example`,
    role: 'desk',
    isDisabled: false,
    hasPassword: true,
    hasTwoFactor: false,
    needsTwoFactor: false,
    lastSignInAt: null,
  };
}

test('an account that does not slow down gets its refusals later, and no other account does', async () => {
  const time = { now: 0 };
  const app = fastify();
  onTestFinished(() => app.close());
  app.decorateRequest('staff', null);
  app.addHook('onRequest', async (request) => {
    request.staff = member(String(request.headers['x-staff']));
  });
  holdRefusals(app, { clock: () => time.now, heldMs: HELD_MS, random: () => 0 });
  app.get('/refused', async (_, reply) => reply.code(429).send());
  app.get('/answered', async () => 'yes');
  const msFor = async (url: string, staff: string) => {
    const began = performance.now();
    await app.inject({ url, headers: { 'x-staff': staff } });
    return performance.now() - began;
  };
  await Promise.all(Array.from({ length: 20 }, () => msFor('/refused', 'mallory')));
  expect(await msFor('/refused', 'mallory')).toBeGreaterThan(HELD_MS - 20);
  expect(await msFor('/answered', 'mallory')).toBeLessThan(HELD_MS / 2);
  expect(await msFor('/refused', 'dee')).toBeLessThan(HELD_MS / 2);
  time.now += 60_001;
  expect(await msFor('/refused', 'mallory')).toBeLessThan(HELD_MS / 2);
});
