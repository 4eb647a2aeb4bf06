import { spawnSync } from 'node:child_process';
import { systemChromium } from '../e2e/browser.ts';

// Journeys run in the Chromium of the system; Playwright's own is downloaded only where there is none.
const found = systemChromium();
if (found === undefined) {
  const { status } = spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' });
  process.exit(status ?? 1);
}
console.log(`Browser: ${found}`);
