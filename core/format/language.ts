/** Languages of the interface: French first. */
export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];
