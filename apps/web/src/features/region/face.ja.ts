import type { ContextFace } from '../../feature.ts';

/** What a board and the navigation say. */
export const face = {
  nav: { set_up: '開設準備', people: '職員と招待', RegisterUser: '職員を登録' },
  command: { RegisterUser: '職員を登録する' },
  short: {},
  kind: {},
  step: {},
  state: {},
  level: {},
  detail: {},
  unit: {},
  codes: {},
} satisfies ContextFace;
