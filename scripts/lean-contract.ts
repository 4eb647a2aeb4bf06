import type { Plugin } from 'vite';

const SUMMARY = /^ *summary:\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`),\n/gm;

/** The sentences that describe an endpoint are for the API documentation (`npm run openapi`): the page never shows them. */
export function withoutSummaries(source: string): string {
  return source.replaceAll(SUMMARY, '');
}

export function leanContract(): Plugin {
  return {
    name: 'lean-contract',
    enforce: 'pre',
    apply: 'build',
    transform(source, id) {
      return /\/contract\/[\w-]+\.ts$/.test(id) ? { code: withoutSummaries(source), map: null } : undefined;
    },
  };
}
