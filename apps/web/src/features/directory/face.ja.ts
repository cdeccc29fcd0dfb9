import type { ContextFace } from '../../feature.ts';

/** What a board and the navigation say. */
export const face = {
  nav: { RegisterPatient: '患者を登録', AppointCoordinator: '調整役を置く', coordinators: '調整役の配置' },
  command: {
    RegisterPatient: '患者を登録する',
    AppointCoordinator: '調整役を置く',
    EndCoordinatorPost: '調整役の任を終える',
  },
  short: {},
  kind: {
    patient: '患者',
    user: '職員',
    organization: '機関',
    area_tree: '圏域',
    rule_set: 'ルール',
    coordinator_post: '調整役の配置',
  },
  step: {},
  state: {
    patient: { REGISTERED: '登録済み' },
    user: { REGISTERED: '登録済み' },
    organization: { REGISTERED: '登録済み' },
    area_tree: { LOADED: '取り込み済み', EMPTY: 'まだない' },
    rule_set: { ACTIVE: '有効', DEFAULT: '初期値のまま' },
    coordinator_post: { HELD: '在任', ENDED: '退任' },
  },
  level: {},
  detail: {},
  unit: {},
  codes: {},
} satisfies ContextFace;
