/** How a check can be reported. */
export const checkFormats = ['text', 'json', 'sarif', 'github', 'gitlab', 'junit', 'markdown'] as const;

/** One of them. */
export type CheckFormat = (typeof checkFormats)[number];
