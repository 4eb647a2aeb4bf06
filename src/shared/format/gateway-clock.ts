/** Smaller differences are noise of the network and of clocks that are set now and then. */
const NOISE_MS = 2_000;
/** From here on a person should know. */
const WRONG_MS = 60_000;

/** What the gateway's clock is ahead of this computer's, in milliseconds. */
let offsetMs = 0;
const listeners = new Set<() => void>();

/** The moment by the gateway's clock, in ms since 1970: "today" means the same on every computer of the studio. */
export function gatewayTime(): number {
  return Date.now() + offsetMs;
}

/** A moment that this computer's clock has told, by the gateway's clock. */
export function onGatewayClock(told: number): number {
  return told + offsetMs;
}

export interface ClockReading {
  /** What the gateway said, all in ms since 1970. */
  gatewayNow: number;
  askedAt: number;
  answeredAt: number;
}

/** The gateway read its clock somewhere between question and answer: only what that cannot explain is a difference. */
export function measureOffset({ gatewayNow, askedAt, answeredAt }: ClockReading): number {
  const offset = Math.round(gatewayNow - (askedAt + answeredAt) / 2);
  const doubt = Math.abs(answeredAt - askedAt) / 2 + NOISE_MS;
  return Number.isFinite(offset) && Math.abs(offset) > doubt ? offset : 0;
}

export function noteGatewayClock(reading: ClockReading): void {
  const measured = measureOffset(reading);
  if (Math.abs(measured - offsetMs) <= NOISE_MS && measured !== 0) return;
  if (measured === offsetMs) return;
  offsetMs = measured;
  for (const listener of listeners) listener();
}

export function gatewayClockOffset(): number {
  return offsetMs;
}

export function watchGatewayClock(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** "3 days fast", "12 minutes slow": what this computer's clock is, or nothing while it is near enough. */
export function describeClockError(offset: number): string | undefined {
  const away = Math.abs(offset);
  if (away <= WRONG_MS) return undefined;
  const unit = UNITS.find(({ ms }) => away >= ms * 1.5) ?? { ms: 60_000, name: 'minute' };
  const count = Math.round(away / unit.ms);
  return `${count} ${unit.name}${count === 1 ? '' : 's'} ${offset < 0 ? 'fast' : 'slow'}`;
}

const UNITS = [
  { ms: 365.25 * 86_400_000, name: 'year' },
  { ms: 86_400_000, name: 'day' },
  { ms: 3_600_000, name: 'hour' },
  { ms: 60_000, name: 'minute' },
];
