import type { Role } from '#contract/role.ts';
import type { Clock } from '#kit/clock.ts';
import { type RetentionDays, removeOutdated } from '../store/retention.ts';
import type { Store } from '../store/store.ts';
import { type Auth, type OpenIdOptions, createAuth } from './auth.ts';
import type { Passwords } from './limit-hashes.ts';
import { DEMO_ROLES, seedDemoStaff } from './demo-staff.ts';
import { forgetOld } from './forget-old.ts';
import { KnownDevices } from './known-device.ts';
import { Newcomers } from './newcomers.ts';
import { Sessions } from './sessions.ts';
import { StaySignedIn } from './stay-signed-in.ts';
import { Throttle } from './throttle.ts';

const MINUTE_MS = 60_000;

export interface AccountsOptions {
  /** Signs cookies and encrypts what two-factor apps share; at least 32 characters. */
  secret: string;
  /** Secrets that were used before, the newest first. */
  formerSecrets?: readonly string[];
  /** Where browsers find the gateway, without a slash at its end; needed for OpenID, links and `Secure` cookies. */
  publicUrl?: string;
  /** A session that is not used ends after this long; two hours by default. */
  idleMs?: number;
  /** Every session ends after this long; twelve hours by default. */
  absoluteMs?: number;
  openId?: OpenIdOptions;
  /** How long the record and versions of profiles are kept; for ever when left out. */
  keptDays?: RetentionDays;
  /** better-auth's scrypt, unless a test cannot wait for it. */
  passwords?: Passwords;
}

export interface Accounts {
  auth: Auth;
  store: Store;
  sessions: Sessions;
  newcomers: Newcomers;
  throttle: Throttle;
  devices: KnownDevices;
  stay: StaySignedIn;
  /** The roles of the demo's buttons; none for a real studio. */
  demoRoles: readonly Role[];
  openIdName: string | null;
  /** Absent: links lead to wherever the browser is. */
  publicUrl: string | undefined;
  /** Stops what goes on in the background. */
  close: () => void;
}

export interface OpenAccountsOptions extends AccountsOptions {
  store: Store;
  clock: Clock;
  isDemo: boolean;
  /** Told what goes wrong between us and the OpenID provider; without personal data. */
  onTrouble?: (message: string) => void;
}

/** Everything that knows who staff are. */
export async function openAccounts(options: OpenAccountsOptions): Promise<Accounts> {
  const { store, clock, isDemo, publicUrl, openId, passwords, onTrouble } = options;
  if (options.secret.length < 32) throw new Error('The secret for sessions has less than 32 characters.');
  if (openId && publicUrl === undefined) throw new Error('OpenID needs to know where browsers find the gateway.');
  const auth = createAuth({
    store,
    clock,
    secret: options.secret,
    formerSecrets: options.formerSecrets ?? [],
    publicUrl: publicUrl ?? 'http://localhost',
    idleMs: options.idleMs ?? 120 * MINUTE_MS,
    ...(openId && { openId }),
    ...(passwords && { passwords }),
    ...(onTrouble && { onTrouble }),
  });
  const isSecure = publicUrl?.startsWith('https:') === true;
  const devices = new KnownDevices(store, clock, isSecure);
  const stay = new StaySignedIn(isSecure);
  const absoluteMs = options.absoluteMs ?? 720 * MINUTE_MS;
  const newcomers = new Newcomers(auth, store, clock, publicUrl);
  await seedDemoStaff(store, newcomers, isDemo);
  const clean = async () => {
    try {
      await forgetOld(auth, store, clock());
      if (options.keptDays) await removeOutdated(store, clock(), options.keptDays);
    } catch {
      // Neither at the start nor later a reason to stop: it is tried again within the hour.
      onTrouble?.('What is old could not be removed from the database.');
    }
  };
  await clean();
  const timer = setInterval(() => void clean(), 60 * MINUTE_MS);
  timer.unref();
  return {
    auth,
    store,
    devices,
    stay,
    newcomers,
    sessions: new Sessions({ auth, store, clock, devices, stay, absoluteMs }),
    throttle: new Throttle(store, clock),
    demoRoles: isDemo ? DEMO_ROLES : [],
    openIdName: openId?.name ?? null,
    publicUrl,
    close: () => clearInterval(timer),
  };
}
