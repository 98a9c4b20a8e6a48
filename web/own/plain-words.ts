import { fold } from '../fold.ts';

/** Text as names are looked up: no accent, no case, words parted by one space. */
export const words = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
