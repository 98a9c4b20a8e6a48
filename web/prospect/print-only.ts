/** Prints one part of the page alone: the sheet of style hides the others while it is named. */
export function printOnly(part: 'plan'): void {
  document.documentElement.dataset.print = part;
  window.addEventListener('afterprint', () => delete document.documentElement.dataset.print, {
    once: true,
  });
  window.print();
}
