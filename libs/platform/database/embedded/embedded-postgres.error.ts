/** The server of this computer cannot be had. The message is one line for the person at the terminal: what, why, what to do. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}
