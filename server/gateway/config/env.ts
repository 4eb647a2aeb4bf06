import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { VARIABLES, type VariableName } from './variables.ts';

/** The configuration makes no sense. The message is one sentence that names the variable, and never shows a secret. */
export class ConfigError extends Error {}

export type Env = Readonly<Record<string, string | undefined>>;
export type ReadFile = (path: string) => string;

/** What a variable of the table says, parsed; nothing when it is absent. @throws ConfigError */
export function readVariable<Name extends VariableName>(
  env: Env,
  name: Name,
): z.output<(typeof VARIABLES)[Name]['value']> | undefined {
  const text = valueOf(env, name);
  if (text === undefined) return undefined;
  const { success, data, error } = z.safeParse(VARIABLES[name].value, text);
  // The compiler does not see that the schema is the one of this name.
  if (success) return data as z.output<(typeof VARIABLES)[Name]['value']>;
  throw new ConfigError(`${name} ${error.issues[0]?.message ?? 'makes no sense.'}`);
}

/** An empty variable counts as absent. */
export function valueOf(env: Env, name: VariableName): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

export function readText(path: string): string {
  return readFileSync(path, 'utf8');
}

/** A secret from its variable, or from the file that the other variable names. @throws ConfigError */
export function readSecret(
  env: Env,
  name: VariableName,
  fileName: VariableName,
  readFile: ReadFile,
): string | undefined {
  const [secret, path] = [valueOf(env, name), valueOf(env, fileName)];
  if (secret !== undefined && path !== undefined) throw new ConfigError(`Set ${name} or ${fileName}, not both.`);
  if (path === undefined) return secret;
  let content: string;
  try {
    content = readFile(path).trim();
  } catch (cause) {
    throw new ConfigError(`${fileName} names ${path}, which cannot be read.`, { cause });
  }
  if (content === '') throw new ConfigError(`${fileName} names ${path}, which is empty.`);
  return content;
}

/** `https://`, or `http://` on this machine; without user name, query or fragment. @throws ConfigError */
export function readUrl(env: Env, name: VariableName, danger: string): URL | undefined {
  const text = valueOf(env, name);
  if (text === undefined) return undefined;
  if (!URL.canParse(text)) throw new ConfigError(`${name} is not a URL such as https://desk.example.com.`);
  const url = new URL(text);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  if (!isSafe) throw new ConfigError(`${name} must begin with https://, or ${danger} would travel in the open.`);
  if (url.username || url.password || url.search || url.hash) {
    throw new ConfigError(`${name} must have no user name, query or fragment in it.`);
  }
  return url;
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(host);
}
