import { commandController } from '#access';
import { PromiseObligation } from '#obligations';
import { PromiseObligationBody } from './promises.dto.js';

export const PromisesController = commandController('Obligations', [
  {
    command: 'PromiseObligation',
    path: 'obligations/:obligation/promises',
    body: PromiseObligationBody,
    asked: PromiseObligation,
    summary: '引き受けて、いつまでにするかを約束する',
  },
]);
