import type { Widened } from '../../i18n/dictionary.ts';
import { en as app } from '../../i18n/en.ts';
import type { ja } from './words.ja.ts';

export const en = {
  nav: { set_up: 'Set-up', people: 'People', RegisterUser: 'Register staff' },
  command: { RegisterUser: 'Register staff' },
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
  field: { name: 'Name', organization: 'Works at', role: 'Role', ward: 'Ward' },
  hint: {
    name: 'As it is usually written; it is kept exactly so.',
    role: 'What somebody may do and see follows from the role and the institution.',
    ward: 'Of a hospital: the ward as its admissions name it.',
  },
  codes: { role: app.role },
} satisfies Widened<typeof ja>;
