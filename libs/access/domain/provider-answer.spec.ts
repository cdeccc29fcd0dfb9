import { faultOf, mustAskAnew } from './provider-answer.js';

const NOW = 1_790_000_000;

describe('the answer of a provider', () => {
  it.each([0, 120, -120, 180, -180])('is believed from a clock that is %i s off', (off) => {
    expect(faultOf({ iat: NOW + off }, NOW)).toBeUndefined();
  });

  it.each([181, -181, 600, -86_400])('is not believed from a clock that is %i s off', (off) => {
    expect(faultOf({ iat: NOW + off }, NOW)).toBe('clock');
  });

  it.each([[['pwd']], [['pwd', 'kba']], [['kba']]])('is not believed after one factor: %j', (amr) => {
    expect(faultOf({ iat: NOW, amr }, NOW)).toBe('one_factor');
  });

  it.each([[undefined], [[]], [['pwd', 'otp']], [['mfa']], [['hwk']], [['pin']], [['pwd', 'mfa']]])(
    'is believed after %j',
    (amr) => {
      expect(faultOf({ iat: NOW, amr }, NOW)).toBeUndefined();
    },
  );
});

it('a provider asks anew who it is wherever another may sit there, and before an account is bound', () => {
  expect(mustAskAnew('sign_in', false)).toBe(false);
  expect(mustAskAnew('sign_in', true)).toBe(true);
  for (const purpose of ['join', 'bind', 'unlock'] as const) expect(mustAskAnew(purpose, false)).toBe(true);
});
