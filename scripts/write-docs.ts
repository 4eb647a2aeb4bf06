import { readFileSync, writeFileSync } from 'node:fs';
import { reservie } from '#contract/reservie.ts';
import { tabulateVariables } from '../server/gateway/config/variables.ts';
import { describeApi } from '../server/sandbox/openapi/document.ts';

const CONFIGURATION = 'docs/configuration.md';

/** Which page is written anew, from what the code says. */
const PAGES: Record<string, () => void> = {
  openapi: () => writeFileSync('docs/openapi.json', `${JSON.stringify(describeApi(reservie), null, 2)}\n`),
  configuration: () => {
    const page = readFileSync(CONFIGURATION, 'utf8');
    writeFileSync(
      CONFIGURATION,
      page.replace(/^\| variable \|[\s\S]*?(?=\n\n)/m, () => tabulateVariables()),
    );
  },
};

PAGES[process.argv[2] ?? '']?.();
