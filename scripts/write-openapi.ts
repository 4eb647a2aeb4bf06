import { writeFileSync } from 'node:fs';
import { reservie } from '#contract/reservie.ts';
import { describeApi } from '../server/sandbox/openapi/document.ts';

writeFileSync('docs/openapi.json', `${JSON.stringify(describeApi(reservie), null, 2)}\n`);
