import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedTemplate } from './stack.ts';

/** Seeds once what every worker copies; answers what removes it after the last journey. */
export default async function globalSetup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'studio-desk-template-'));
  const file = join(folder, 'template.db');
  await seedTemplate(file);
  process.env['STUDIO_DESK_TEMPLATE'] = file;
  return () => rmSync(folder, { recursive: true, force: true });
}
