/** What of a text becomes a token of the index (目隠しの索引): one sort is never taken for another. */
export const nameToken = (beginning: string): string => `name:${beginning}`;

/** Each pair of characters, and each four digits, once. */
export const pairTokens = (grams: readonly number[]): string[] => [...new Set(grams)].map((gram) => `pair:${gram}`);
