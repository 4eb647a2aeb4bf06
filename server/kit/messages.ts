import * as z from 'zod/mini';

/** zod/mini ships without messages, to stay small in the browser; the servers say what is wrong in English. */
z.config(z.locales.en());
