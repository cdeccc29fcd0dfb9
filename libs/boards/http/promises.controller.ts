import { commandController } from '#access';
import { PromiseObligation } from '#obligations';
import { IsInstant } from '#platform';

class PromiseObligationBody {
  /** Until when it will be done; the chain rests until then. */
  @IsInstant() readonly until!: string;
}

export const PromisesController = commandController('Obligations', [
  {
    command: 'PromiseObligation',
    path: 'obligations/:obligation/promises',
    body: PromiseObligationBody,
    asked: PromiseObligation,
    summary: '引き受けて、いつまでにするかを約束する',
  },
]);
