import { Injectable } from '@nestjs/common';

/** Which accounts a visitor of the demo region should try, and what for. Empty everywhere else. */
@Injectable()
export class DemoGuide {
  accounts: readonly { readonly userId: string; readonly hint: string }[] = [];
}
