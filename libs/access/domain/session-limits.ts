/** [D] How long a session lasts whatever is done (G20): a day's or a night's shift. */
export const ABSOLUTE_HOURS = 12;
/** [D] After so many minutes without a hand on it the screen is locked (シ14, clear screen); what was typed stays. */
export const IDLE_MINUTES = 15;
/** [D] The same on a computer that several people use (共用PC). */
export const IDLE_MINUTES_SHARED = 5;
export const idleMinutes = ({ shared }: { readonly shared: boolean }): number =>
  shared ? IDLE_MINUTES_SHARED : IDLE_MINUTES;
/** [D] How long an invitation (招待) can be taken up. */
export const INVITATION_HOURS = 24 * 7;
/** [D] How long the link of the first administrator, or one that sets up a sign-in anew, is good. */
export const RESET_HOURS = 24;
