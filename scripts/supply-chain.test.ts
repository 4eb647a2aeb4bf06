import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import semver from 'semver';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod/mini';

const LockFile = z.object({
  packages: z.record(
    z.string(),
    z.object({
      optionalDependencies: z.optional(z.record(z.string(), z.string())),
      version: z.optional(z.string()),
      engines: z.optional(z.object({ node: z.optional(z.string()) })),
      integrity: z.optional(z.string()),
      dev: z.optional(z.boolean()),
      link: z.optional(z.boolean()),
    }),
  ),
});
const Step = z.object({
  uses: z.optional(z.string()),
  run: z.optional(z.string()),
  with: z.optional(z.record(z.string(), z.unknown())),
});
const Workflow = z.object({
  on: z.record(z.string(), z.unknown()),
  permissions: z.record(z.string(), z.string()),
  jobs: z.record(z.string(), z.object({ permissions: z.optional(z.unknown()), steps: z.array(Step) })),
});
const Compose = z.object({
  services: z.record(
    z.string(),
    z.object({ image: z.string(), build: z.optional(z.object({ args: z.record(z.string(), z.string()) })) }),
  ),
});
const Bill = z.object({
  components: z.array(
    z.object({
      name: z.string(),
      version: z.string(),
      hashes: z.optional(z.array(z.object({ alg: z.string() }))),
    }),
  ),
});

const { packages } = LockFile.parse(JSON.parse(read('package-lock.json')));
const installed = Object.entries(packages).filter(([place, { link }]) => place !== '' && !link);
const workflows = readdirSync('.github/workflows').map((file) =>
  Workflow.parse(parse(read(join('.github/workflows', file)))),
);
const steps = workflows.flatMap(({ jobs }) => Object.values(jobs).flatMap((job) => job.steps));
const compose = Compose.parse(parse(read('compose.yaml')));
const NODE_TAG = /^ARG NODE_IMAGE=(\S+)$/m.exec(read('Dockerfile'))?.[1] ?? '';

function read(path: string): string {
  return readFileSync(path, 'utf8');
}

test('the lock file holds the packages of every platform', () => {
  // A registry that lacks one makes `npm install` leave it out without a word; `npm ci` then refuses the file.
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in packages) && !(`${place}/node_modules/${name}` in packages),
    ),
  );
  expect(missing).toEqual([]);
});

test('the lock file names no registry', () => {
  expect(read('package-lock.json')).not.toContain('"resolved"');
});

test('the lock file says what every package must hash to', () => {
  // A registry that lacks a package makes npm write an entry without it; another registry, or `npm install
  // --package-lock-only` once the entry is removed, brings it back.
  expect(installed.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([place]) => place)).toEqual(
    [],
  );
});

test('every package runs on the oldest Node.js that we promise', () => {
  const promised = semver.minVersion(packages['']?.engines?.node ?? '')?.version ?? '';
  expect(semver.major(promised)).toBeGreaterThan(0);
  const tooNew = installed.filter(([, { engines }]) => !semver.satisfies(promised, engines?.node ?? '*'));
  expect(tooNew.map(([place, { engines }]) => `${place}: ${engines?.node}`)).toEqual([]);
});

test('the CI runs nothing that others can change afterwards, and may only read', () => {
  expect(workflows).not.toEqual([]);
  for (const { on, permissions, jobs } of workflows) {
    // `pull_request_target` would give a stranger's change the rights of this repository.
    expect(Object.keys(on).toSorted()).toEqual(['pull_request', 'push']);
    expect(permissions).toEqual({ contents: 'read' });
    expect(Object.values(jobs).filter((job) => job.permissions !== undefined)).toEqual([]);
  }
  const actions = steps.flatMap(({ uses }) => uses ?? []);
  expect(actions.filter((action) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(action))).toEqual([]);
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
  expect(checkouts.map((step) => step.with?.['persist-credentials'])).toEqual(checkouts.map(() => false));
});

test(
  'the CI keeps a bill of materials, which names every package of the product and its hash',
  { timeout: 120_000 },
  () => {
    const made = steps.find(({ run }) => run?.startsWith('npm run --silent sbom > '))?.run?.split(' > ')[1];
    expect(steps.filter(({ with: input }) => input?.['path'] === made).map(({ uses }) => uses?.split('@')[0])).toEqual([
      'actions/upload-artifact',
    ]);
    const bill = Bill.parse(JSON.parse(execFileSync('npm', ['run', '--silent', 'sbom'], { encoding: 'utf8' })));
    expect(bill.components.filter(({ hashes }) => hashes?.[0]?.alg !== 'SHA-512').map(({ name }) => name)).toEqual([]);
    const ofProduct = installed.filter(([, { dev }]) => dev !== true);
    const expected = ofProduct.map(([place, { version }]) => `${place.split('node_modules/').at(-1)} ${version}`);
    expect(new Set(bill.components.map(({ name, version }) => `${name} ${version}`))).toEqual(new Set(expected));
  },
);

test('images begin with what NODE_IMAGE and POSTGRES_IMAGE name, and with nothing else', () => {
  const dockerfile = read('Dockerfile');
  // A line of syntax would fetch a builder, and `COPY --from=` or a mount could name another image.
  expect(dockerfile).not.toMatch(/^#\s*syntax=/im);
  const [froms, stages, copies] = [
    /^FROM (\S+)/gm,
    /^FROM \S+ AS (\S+)/gm,
    /--(?:from=|mount=\S*from=)([\w./:@-]+)/g,
  ].map((pattern) => Array.from(dockerfile.matchAll(pattern), ([, name]) => name));
  expect(froms).toContain('${NODE_IMAGE}');
  expect(froms?.filter((name) => name !== '${NODE_IMAGE}' && !stages?.includes(name))).toEqual([]);
  expect(copies?.filter((name) => !stages?.includes(name))).toEqual([]);
  expect(dockerfile.match(/^ADD |\bcurl\b|\bwget\b|apt-get/gm)).toBeNull();

  const { desk, ...others } = compose.services;
  expect(desk?.build?.args).toEqual({ NODE_IMAGE: `\${NODE_IMAGE:-${NODE_TAG}}` });
  expect(Object.values(others).map(({ image }) => image)).toEqual([
    expect.stringMatching(/^\$\{POSTGRES_IMAGE:-\S+\}$/),
  ]);
});

/** Runs the CI's own steps with a `docker` that says what a registry would. */
function runImageSteps(digest: string) {
  const folder = mkdtempSync(join(tmpdir(), 'image-job-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const docker = `#!/bin/sh\necho "$*" >> calls\nif [ "$2" = imagetools ]; then ${digest}; fi\n`;
  writeFileSync(join(folder, 'docker'), docker);
  chmodSync(join(folder, 'docker'), 0o755);
  const env = { PATH: `${folder}:${process.env['PATH']}` };
  const commands = steps.flatMap(({ run }) => (run?.includes('docker ') ? [run] : []));
  const codes: (number | null)[] = [];
  for (const command of commands) {
    // GitHub's own shell; a step that fails ends the job.
    codes.push(spawnSync('bash', ['-e', '-c', command], { cwd: folder, env }).status);
    if (codes.at(-1) !== 0) break;
  }
  const lines = (file: string) =>
    existsSync(join(folder, file)) ? read(join(folder, file)).trimEnd().split('\n') : [];
  return { codes, calls: lines('calls'), images: lines('base-images.env') };
}

test('the CI pins both base images by the digest that the registry names, and builds on it', () => {
  const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
  const { codes, calls, images } = runImageSteps(`echo ${digest}`);
  expect(codes).toEqual([0, 0]);
  const postgresTag = /:-(\S+)\}/.exec(compose.services['db']?.image ?? '')?.[1] ?? '';
  expect(calls.slice(0, 2).map((call) => call.split(' ')[3])).toEqual([NODE_TAG, postgresTag]);
  expect(images).toEqual([`NODE_IMAGE=node@${digest}`, `POSTGRES_IMAGE=postgres@${digest}`]);
  expect(calls.slice(2)).toEqual([`build --build-arg NODE_IMAGE=node@${digest} --tag studio-desk .`]);
  expect(steps.map(({ with: input }) => input?.['path'])).toContain('base-images.env');
  expect(read('docs/operations.md')).toMatch(/NODE_IMAGE[^]*POSTGRES_IMAGE|POSTGRES_IMAGE[^]*NODE_IMAGE/);
});

test.each(['exit 1', 'echo', 'echo latest', 'echo sha256:123'])(
  'without a digest the CI builds nothing: %s',
  (answer) => {
    const { codes, calls } = runImageSteps(answer);
    expect([codes.length, codes[0] === 0]).toEqual([1, false]);
    expect(calls.filter((call) => call.startsWith('build '))).toEqual([]);
  },
);
