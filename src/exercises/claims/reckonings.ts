/** Sources of patterns for whose a figure is: "Ukraine's count", "the Swedish army's estimate". */
export const reckoning = '(?:own\\s)?(?:count|estimates?|reckoning|figures|tally|assessment|calculations?|numbers)';
export const reckoner = '(?:the\\s)?\\p{Lu}[\\p{L}.-]*(?:\\s(?!(?:by|in|on|of|at|from|to)\\b)[\\p{L}.-]+){0,4}?';
