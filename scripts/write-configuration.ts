import { readFileSync, writeFileSync } from 'node:fs';
import { tabulateVariables } from '../server/gateway/config/tabulate-variables.ts';

// docs/configuration.md: its table of variables, from the one that the gateway reads by.
const file = 'docs/configuration.md';
const page = readFileSync(file, 'utf8');
writeFileSync(
  file,
  page.replace(/^\| variable \|[\s\S]*?(?=\n\n)/m, () => tabulateVariables()),
);
