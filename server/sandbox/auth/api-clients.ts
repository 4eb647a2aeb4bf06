import { randomBytes } from 'node:crypto';
import type { Clock } from '#kit/clock.ts';
import type { ApiClientRecord, ApiClientStore } from '../db/api-clients.ts';
import { hashSecret, isSecret, makeSecret } from './secrets.ts';

export interface Credentials {
  id: string;
  secret: string;
}

export interface ApiClient {
  id: string;
  name: string;
  scopes: readonly string[];
  isSuspended: boolean;
  /** Milliseconds since 1970; null never expires. */
  expiresAt: number | null;
}

const DEMO_SECRET = 'demo_client_secret';
const DEMO_ID = 'demo_client_id';

/** The studio's API clients: made, suspended, expired and rotated, as the account owner does it in Reservie. */
export class ApiClients {
  readonly #store: ApiClientStore;
  readonly #clock: Clock;

  constructor(store: ApiClientStore, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  create(name: string, scopes: readonly string[], expiresAt: number | null = null): Credentials {
    const secret = makeSecret();
    const id = `m2m_${randomBytes(12).toString('hex')}`;
    this.#store.save({ id, name, scopes, isSuspended: false, expiresAt, secretHash: hashSecret(secret) });
    return { id, secret };
  }

  /**
   * The client that the demo signs in with. Made once for each data file; its secret is kept readable there, because
   * every start has to hand it out again. Its scopes and its state start afresh.
   */
  openDemoClient(scopes: readonly string[]): Credentials {
    const id = this.#store.readSetting(DEMO_ID);
    const secret = this.#store.readSetting(DEMO_SECRET);
    if (id === undefined || secret === undefined) {
      const made = this.create('Demo', scopes);
      this.#keepDemo(made);
      return made;
    }
    const secretHash = hashSecret(secret);
    this.#store.save({ id, name: 'Demo', scopes, isSuspended: false, expiresAt: null, secretHash });
    return { id, secret };
  }

  list(): ApiClient[] {
    return this.#store.list().map(withoutSecret);
  }

  find(id: string): ApiClient | undefined {
    const client = this.#store.find(id);
    return client && withoutSecret(client);
  }

  /** Answers undefined when there is no such client. */
  update(id: string, changes: Partial<Omit<ApiClient, 'id'>>): ApiClient | undefined {
    const client = this.#store.find(id);
    if (!client) return undefined;
    this.#store.save({ ...client, ...changes });
    return this.find(id);
  }

  /** Gives a new secret; the old one dies at once, tokens already issued live out their hour. */
  rotate(id: string): Credentials | undefined {
    const client = this.#store.find(id);
    if (!client) return undefined;
    const secret = makeSecret();
    this.#store.save({ ...client, secretHash: hashSecret(secret) });
    if (this.#store.readSetting(DEMO_ID) === id) this.#keepDemo({ id, secret });
    return { id, secret };
  }

  /** Whether the secret belongs to the client; says nothing about suspension. */
  hasSecret(id: string, secret: string): boolean {
    const client = this.#store.find(id);
    // An unknown id costs as much time as a wrong secret.
    return isSecret(secret, client?.secretHash ?? hashSecret('')) && client !== undefined;
  }

  /** Why a client may not call at the moment, or undefined when it may. */
  refusal(client: ApiClient): string | undefined {
    if (client.isSuspended) return 'This API client is suspended';
    if (client.expiresAt !== null && client.expiresAt <= this.#clock()) return 'This API client has expired';
    return undefined;
  }

  #keepDemo(credentials: Credentials): void {
    this.#store.writeSetting(DEMO_ID, credentials.id);
    this.#store.writeSetting(DEMO_SECRET, credentials.secret);
  }
}

function withoutSecret({ id, name, scopes, isSuspended, expiresAt }: ApiClientRecord): ApiClient {
  return { id, name, scopes, isSuspended, expiresAt };
}
