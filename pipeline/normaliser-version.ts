/** Raised whenever the same files would give another warehouse: an unchanged source is then read again. */
export const normaliserVersion = '4';
