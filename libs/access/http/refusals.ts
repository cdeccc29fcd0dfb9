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

export const withoutPost = (): HttpException =>
  refusal(
    403,
    'no_post',
    'この方の所属はすべて終わっています。勤め先の管理者に、新しい招待をもらってください。',
    'All your posts have ended. Ask the administrator of your institution for a new invitation.',
  );

/** 結び付いていない: whoever has proven himself at his institution is nobody here yet. An equal address makes nobody of him. */
export const notBound = (): HttpException =>
  refusal(
    403,
    'provider_not_bound',
    '所属機関の確認はできましたが、そのアカウントは、つなぎのサインインに結び付いていません。つなぎのサインインをお持ちなら、サインイン名とパスワードで入り、「自分のサインイン」で結び付けてください。お持ちでなければ、管理者に招待をもらい、その招待から所属機関のアカウントで入ってください。',
    'Your institution knows you, but that account is bound to no sign-in here. If you have one, sign in with your name and password and bind the account under “Your sign-in”. If not, ask an administrator for an invitation and take it up with that account.',
  );

/** One text for a passkey that nobody has, for a signature that is wrong and for one that is spent. */
export const notByPasskey = (): HttpException =>
  refusal(
    401,
    'wrong_passkey',
    'このパスキーではサインインできません（登録されていないか、外されたか、時間が経ちすぎました）。もう一度試すか、サインイン名とパスワードで入ってください。',
    'You are not signed in by this passkey: it is not known, was removed, or took too long. Try again, or use your name and password.',
  );

/** 他機関の所属: the account of one institution says nothing about posts at another. */
export const postElsewhere = (): HttpException =>
  refusal(
    403,
    'post_elsewhere',
    '所属機関のアカウントで入ったときは、その機関の所属でだけ働けます。ほかの所属で働くときは、つなぎのサインイン名とパスワードで入り直してください。',
    'Signed in by the account of an institution you work in posts of that institution. For another post sign in with your Tsunagi name and password.',
  );

/** 最後の入り方: without it nobody could come in. */
export const onlyWayIn = (): HttpException =>
  refusal(
    409,
    'only_way_in',
    'ほかに入る方法がないため、ここでは外せません。管理者に再設定のリンクをもらい、パスワードと6桁のコードを設定してください。その時に結び付けも外れます。',
    'It is your only way in. Ask an administrator for a link that sets up a password and codes; the account is unbound then.',
  );
