import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { passwordText } from './password-strength.js';

/** OWASP's first choice for argon2id, which the library takes where none is named: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** Each costs 19 MiB and a processor: a flood of guesses waits in line instead of taking the machine. */
const AT_ONCE = 2;

/** Passwords, of which nothing but a hash (argon2id) is kept. */
@Injectable()
export class Passwords {
  private busy = 0;
  private readonly waiting: (() => void)[] = [];
  /** What is compared with where there is nobody: a sign-in name that nobody has takes as long as one with a wrong password. */
  private readonly nobody = this.hash('nobody has this password');

  hash(password: string): Promise<string> {
    return this.inLine(() => hash(passwordText(password), COST));
  }

  /** Whether it is the password of the hash; without a hash never, and just as slowly. */
  async matches(known: string | undefined, password: string): Promise<boolean> {
    const against = known ?? (await this.nobody);
    const same = await this.inLine(() => verify(against, passwordText(password)));
    return same && known !== undefined;
  }

  private async inLine<T>(work: () => Promise<T>): Promise<T> {
    if (this.busy >= AT_ONCE) await new Promise<void>((go) => this.waiting.push(go));
    else this.busy++;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.busy--;
    }
  }
}
