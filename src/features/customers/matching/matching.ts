import { explain } from './explain.ts';
import { findPeople } from './find-people.ts';
import { countLeft, lookUpList } from './look-up-list.ts';
import { soundsOf } from './sounds.ts';

/** All that a search takes, fetched as one file: the list itself is shown without it. */
export const matching = { countLeft, explain, findPeople, lookUpList, soundsOf };
