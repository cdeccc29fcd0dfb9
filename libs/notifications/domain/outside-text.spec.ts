import fc from 'fast-check';
import { NOTICE_CLASSES } from './notice-class.js';
import { outsideText } from './outside-text.js';

const LINK = 'https://tsunagi.example.jp/messages';

it('is of fixed words, a link and who sent it: whatever an institution is called, it stays on one line', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...NOTICE_CLASSES, 'verification' as const),
      fc.boolean(),
      fc.string({ unit: 'binary', maxLength: 200 }),
      (of, several, organization) => {
        const plain = outsideText({ class: of, several, organization: undefined, link: LINK });
        const { subject, body } = outsideText({ class: of, several, organization, link: LINK });
        expect(subject).toBe(plain.subject);
        const added = body.split('\n').filter((line) => !plain.body.split('\n').includes(line));
        expect(added.length).toBeLessThanOrEqual(1);
        for (const line of added) expect(line).toMatch(/^送信元：/);
        // eslint-disable-next-line no-control-regex
        expect(body.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
      },
    ),
  );
});

it('says that an emergency is one, also among others', () => {
  expect(outsideText({ class: 'emergency', several: true, organization: undefined, link: LINK }).subject).toContain(
    '緊急',
  );
});
