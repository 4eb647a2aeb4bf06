import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '#kit/clock.ts';
import { isKnownDevice, saveKnownDevice } from '../store/known-devices.ts';
import type { Store } from '../store/store.ts';
import { hashToken } from './link-token.ts';

export const DEVICE_LIFETIME_MS = 180 * 24 * 60 * 60_000;

/**
 * Remembers on which devices which members of staff have signed in, by a random cookie of its own that outlives
 * sessions. It lets nobody in: it only decides whose failures count where (`Throttle`).
 */
export class KnownDevices {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #isSecure: boolean;

  constructor(store: Store, clock: Clock, isSecure: boolean) {
    this.#store = store;
    this.#clock = clock;
    this.#isSecure = isSecure;
  }

  /** The device's key if somebody with this e-mail address has signed in on it before. */
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
    const age = `Max-Age=${DEVICE_LIFETIME_MS / 1000}`;
    const secure = this.#isSecure ? '; Secure' : '';
    reply.header('set-cookie', `${this.#name}=${id}; ${age}; Path=/api; HttpOnly; SameSite=Strict${secure}`);
  }

  get #name(): string {
    return this.#isSecure ? '__Secure-desk.device' : 'desk.device';
  }

  #read({ headers }: FastifyRequest): string | undefined {
    const pair = (headers.cookie ?? '').split(/;\s*/).find((cookie) => cookie.startsWith(`${this.#name}=`));
    const id = pair?.slice(this.#name.length + 1);
    return id !== undefined && /^[A-Za-z0-9_-]{43}$/.test(id) ? id : undefined;
  }
}
