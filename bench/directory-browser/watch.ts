/** A frame that comes later than this after the one before it is late. */
const IN_TIME_MS = 50;

/**
 * Runs in the page before anything of it, as text. Times are taken in the frame that is about to be drawn, from the event
 * that began it.
 */
export const WATCH = `window.desk = { row: 0, tasks: [], event: 0 };
new PerformanceObserver((list) => list.getEntries().forEach((each) => desk.tasks.push(each.duration)))
  .observe({ type: 'longtask', buffered: true });
for (const kind of ['keydown', 'click', 'popstate'])
  addEventListener(kind, (event) => { if (desk.kind === kind) desk.event = event.timeStamp; }, true);

/** From the next event of a kind until isThere in a frame: desk.timed, in milliseconds. */
desk.arm = (kind, isThere) => {
  Object.assign(desk, { kind, event: 0 });
  desk.timed = desk.until(() => desk.event > 0 && isThere()).then(() => performance.now() - desk.event);
};
desk.until = (isThere) => new Promise((resolve) => {
  const look = () => (isThere() ? resolve() : requestAnimationFrame(look));
  look();
});
desk.box = () => document.querySelector('[role=search] input');
desk.isRight = (q) => desk.box()?.value === q && document.querySelector('table')?.getAttribute('aria-busy') === 'false'
  && document.querySelector('tbody a') !== null;
desk.type = (q) => {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(desk.box(), q);
  desk.box().dispatchEvent(new Event('input', { bubbles: true }));
};

/** Whether any line of what is on screen has no customer. */
desk.isBlank = () => {
  for (let y = 150; y < innerHeight - 20; y += 100) {
    const row = document.elementFromPoint(500, y)?.closest('tbody tr');
    if (!row?.querySelector('a')?.textContent || row.hasAttribute('data-waiting')) return true;
  }
  return false;
};
desk.record = () => {
  const frames = [];
  const note = () => {
    const now = performance.now();
    const y = scrollY;
    // Behind the frame's own drawing.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => frames.push({ at: now, y, isBlank: desk.isBlank() });
    port2.postMessage(0);
    desk.frame = requestAnimationFrame(note);
  };
  note();
  return frames;
};

/** So many frames in a row in time: nothing is going on. */
desk.calm = (frames) => {
  let [before, count] = [performance.now(), 0];
  return desk.until(() => {
    const now = performance.now();
    count = now - before < ${IN_TIME_MS} ? count + 1 : 0;
    before = now;
    return count > frames;
  });
};

const seek = () => {
  if (desk.row === 0 && document.querySelector('tbody a')) desk.row = performance.now();
  // The first rows may be there before there is a box to type in.
  if (desk.row === 0 || (window.soughtEmail && !desk.box())) return requestAnimationFrame(seek);
  if (!window.soughtEmail) return;
  // Whom the list brings last: found as soon as all are.
  desk.type(soughtEmail);
  const wait = () => {
    if (document.querySelector('tbody a[href^="/customers/' + soughtId + '"]')) desk.whole = performance.now();
    else requestAnimationFrame(wait);
  };
  requestAnimationFrame(wait);
};
requestAnimationFrame(seek);`;
