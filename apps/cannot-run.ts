/** What keeps a command or a process from being run: one clear line in both languages, and nothing half-done. */
export class CannotRun extends Error {
  constructor(ja: string, en?: string) {
    super(en === undefined ? ja : `${ja} / ${en}`);
  }
}
