import { existsSync } from 'node:fs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];

/** The Chromium of this machine: `PLAYWRIGHT_CHROMIUM`, or where a system keeps one. None: Playwright uses its own. */
export function systemChromium(): string | undefined {
  const named = process.env['PLAYWRIGHT_CHROMIUM'];
  if (named !== undefined && !existsSync(named)) throw new Error(`PLAYWRIGHT_CHROMIUM names no file: ${named}`);
  return named ?? PLACES.find((path) => existsSync(path));
}

/** Launch options for the browser above. Without the switches Chromium asks its maker's servers for updates. */
export function launchOptions(): { executablePath?: string; args: string[] } {
  const executablePath = systemChromium();
  const args = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return executablePath === undefined ? { args } : { executablePath, args };
}
