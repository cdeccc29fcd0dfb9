/** Names by which a computer calls itself: to a telephone they mean the telephone. */
const OF_THIS_COMPUTER: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a link opens on the computer that made it, and nowhere else. */
export const isOfThisComputer = (link: string): boolean => OF_THIS_COMPUTER.has(new URL(link).hostname);

/** Where people open a link: the address that the operator made public, else that by which this browser came here. */
export const publicOrigin = (said: string, ours: string): string => (isOfThisComputer(said) ? ours : said);
