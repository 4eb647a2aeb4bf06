/**
 * Runs one thing at a time: a call while the last one is under way does nothing. For buttons: a fast double click sends
 * its second click before the page has drawn that the first one is being worked on.
 */
export function singleFlight(): (run: () => Promise<unknown>) => void {
  let isUnderWay = false;
  return (run) => {
    if (isUnderWay) return;
    isUnderWay = true;
    const land = () => {
      isUnderWay = false;
    };
    run().then(land, land);
  };
}
