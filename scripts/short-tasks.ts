import type { Plugin } from 'vite';

/** Characters, before they are made small. Evaluating so many takes a few milliseconds. */
const AT_LEAST = 30_000;
const MODULE = /^(?=\/\/ (?:node_modules|src|contract)\/)/m;
/** A timer would wait for a second in a page in the background. */
const PAUSE = `function pause() {
  return new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
  });
}`;

/** V8’s explicit compile hint: all functions are compiled while the file arrives, in another thread (https://v8.dev/blog/explicit-compile-hints). */
const COMPILE_AHEAD = '//# allFunctionsCalledOnLoad\n';
/** Most of what a first screen consists of. */
const FIRST_FILES = new Set(['react', 'base', 'customers', 'customer', 'bookings']);

/**
 * Evaluates the page's own file in several tasks instead of a long one, so that a key or a click need not wait for all of it.
 * Only the page imports it before it is evaluated: to a second importer Safari would show it half done.
 */
export function pauseBetweenModules(name: string): Plugin {
  return {
    name: 'pause-between-modules',
    apply: 'build',
    renderChunk: (code, chunk) => (chunk.name === name ? insertPauses(code, AT_LEAST) : null),
  };
}

/** The bundler names each module in a comment, where it begins. */
export function insertPauses(code: string, atLeast: number): string {
  let since = 0;
  const modules = code.split(MODULE).map((module) => {
    const isLong = since >= atLeast;
    since = isLong ? module.length : since + module.length;
    return isLong ? `await pause();\n${module}` : module;
  });
  return `${modules.join('')}\n${PAUSE}\n`;
}

/** After minifiers, which take comments away. */
export function compileAhead(): Plugin {
  return {
    name: 'compile-ahead',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const file of Object.values(bundle)) {
          if (file.type === 'chunk' && FIRST_FILES.has(file.name)) file.code = COMPILE_AHEAD + file.code;
        }
      },
    },
  };
}
