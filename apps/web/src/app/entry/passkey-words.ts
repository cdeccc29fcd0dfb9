import type { Pair, Widened } from '../../i18n/dictionary.ts';
import { useWords } from '../../i18n/index.tsx';

/** What is said of passkeys. */
const ja = {
  signIn: 'パスキーで入る',
  signInHelp: '登録した端末の指紋・顔・暗証番号で入れます。サインイン名・パスワード・6桁のコードは要りません。',
  busy: '端末に確かめています…',
  failed: 'サインインできませんでした',
  canceled: '端末での確認が取り消されたか、この端末には使えるパスキーがありません。',
  own: {
    title: 'パスキー',
    help: 'パスキーを登録すると、パスワードと6桁のコードの代わりに、端末の指紋・顔・暗証番号で入れます。共用のパソコンには登録しないでください。',
    none: 'まだ登録されていません。',
    added: (at: string) => `登録：${at}`,
    used: (at: string) => `最後に使った時：${at}`,
    unused: 'まだ使っていません',
    name: 'パスキーの名前',
    nameHint: '端末が分かる名前。例：私のiPhone',
    password: '今のパスワード',
    add: 'この端末にパスキーを登録する',
    done: 'パスキーを登録しました',
    change: (name: string) => `${name}の名前を変える・外す`,
    more: '変える・外す',
    save: '名前を変える',
    remove: '外す',
    without: 'このブラウザーでは、パスキーを登録できません。',
    failed: 'パスキーを登録できませんでした',
  },
};
type PasskeyWords = Widened<typeof ja>;
const en: PasskeyWords = {
  signIn: 'Sign in with a passkey',
  signInHelp: 'With the finger, face or PIN of a device that you have added. No name, password or code is needed.',
  busy: 'Asking your device…',
  failed: 'You are not signed in',
  canceled: 'It was canceled on the device, or there is no passkey for Tsunagi on it.',
  own: {
    title: 'Passkeys',
    help: 'With a passkey you sign in by the finger, face or PIN of your device instead of password and code. Add none on a shared computer.',
    none: 'There are none yet.',
    added: (at: string) => `Added ${at}`,
    used: (at: string) => `Last used ${at}`,
    unused: 'Not used yet',
    name: 'Name of the passkey',
    nameHint: 'By which you know the device, such as My iPhone',
    password: 'Present password',
    add: 'Add a passkey on this device',
    done: 'The passkey has been added',
    change: (name: string) => `Rename or remove ${name}`,
    more: 'Rename or remove',
    save: 'Rename',
    remove: 'Remove',
    without: 'This browser cannot add passkeys.',
    failed: 'The passkey could not be added',
  },
};
const words: Pair<PasskeyWords> = { ja, en };
export const usePasskeyWords = (): PasskeyWords => useWords(words);
