import type { HttpException } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { refusal } from '#platform';

/** One text for a name that nobody has, a wrong password and a wrong code: which it was helps only who guesses. */
export const notIn = (): HttpException =>
  refusal(
    401,
    'wrong_sign_in',
    'サインインできません。サインイン名・パスワード・6桁のコードのどれかが違います。コードは今表示されているものを入力してください。',
    'You are not signed in: the name, the password or the six-digit code is wrong. Type the code that is shown now.',
  );

export const tooSoon = (seconds: number, reply: FastifyReply): HttpException => {
  void reply.header('retry-after', String(seconds));
  const [ja, en] =
    seconds < 60
      ? [`${seconds}秒`, `${seconds} seconds`]
      : [`${Math.ceil(seconds / 60)}分`, `${Math.ceil(seconds / 60)} minutes`];
  return refusal(
    429,
    'too_many_attempts',
    `続けて間違えたため、${ja}後にもう一度試してください。急ぐときは、管理者に再設定のリンクをもらえます。`,
    `Too many wrong attempts: try again in ${en}. In a hurry, ask an administrator for a link to set up your sign-in anew.`,
  );
};
