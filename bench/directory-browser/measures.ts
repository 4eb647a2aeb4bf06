import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';
import type { Customer } from '#contract/customer.ts';
import type { Desk } from './open-desk.ts';
import { WATCH } from './watch.ts';

/** Fast 4G, as Chromium’s developer tools have it. */
const FAST_4G = { offline: false, latency: 60, downloadThroughput: 1_125_000, uploadThroughput: 187_500 };
const FLING = { distance: 40_000, speed: 10_000 };
const ROUNDS = 20;
/** Megabytes: a snapshot of more is too long for one string. */
const LARGEST_SNAPSHOT = 60;

export interface Figures {
  [name: string]: number[];
}

interface Opened {
  context: BrowserContext;
  page: Page;
  session: CDPSession;
}

/** A browser that was never here, signed in. */
export async function openPage(browser: Browser, { url, cookie }: Desk, script = ''): Promise<Opened> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } });
  await context.addCookies(
    cookie.split('; ').map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return { name, value: value.join('='), url };
    }),
  );
  const page = await context.newPage();
  // A page that breaks would be waited for in vain.
  page.on('pageerror', (error) => void context.close({ reason: `${url}: ${error.message}` }));
  await page.addInitScript(script + WATCH);
  const session = await context.newCDPSession(page);
  return { context, page, session };
}

/** First rows, what blocked the page until all could be found, and when that was. */
export async function measureLoad(browser: Browser, desk: Desk, path: string, isSlow: boolean): Promise<Figures> {
  const last = desk.customers.at(-1);
  const sought = `window.soughtEmail = ${JSON.stringify(last?.email)}; window.soughtId = ${JSON.stringify(last?.id)};`;
  const { context, page, session } = await openPage(browser, desk, isSlow ? '' : sought);
  if (isSlow) {
    await session.send('Network.enable');
    await session.send('Network.emulateNetworkConditions', FAST_4G);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  await page.goto(path);
  await page.evaluate(`desk.until(() => ${isSlow ? 'desk.row' : 'desk.whole'} > 0)`);
  const seen = await page.evaluate<{ row: number; whole: number; tasks: number[] }>('({ ...desk })');
  await context.close();
  if (isSlow) return { 'first row, slow': [seen.row] };
  return {
    'first row': [seen.row],
    'blocking time': [seen.tasks.reduce((sum, task) => sum + Math.max(0, task - 50), 0)],
    'longest task': [Math.max(0, ...seen.tasks)],
    'everyone after': [seen.whole - seen.row],
  };
}

/** A page on which all can be found, and nothing more is going on. */
async function openSettled(browser: Browser, desk: Desk, path: string): Promise<Opened> {
  const last = desk.customers.at(-1);
  const sought = `window.soughtEmail = ${JSON.stringify(last?.email)}; window.soughtId = ${JSON.stringify(last?.id)};`;
  const opened = await openPage(browser, desk, sought);
  await opened.page.goto(path);
  await opened.page.evaluate('desk.until(() => desk.whole > 0)');
  await search(opened.page, '');
  await opened.page.evaluate('desk.calm(60)');
  return opened;
}

async function search(page: Page, text: string): Promise<void> {
  await page.evaluate(`(desk.type(${JSON.stringify(text)}), desk.until(() => desk.isRight(${JSON.stringify(text)})))`);
}

/** Typed letter by letter; each key until the rows are right, and the order by a click on a heading. */
export async function measureKeys(browser: Browser, desk: Desk, path: string): Promise<Figures> {
  const { context, page } = await openSettled(browser, desk, path);
  const keys: number[] = [];
  await page.locator('[role=search] input').focus();
  for (const { text, id } of queriesOf(desk.customers)) {
    for (let length = 1; length <= text.length; length += 1) {
      await page.evaluate(`desk.arm('keydown', () => desk.isRight(${JSON.stringify(text.slice(0, length))}))`);
      await page.keyboard.press(text.charAt(length - 1) === ' ' ? 'Space' : text.charAt(length - 1));
      keys.push(await page.evaluate<number>('desk.timed'));
    }
    const isFound = await page.locator(`tbody a[href^="/customers/${id}"]`).count();
    if (isFound === 0) throw new Error(`${path} does not find ${id} by “${text}”.`);
    await search(page, '');
  }
  const sorts: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    for (const column of [1, 3, 0, 2]) {
      sorts.push(
        await page.evaluate<number>(`(() => {
          const header = document.querySelectorAll('th:has(button)')[${column}];
          const before = header.getAttribute('aria-sort');
          const isSorted = () => !['none', before].includes(header.getAttribute('aria-sort')) && desk.isRight('');
          desk.arm('click', isSorted);
          header.querySelector('button').click();
          return desk.timed;
        })()`),
      );
    }
  }
  await context.close();
  return { 'key to right rows': keys, sort: sorts };
}

/** What stands in the list, so that simple pages find it as well. */
function queriesOf(customers: readonly Customer[]): { text: string; id: string }[] {
  const plain = customers.filter(
    ({ firstname, lastname, email }) => /^[A-Za-z]+$/.test(firstname + lastname) && email !== '',
  );
  return [0.11, 0.29, 0.47, 0.65, 0.83].flatMap((part, at) => {
    const customer = plain[Math.floor(plain.length * part)];
    if (!customer) return [];
    const { id, firstname, lastname, email } = customer;
    const text = at % 2 === 0 ? email.slice(0, 24) : `${firstname} ${lastname}`;
    return [{ id, text: text.toLowerCase() }];
  });
}

/** A fling as a finger does it: frames a second, and how many show a line without a customer. */
export async function measureFling(browser: Browser, desk: Desk, path: string, isSlow: boolean): Promise<Figures> {
  const { context, page, session } = await openSettled(browser, desk, path);
  if (isSlow) await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.evaluate('void (desk.frames = desk.record())');
  await session.send('Input.synthesizeScrollGesture', {
    x: 700,
    y: 500,
    yDistance: -FLING.distance,
    speed: FLING.speed,
    gestureSourceType: 'mouse',
  });
  const frames = await page.evaluate<{ at: number; y: number; isBlank: boolean }[]>(
    '(cancelAnimationFrame(desk.frame), desk.frames)',
  );
  await context.close();
  const moving = frames.filter(({ y }, at) => y !== frames[at - 1]?.y || y !== frames[at + 1]?.y).slice(2, -2);
  const [first, last] = [moving[0], moving.at(-1)];
  if (!first || !last) throw new Error(`${path} does not scroll.`);
  const condition = isSlow ? ', slow' : '';
  return {
    [`frames a second${condition}`]: [((moving.length - 1) / (last.at - first.at)) * 1_000],
    [`blank frames${condition}`]: [(moving.filter(({ isBlank }) => isBlank).length / moving.length) * 100],
  };
}

/** To a customer and back, what stays in memory, and whether the list is as it was left. */
export async function measureVisits(browser: Browser, desk: Desk, path: string): Promise<Figures> {
  const { context, page, session } = await openSettled(browser, desk, path);
  const { used } = await heapOf(session);
  await search(page, 'a');
  await page.mouse.move(700, 500);
  await page.mouse.wheel(0, 3_000);
  await page.evaluate('desk.until(() => scrollY > 2900)');
  // Rows stand in their order once the page rests.
  await page.evaluate('desk.calm(20)');
  const opened: number[] = [];
  const back: number[] = [];
  let kept = 0;
  let before: Heap = { used, kept: used, code: 0 };
  const warming = 3;
  for (let round = 0; round < ROUNDS + warming; round += 1) {
    if (round === warming) before = await heapOf(session);
    const href = await page.locator('tbody a').nth(12).getAttribute('href');
    const link = page.locator(`tbody a[href="${href}"]`);
    await link.hover();
    await page.evaluate('desk.calm(6)');
    const name = (await link.textContent()) ?? '';
    const scrolled = await page.evaluate<number>('scrollY');
    await page.evaluate(
      `desk.arm('click', () => document.querySelector('h1')?.textContent.includes(${JSON.stringify(name)}))`,
    );
    await page.mouse.down();
    await page.mouse.up();
    opened.push(await page.evaluate<number>('desk.timed'));
    await page.evaluate('desk.calm(6)');
    const isListThere = `document.querySelector('tbody a') && !desk.isBlank()`;
    back.push(await page.evaluate<number>(`(desk.arm('popstate', () => ${isListThere}), history.back(), desk.timed)`));
    await page.evaluate('desk.calm(6)');
    const isKept = await page.evaluate<boolean>(
      `desk.isRight('a') && scrollY === ${scrolled} && document.activeElement.getAttribute('href') === ${JSON.stringify(href)}`,
    );
    kept += Number(isKept);
  }
  const after = await heapOf(session);
  await context.close();
  return {
    'open a customer': opened,
    'back to the list': back,
    'list as it was left': [(kept / (ROUNDS + warming)) * 100],
    'page heap': [used],
    '20 rounds': [after.kept - before.kept],
    '20 rounds, compiled code': [after.code - before.code],
  };
}

/** Megabytes of the page's own thread. */
interface Heap {
  used: number;
  /** Of these, what the page keeps. */
  kept: number;
  /** And what V8 has compiled: it grows until all that runs often is, and is no page's to free. */
  code: number;
}

/** After a collection. */
async function heapOf(session: CDPSession): Promise<Heap> {
  await session.send('HeapProfiler.enable');
  for (let time = 0; time < 3; time += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const used = usedSize / 1e6;
  return { used, ...(used > LARGEST_SNAPSHOT ? { kept: used, code: 0 } : await partsOf(session)) };
}

interface HeapSnapshot {
  snapshot: { meta: { node_fields: string[]; node_types: [string[]] } };
  nodes: number[];
}

async function partsOf(session: CDPSession): Promise<Omit<Heap, 'used'>> {
  const chunks: string[] = [];
  const keep = ({ chunk }: { chunk: string }): unknown => chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', keep);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', keep);
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as HeapSnapshot;
  const { node_fields: fields, node_types: kinds } = snapshot.meta;
  const [kind, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  const bytes = kinds[0].map(() => 0);
  for (let at = 0; at < nodes.length; at += fields.length) {
    const own = nodes[at + kind] ?? 0;
    bytes[own] = (bytes[own] ?? 0) + (nodes[at + size] ?? 0);
  }
  function megabytes(has: (name: string) => boolean): number {
    return bytes.reduce((sum, size, at) => sum + (has(kinds[0][at] ?? '') ? size : 0), 0) / 1e6;
  }
  // The browser's own part, which also holds what this benchmark asks it to record, is not of this heap.
  return {
    kept: megabytes((name) => name !== 'code' && name !== 'native'),
    code: megabytes((name) => name === 'code'),
  };
}
