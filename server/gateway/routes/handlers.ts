import type { gateway } from '#contract/gateway.ts';
import type { ServeHandlers } from '#kit/serve.ts';

/** The handlers that a file of this folder gives: all that it names, each as the contract wants it. */
export type Routes<Name extends keyof typeof gateway> = Pick<ServeHandlers<typeof gateway>, Name>;
