import type { Widened } from '../../i18n/dictionary.ts';
import { en as app } from '../../i18n/en.ts';
import type { ja } from './words.ja.ts';

export const en = {
  nav: { set_up: 'Set-up', people: 'People', RegisterUser: 'Register staff' },
  command: {
    RegisterUser: 'Register staff',
    ChangeUser: 'Change what is known',
    RecordUserLeaving: 'Record the leaving',
    WithdrawUserRegistration: 'Withdraw a mistaken registration',
  },
  short: {},
  kind: {},
  step: {},
  state: {},
  level: {},
  detail: {},
  unit: {},
  event: {},
  template: {},
  record: {},
  field: {
    name: 'Name',
    organization: 'Works at',
    role: 'Role',
    ward: 'Ward',
    withoutWard: 'Of no ward any more',
    on: 'Last day of work',
    handOverTo: 'Care manager who takes over',
  },
  hint: {
    name: 'As it is usually written; it is kept exactly so.',
    role: 'What somebody may do and see follows from the role and the institution.',
    on: 'Left empty: today. After it the person cannot sign in.',
    handOverTo:
      'Persons and handovers to be received pass to whoever takes over. If other work is left, it is named and nothing is recorded.',
    ward: 'Of a hospital: the ward as its admissions name it.',
  },
  codes: { role: app.role },
} satisfies Widened<typeof ja>;
