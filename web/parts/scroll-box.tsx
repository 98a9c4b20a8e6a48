import type { ComponentChildren } from 'preact';

/** A wide table scrolls in its own box, which its rows' links let the keyboard reach; never the page. */
export const ScrollBox = ({ children }: { children: ComponentChildren }) => (
  <div class="scroll-box">{children}</div>
);
