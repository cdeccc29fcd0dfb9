/** A terminal rewrites its line; a file gets one now and then. */
interface Out {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

const ON_TERMINAL_MS = 500;
const IN_FILE_MS = 10_000;
/** Takes back what stands in the line. */
const CLEAR = '\r\u001b[K';

const whole = (n: number): string => Math.round(n).toLocaleString('en');
const left = (seconds: number): string => (seconds < 90 ? `${whole(seconds)} s` : `${whole(seconds / 60)} min`);

/** How far a long task has come, on stderr: stdout is the command's own. What is over soon says nothing. */
export class Progress {
  private shown: number;

  constructor(
    private readonly out: Out = process.stderr,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.shown = now();
  }

  /** For a task whose whole is known: how much of it is done, at which rate, and how long it may still take. */
  counting(what: string, of: number, unit: string): (done: number) => void {
    const began = this.now();
    return (done) =>
      this.tell(() => {
        const rate = done / Math.max(0.001, (this.now() - began) / 1000);
        const rest = rate > 0 && done < of ? `, about ${left((of - done) / rate)} left` : '';
        return `${what}: ${whole(done)} of ${whole(of)} ${unit}, ${whole(rate)} a second${rest}`;
      });
  }

  /** The same for one thing after the other, each counted from its own beginning. */
  stages(unit: string): (what: string, done: number, of: number) => void {
    let current = '';
    let counted: (done: number) => void = () => undefined;
    return (what, done, of) => {
      if (what !== current) counted = this.counting(what, of, unit);
      current = what;
      counted(done);
    };
  }

  tell(line: () => string): void {
    const now = this.now();
    if (now - this.shown < (this.out.isTTY === true ? ON_TERMINAL_MS : IN_FILE_MS)) return;
    this.shown = now;
    this.out.write(this.out.isTTY === true ? CLEAR + line() : `${line()}\n`);
  }

  /** Before anything else is written: it would stand behind the line. */
  clear(): void {
    if (this.out.isTTY === true) this.out.write(CLEAR);
  }
}
