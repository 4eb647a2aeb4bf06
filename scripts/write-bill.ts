import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';

const Manifest = z.looseObject({ devDependencies: z.optional(z.unknown()) });
const LockFile = z.looseObject({
  packages: z.record(z.string(), z.looseObject({ dev: z.optional(z.boolean()) })),
});

/**
 * The software bill of materials (CycloneDX) of what `npm ci --omit=dev` installs. `npm sbom --omit dev` leaves out every
 * package that a tool of development needs too, such as zod; so it is asked about a project without such tools.
 */
function writeBill(): string {
  const manifest = Manifest.parse(JSON.parse(readFileSync('package.json', 'utf8')));
  const lock = LockFile.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  const { '': root, ...installed } = lock.packages;
  const packages = Object.fromEntries(Object.entries(installed).filter(([, { dev }]) => dev !== true));
  const folder = mkdtempSync(join(tmpdir(), 'bill-'));
  try {
    const write = (file: string, value: unknown) => writeFileSync(join(folder, file), JSON.stringify(value));
    write('package.json', { ...manifest, devDependencies: undefined });
    write('package-lock.json', { ...lock, packages: { '': { ...root, devDependencies: undefined }, ...packages } });
    const options = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
    return execFileSync('npm', options, { cwd: folder, encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.stdout.write(writeBill());
