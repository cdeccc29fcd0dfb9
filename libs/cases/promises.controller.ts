import { commandController } from './command-routes.js';
import { Promises } from './promise.js';
import { PromiseObligationBody } from './promises.dto.js';

export const PromisesController = commandController(
  'Obligations',
  [
    {
      command: 'PromiseObligation',
      path: 'obligations/:obligation/promises',
      body: PromiseObligationBody,
      summary: '引き受けて、いつまでにするかを約束する',
    },
  ],
  Promises,
  (promises, ask) => promises.execute(ask),
);
