import type { Pair, Widened } from '../../../i18n/dictionary.ts';
import { useWords } from '../../../i18n/index.tsx';
import { words, type Words } from '../words.ts';

/** What the pages of the set-up say beside the words of the feature: nobody else fetches it. */
const ja = {
  setUp: {
    intro:
      '地域をつなぎで使い始めるまでにすることです。上から順に進めると迷いません。途中でやめても、続きから始められます。',
    state: { done: '済み', begun: '途中', todo: 'これから' },
    left: (n: number) => (n === 0 ? '必要なものは、すべてそろっています。' : `あと${n}つです。`),
    areas: {
      title: '圏域を読み込む',
      help: '市町村・在宅医療圏・二次医療圏・三次医療圏の一覧です。相談窓口や会議体の受け持ちは、これで決まります。',
      have: (municipalities: number, areas: number) => `市町村 ${municipalities}・在宅医療圏 ${areas}`,
      lack: 'まだ読み込んでいません。',
    },
    organizations: {
      title: '機関を登録する',
      help: '病院・診療所・訪問看護・ケアマネ事業所・包括・保健所、相談窓口と拠点も、ここで登録します。',
      have: (n: number) => `${n}か所`,
      lack: 'まだ、あなたの機関だけです。',
    },
    desks: {
      title: '相談窓口と拠点を決める',
      help: '住民の市町村ごとに、相談と見守りを受け持つ窓口（なければ拠点）が要ります。拠点は所在の在宅医療圏を受け持ちます。ほかの市町村も受け持つ窓口は、その機関を開き、「機関の情報を変える」で選びます。',
      have: (n: number) => `窓口 ${n}か所`,
      lack: (n: number, names: string) =>
        `窓口も拠点もない市町村が${n}あります（${names}）。そこで起きたことは、だれにも届きません。`,
      more: 'ほか',
      none: '圏域を読み込むと、どの市町村に要るかが分かります。',
    },
    people: {
      title: '職員を登録する',
      help: '一人ずつか、名簿のファイルから登録します。',
      have: (n: number) => `${n}人`,
      lack: 'まだ、あなただけです。',
    },
    invitations: {
      title: '職員を招待する',
      help: '登録した人に、サインインを設定するリンク（二次元コード）を渡します。',
      have: (signing: number, people: number) => `${people}人中${signing}人がサインインできます`,
      waiting: (n: number) => `招待中 ${n}人`,
      lack: 'サインインできるのは、あなただけです。',
    },
    administrator: {
      title: '管理者をもう一人決める',
      help: '一人きりの管理者が端末を失くすと、だれも再設定できません。役割に「管理者」を選んで登録し、招待します。',
      have: (n: number) => `管理者 ${n}人`,
      lack: 'サインインできる管理者は、一人だけです。招待した人が設定を終えると、済みになります。',
    },
    patients: {
      title: '患者を登録する',
      help: '今支援している人からで十分です。新しい人は、入院や相談のときに登録できます。',
      have: (n: number) => `${n}人`,
      lack: 'まだ登録されていません。',
    },
    councils: {
      title: '会議体を登録する',
      help: '課題を受け持つ協議会・部会です。受け持つ圏域・事務局・座長を決め、委員の団体を任じます。',
      have: (n: number) => `${n}`,
      lack: 'まだ登録されていません。課題は集まりますが、かける会議がありません。',
    },
    rules: {
      title: '圏域のルールを確かめる',
      help: '催促や引き上げの期限は、はじめは既定の値です。出どころを確かめ、会議で合意した値に替えられます。',
      open: 'ルールを見る',
      have: (n: number) => `この地域で決めたもの ${n}`,
      lack: '既定の値のまま使えます。',
    },
    channels: {
      title: '連絡手段を確かめる',
      help: 'お知らせは、画面のほかにメールやプッシュ通知でも届きます。連絡先は、一人ひとりが「通知の受け取り方」で登録します。まず自分のものを登録して、届くか試してください。',
      have: (n: number) => `画面のほかでも受け取れる人 ${n}人`,
      lack: '画面のほかで受け取れる人は、まだいません。',
      open: '通知の受け取り方を開く',
      noMail: 'メールはまだ送れません。設置した人に、送信サーバー（SMTP_URL）の設定を頼んでください。',
    },
    ways: {
      file: 'ファイルから取り込む',
      one: '一つずつ登録する',
      person: '一人ずつ登録する',
      list: '一覧を見る',
    },
    optional: '任意',
  },
  people: {
    intro:
      '登録した職員と、サインインの状態です。招待のリンクは、本人に直接渡してください。リンクは一度だけ、7日間使えます。',
    search: '氏名・機関でさがす',
    show: '状態',
    all: 'すべて',
    state: { none: '未招待', invited: '招待中', expired: '招待の期限切れ', active: 'サインイン済み' },
    until: (at: string) => `${at}まで`,
    last: (at: string) => `最後：${at}`,
    invite: '招待する',
    again: '新しいリンクを出す',
    reset: 'サインインを再設定する',
    inviteOf: (name: string) => `${name}さんを招待する`,
    againOf: (name: string) => `${name}さんに新しいリンクを出す`,
    resetOf: (name: string) => `${name}さんのサインインを再設定する`,
    withdraw: '招待を取り消す',
    withdrawOf: (name: string) => `${name}さんの招待を取り消す`,
    inviteAll: (n: number) => `下に出ている未招待の${n}人をまとめて招待する`,
    againAll: (n: number) => `下に出ている${n}人に、新しいリンクをまとめて出す`,
    inviting: (done: number, all: number) => `招待しています（${done} / ${all}）`,
    print: '招待状を印刷する',
    close: '閉じる',
    count: (n: number) => `${n}人`,
    none: '当てはまる人はいません',
    letter: 'つなぎ 招待状',
    resetLetter: 'つなぎ サインインの再設定',
    letterHelp:
      'スマートフォンで二次元コードを読み取り、サインイン名・パスワードを決め、認証アプリに登録してください。3分ほどです。',
    resetHelp: '読み取って、新しいパスワードと認証アプリを設定してください。それまでのサインインは、すべて終わります。',
    picture: (name: string) => `${name}さんの招待の二次元コード`,
    copy: 'リンクをコピー',
    copied: 'コピーしました',
    onlyHere: 'このリンクは、このパソコンでしか開けません。',
    onlyHereHelp:
      'リンクの住所が、このパソコン自身（127.0.0.1など）になっています。ほかのパソコンやスマートフォンから開けるように、設置した人に公開する住所（PUBLIC_URLとHOST）の設定を頼み、それから招待し直してください。',
    fromFile: '名簿のファイルから登録する',
    shownOnce:
      'このリンクは、この画面を離れると表示できません。なくしたときは、状態を「招待中」に絞り、新しいリンクを出してください。',
    failed: '招待できませんでした',
    byProvider: '所属機関のアカウントで入れます',
    unbind: '所属機関のアカウントの結び付けを外す',
    unbindFailed: '外せませんでした',
    withdrawn: '招待を取り消しました。',
    more: 'ほかの操作',
    moreOf: (name: string) => `${name}さんのほかの操作`,
    saved: '記録しました。',
    leavingHelp:
      '仕事が残っていると記録できません。残っているものが示されたら、それぞれの画面で引き継いでから、もう一度記録してください。',
    withdrawHelp:
      'まだ何もしていない人だけ、登録を取り消せます。働いていた人は「退職・転出を記録する」を使ってください。',
    changeHelp: '変えるところだけを書いてください。空の欄は変わりません。',
    registered: '職員を登録しました。招待すると、サインインできるようになります。',
  },
};

const en: Widened<typeof ja> = {
  setUp: {
    intro:
      'What there is to do until your region works with Tsunagi. Go from top to bottom; you can stop and go on at any time.',
    state: { done: 'Done', begun: 'Begun', todo: 'To do' },
    left: (n: number) => (n === 0 ? 'Everything that is needed is there.' : `${n} left.`),
    areas: {
      title: 'Import the areas',
      help: 'Municipalities, home-care areas, secondary and tertiary areas. Who serves what follows from them.',
      have: (municipalities: number, areas: number) => `${municipalities} municipalities, ${areas} home-care areas`,
      lack: 'None imported yet.',
    },
    organizations: {
      title: 'Register institutions',
      help: 'Hospitals, clinics, nursing stations, care-management offices, support and health centers, and help desks and bases too.',
      have: (n: number) => `${n} institutions`,
      lack: 'Yours is the only one.',
    },
    desks: {
      title: 'Name help desks and bases',
      help: 'Each municipality needs a desk (or a base) that takes consultations and watches over what is owed. A base serves the home-care area in which it stands. For a desk that serves other municipalities too, open it and choose them under “Change its details”.',
      have: (n: number) => `${n} desks`,
      lack: (n: number, names: string) =>
        `${n} municipalities have neither desk nor base (${names}): what happens there reaches nobody.`,
      more: 'others',
      none: 'Once the areas are imported it says which municipalities need one.',
    },
    people: {
      title: 'Register people',
      help: 'One by one, or from a file.',
      have: (n: number) => `${n} people`,
      lack: 'You are the only one.',
    },
    invitations: {
      title: 'Invite people',
      help: 'Give each a link (a code for the camera) with which they set up their sign-in.',
      have: (signing: number, people: number) => `${signing} of ${people} can sign in`,
      waiting: (n: number) => `${n} invited`,
      lack: 'Only you can sign in.',
    },
    administrator: {
      title: 'Name a second administrator',
      help: 'If the only administrator loses the telephone, nobody can help. Register one with the role “Administrator”, and invite them.',
      have: (n: number) => `${n} administrators`,
      lack: 'Only one can sign in. It is done when whoever you invited has set up the sign-in.',
    },
    patients: {
      title: 'Register patients',
      help: 'Those whom you support now are enough. Others can be registered at admission or in a consultation.',
      have: (n: number) => `${n} patients`,
      lack: 'None yet.',
    },
    councils: {
      title: 'Register councils',
      help: 'The bodies that take up issues: their areas, secretariat, chairs and members.',
      have: (n: number) => `${n}`,
      lack: 'None yet: issues are gathered, and no meeting takes them up.',
    },
    rules: {
      title: 'Look at the rules of time',
      help: 'Reminders and escalations begin with default numbers, and can be set to what a meeting has agreed.',
      open: 'Look at the rules',
      have: (n: number) => `${n} set for this region`,
      lack: 'The defaults are in force.',
    },
    channels: {
      title: 'Try how people are reached',
      help: 'What there is to say also goes out by mail or push. Everybody adds contacts of their own under “How you are told”. Add yours first, and try it.',
      have: (n: number) => `${n} people are reached beside the screen`,
      lack: 'Nobody is reached beside the screen yet.',
      open: 'How you are told',
      noMail: 'Mail cannot be sent yet: ask whoever installed Tsunagi to set its mail server (SMTP_URL).',
    },
    ways: {
      file: 'Import from a file',
      one: 'Register one by one',
      person: 'Register people one by one',
      list: 'Look at the list',
    },
    optional: 'optional',
  },
  people: {
    intro:
      'Everybody who is registered, and whether they can sign in. Give each link to its person; it is good once, for 7 days.',
    search: 'Search by name or institution',
    show: 'State',
    all: 'All',
    state: { none: 'Not invited', invited: 'Invited', expired: 'Invitation too old', active: 'Signs in' },
    until: (at: string) => `until ${at}`,
    last: (at: string) => `last ${at}`,
    invite: 'Invite',
    again: 'Make a new link',
    reset: 'Set up sign-in anew',
    inviteOf: (name: string) => `Invite ${name}`,
    againOf: (name: string) => `Make a new link for ${name}`,
    resetOf: (name: string) => `Set up the sign-in of ${name} anew`,
    withdraw: 'Withdraw the invitation',
    withdrawOf: (name: string) => `Withdraw the invitation of ${name}`,
    inviteAll: (n: number) => `Invite all ${n} below who have not been`,
    againAll: (n: number) => `Make new links for all ${n} below`,
    inviting: (done: number, all: number) => `Inviting (${done} / ${all})`,
    print: 'Print the invitations',
    close: 'Close',
    count: (n: number) => `${n} people`,
    none: 'Nobody fits',
    letter: 'Your invitation to Tsunagi',
    resetLetter: 'Tsunagi: set up your sign-in anew',
    letterHelp:
      'Scan the code with your phone, choose a name and a password, and add it to your authenticator app. It takes three minutes.',
    resetHelp: 'Scan it and set a new password and app. Whatever was signed in before is ended then.',
    picture: (name: string) => `Code of the invitation for ${name}`,
    copy: 'Copy the link',
    copied: 'Copied',
    onlyHere: 'These links open on this computer only.',
    onlyHereHelp:
      'Their address is that of this computer itself (such as 127.0.0.1). Ask whoever installed Tsunagi to set its public address (PUBLIC_URL and HOST), so that other computers and telephones reach it, and invite again.',
    fromFile: 'Register from a file',
    shownOnce:
      'Once you leave this page the link cannot be shown again. If they are lost, show those who are invited and make new ones.',
    failed: 'The invitation could not be made',
    byProvider: 'May use the account of the institution',
    unbind: 'Unbind the account of the institution',
    unbindFailed: 'It could not be unbound',
    withdrawn: 'The invitation has been withdrawn.',
    more: 'More',
    moreOf: (name: string) => `More for ${name}`,
    saved: 'Recorded.',
    leavingHelp:
      'It cannot be recorded while work is left. Hand over what is named on its own page, and record it again.',
    withdrawHelp: 'Only of somebody who has done nothing yet. For whoever has worked, record the leaving.',
    changeHelp: 'Write only what changes. What is left empty stays.',
    registered: 'Registered. Invite them, and they can sign in.',
  },
};

const pageWords: Pair<Widened<typeof ja>> = { ja, en };
export type RegionWords = Words & Widened<typeof ja>;
export const useRegionWords = (): RegionWords => ({ ...useWords(words), ...useWords(pageWords) });
