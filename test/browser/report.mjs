/** One line per check, and the sum. */
export class Report {
  #passed = 0;
  #failed = 0;

  check(name, holds, found = '') {
    if (holds) this.#passed += 1;
    else this.#failed += 1;
    process.stdout.write(`${holds ? 'ok  ' : 'FAIL'} ${name}${!holds && found !== '' ? `: ${found}` : ''}\n`);
  }

  /** The exit code. */
  end() {
    process.stdout.write(`${this.#passed} passed, ${this.#failed} failed\n`);
    return this.#failed === 0 ? 0 : 1;
  }
}
