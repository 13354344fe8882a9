/** How a value was come by: `stated` stands in the quote; the others name the rule that derived it. */
export type Basis = 'stated' | 'from the name' | 'from the publication date' | 'from the series list' | 'inferred';
