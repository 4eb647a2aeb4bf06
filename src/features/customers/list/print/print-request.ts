/** Prints the list; set while there is one that is ready to. */
let print: (() => void) | undefined;

export function setPrinter(next: (() => void) | undefined): void {
  print = next;
}

/** All who are found, or who are ticked, on paper. */
export function requestPrint(): void {
  print?.();
}
