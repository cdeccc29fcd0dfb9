const SHOWN = Number(process.env.SHOWN ?? 5);

/** Says each check in one line, with the first few things that broke it. */
export class Report {
  passed = 0;
  failed = 0;
  figures = {};

  say(line = '') {
    process.stdout.write(`${line}\n`);
  }

  check(what, faults) {
    if (faults.length === 0) {
      this.passed++;
      this.say(`  pass  ${what}`);
      return;
    }
    this.failed++;
    this.say(`  FAIL  ${what}: ${faults.length}`);
    for (const fault of faults.slice(0, SHOWN)) this.say(`          ${fault}`);
  }

  note(figures) {
    Object.assign(this.figures, figures);
  }

  end() {
    this.say();
    this.say(`${this.passed} passed, ${this.failed} failed`);
    return this.failed === 0 ? 0 : 1;
  }
}
