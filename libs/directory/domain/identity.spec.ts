import { isSamePerson, type Identity } from './identity.js';

const hanako: Identity = { name: '試験 花子', kana: 'シケン ハナコ', birthDate: '1940-03-01', sex: 'female' };

it.each([{}, { name: '試験花子' }, { name: '試験　花子' }, { kana: 'しけん はなこ' }, { kana: 'ｼｹﾝ ﾊﾅｺ' }])(
  'the same person is known however it was typed: %j',
  (typed) => {
    expect(isSamePerson(hanako, { ...hanako, ...typed })).toBe(true);
  },
);

it.each([{ name: '試験 華子' }, { kana: 'シケン ハナヨ' }, { birthDate: '1940-03-02' }, { sex: 'male' }])(
  'a twin and a namesake are other persons: %j',
  (other) => {
    expect(isSamePerson(hanako, { ...hanako, ...other })).toBe(false);
  },
);
