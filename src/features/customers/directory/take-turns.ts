/** So long a search may have to wait for other work. */
const TURN_MS = 4;
/** After a question other work stands aside for so long: the next key is about to come. */
export const TYPING_MS = 200;
/** And after rows were asked for: the page scrolls, and asks only every hundred rows. */
export const SCROLLING_MS = 1_000;

/** Lets messages that have arrived have their turn. A timer would wait four milliseconds each time. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}

/** Work that no user waits for, such as finding duplicates: it goes on between the questions of users who type or scroll. */
export class Background {
  #quietUntil = -Infinity;

  /** A user waits for an answer, and is likely to ask again within so long. */
  standAside(ms: number): void {
    this.#quietUntil = Math.max(this.#quietUntil, performance.now() + ms);
  }

  /** Lets others have their turn, and goes on once no question has come for a while. */
  async turn(): Promise<void> {
    await nextTurn();
    for (;;) {
      const restMs = this.#quietUntil - performance.now();
      if (restMs <= 0) return;
      await new Promise((resolve) => {
        setTimeout(resolve, restMs);
      });
    }
  }

  /** Does all the steps, and lets others have their turn in between. */
  async run<Result>(steps: Iterator<void, Result>): Promise<Result> {
    let began = performance.now();
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (performance.now() - began < TURN_MS) continue;
      await this.turn();
      began = performance.now();
    }
  }
}
