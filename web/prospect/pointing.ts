/** What lights a row wherever it is drawn: the pointer over it, or the keyboard inside it. */
export const pointing = (
  key: string,
  pointed: string | null,
  onPoint: (key: string | null) => void,
) => ({
  class: pointed === key ? 'pointed' : undefined,
  onPointerEnter: () => onPoint(key),
  onPointerLeave: () => onPoint(null),
  onFocusIn: () => onPoint(key),
  onFocusOut: () => onPoint(null),
});
