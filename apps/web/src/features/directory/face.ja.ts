import type { ContextFace } from '../../feature.ts';

/** What a board and the navigation say. */
export const face = {
  nav: {
    RegisterPatient: '患者を登録',
    AppointCoordinator: '調整役を置く',
    ArrangeDeskCover: '窓口の代行',
    coordinators: '調整役の配置',
    RegisterInstitution: '機関を登録',
    organizations: '機関の一覧',
    organization: '機関',
    patient: '本人の画面',
    rules: '圏域のルール',
    rule: 'ルール',
    read_log: '閲覧の記録',
  },
  command: {
    RegisterPatient: '患者を登録する',
    RegisterInstitution: '機関を登録する',
    AppointCoordinator: '調整役を置く',
    ArrangeDeskCover: '窓口の代行を頼む',
  },
  short: {},
  kind: {},
  step: {},
  state: {},
  level: {},
  detail: {},
  unit: {},
  codes: {},
} satisfies ContextFace;
