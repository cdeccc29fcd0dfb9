import { Injectable } from '@nestjs/common';

/** Which accounts a visitor of the demo region should try, and what for. Empty everywhere else. */
@Injectable()
export class DemoGuide {
  accounts: readonly { readonly userId: string; readonly hint: string }[] = [];
  /** Makes what the hint of an account says true just now; done when somebody signs in with it. */
  prepare: (userId: string) => Promise<void> = () => Promise.resolve();
}
