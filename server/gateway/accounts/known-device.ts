import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '#kit/clock.ts';
import { isKnownDevice, saveKnownDevice } from '../store/known-devices.ts';
import type { Store } from '../store/store.ts';
import { hashToken } from './secrets.ts';
import { OwnCookie } from './own-cookie.ts';

export const DEVICE_LIFETIME_MS = 180 * 24 * 60 * 60_000;

/**
 * Remembers on which devices which members of staff have signed in, by a random cookie of its own that outlives
 * sessions. It signs no user in: it only decides whose failures count where (`Throttle`).
 */
export class KnownDevices {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #cookie: OwnCookie;

  constructor(store: Store, clock: Clock, isSecure: boolean) {
    this.#store = store;
    this.#clock = clock;
    this.#cookie = new OwnCookie({ name: 'device', isSecure, sameSite: 'strict' });
  }

  /** The device's key if a user with this e-mail address has signed in on it before. */
  async find(request: FastifyRequest, email: string): Promise<string | undefined> {
    const id = this.#read(request);
    if (id === undefined) return undefined;
    const hash = hashToken(id);
    const isKnown = await isKnownDevice(this.#store, hash, email, this.#clock() - DEVICE_LIFETIME_MS);
    return isKnown ? hash : undefined;
  }

  async remember(request: FastifyRequest, reply: FastifyReply, userId: string): Promise<void> {
    const id = this.#read(request) ?? randomBytes(32).toString('base64url');
    await saveKnownDevice(this.#store, hashToken(id), userId, this.#clock());
    this.#cookie.write(reply, id, DEVICE_LIFETIME_MS);
  }

  #read(request: FastifyRequest): string | undefined {
    const id = this.#cookie.read(request);
    return id !== undefined && /^[A-Za-z0-9_-]{43}$/.test(id) ? id : undefined;
  }
}
