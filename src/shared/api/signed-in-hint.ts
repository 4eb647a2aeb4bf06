const KEY = 'studio-desk-signed-in';

/**
 * Whether somebody was signed in when this browser last heard. The session's cookie cannot be read by scripts; this
 * lets the first screen ask for its data at once, instead of waiting to hear that somebody is signed in. It says
 * nothing about who, and grants nothing.
 */
export function wasSignedIn(): boolean {
  try {
    return localStorage.getItem(KEY) !== null;
  } catch {
    return false;
  }
}

export function noteSignedIn(isSignedIn: boolean): void {
  try {
    if (isSignedIn) localStorage.setItem(KEY, 'yes');
    else localStorage.removeItem(KEY);
  } catch {
    // A browser that stores nothing waits a moment longer.
  }
}
