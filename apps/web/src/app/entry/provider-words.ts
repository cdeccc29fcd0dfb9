import type { Pair, Widened } from '../../i18n/dictionary.ts';
import { useWords } from '../../i18n/index.tsx';

/** What is said of the accounts that people have at their institutions. */
const ja = {
  title: '所属機関のアカウントで入る',
  help: '勤め先がつなぎとつないでいるときは、勤め先のアカウントで入れます。',
  code: '勤め先のメールアドレスか機関コード',
  codeHint: '@ より後ろだけを使います。機関コードは、勤め先で知らされたものです。',
  go: '所属機関の画面へ進む',
  going: '進んでいます…',
  failed: '所属機関の画面へ進めませんでした',
  back: {
    title: '所属機関から戻りました',
    checking: '確かめています…',
    failed: '所属機関のアカウントでは入れませんでした',
    again: 'サインインの画面へ',
    bound: '所属機関のアカウントを結び付けました',
    boundHelp: '次から、サインインの画面の「所属機関のアカウントで入る」で入れます。',
    own: '自分のサインインへ',
    unlocked: '画面のロックを解きました',
    unlockedHelp: 'このタブを閉じて、元の画面に戻ってください。',
    close: 'このタブを閉じる',
  },
  join: {
    title: '所属機関のアカウントで招待を受ける',
    help: (organization: string) =>
      `${organization}のアカウントで入れます。サインイン名・パスワード・認証アプリの設定は要りません。`,
    or: 'または、つなぎのサインインを新しく設定する',
  },
  lock: {
    help: '所属機関の画面が別のタブで開きます。書きかけのものは、ここに残ります。',
    submit: '所属機関のアカウントで続ける',
    open: '所属機関の画面を開く',
    waiting: '別のタブで確かめたら、この画面に戻ってください。',
  },
  over: {
    help: '所属機関のアカウントで入るときは、別のタブでサインインして、この画面に戻ってください。書きかけのものは、ここに残ります。',
    open: '別のタブでサインインする',
  },
  own: {
    title: '所属機関のアカウント',
    offered: (organization: string) => `${organization}のアカウントを結び付けると、次からそれで入れます。`,
    bound: (at: string) => `${at}に結び付けました。`,
    only: '入る方法はこれだけです。パスワードで入れるようにするには、管理者に再設定のリンクをもらってください。',
    bind: '結び付ける',
    unbind: '結び付けを外す',
    unbindHelp: '外すと、そのアカウントで入っている端末はサインアウトします。',
  },
};
type ProviderWords = Widened<typeof ja>;
const en: ProviderWords = {
  title: 'Sign in with the account of your institution',
  help: 'If your institution is connected with Tsunagi, you may use your account there.',
  code: 'E-mail address at work, or code of the institution',
  codeHint: 'Only what follows the @ is used. Your institution has told you its code.',
  go: 'Go to your institution',
  going: 'Going there…',
  failed: 'Your institution could not be reached',
  back: {
    title: 'Back from your institution',
    checking: 'Checking…',
    failed: 'You are not signed in by the account of your institution',
    again: 'To the sign-in page',
    bound: 'The account of your institution is bound',
    boundHelp: 'From now on you may choose “Sign in with the account of your institution”.',
    own: 'To your sign-in',
    unlocked: 'The screen is unlocked',
    unlockedHelp: 'Close this tab and go back to where you were.',
    close: 'Close this tab',
  },
  join: {
    title: 'Take it up with the account of your institution',
    help: (organization: string) =>
      `Use your account of ${organization}. No sign-in name, password or authenticator app has to be set up.`,
    or: 'Or set up a sign-in of Tsunagi',
  },
  lock: {
    help: 'Your institution opens in another tab. What you have typed stays here.',
    submit: 'Go on with the account of your institution',
    open: 'Open your institution',
    waiting: 'Come back to this page once you are through there.',
  },
  over: {
    help: 'With the account of your institution, sign in in another tab and come back here. What you have typed stays.',
    open: 'Sign in in another tab',
  },
  own: {
    title: 'Account of your institution',
    offered: (organization: string) => `Bind your account of ${organization}, and sign in with it from then on.`,
    bound: (at: string) => `Bound on ${at}.`,
    only: 'It is your only way in. For a password, ask an administrator for a link that sets it up.',
    bind: 'Bind',
    unbind: 'Unbind',
    unbindHelp: 'Devices that are signed in with that account are signed out.',
  },
};
const words: Pair<ProviderWords> = { ja, en };
export const useProviderWords = (): ProviderWords => useWords(words);
