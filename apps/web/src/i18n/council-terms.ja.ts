/** What councils decide and find, as whoever hears of it from another context reads it too. */
export const councilTerms = {
  decision: {
    adopt_measure: '対応を決めた',
    continue_next: '次回も審議する',
    escalate: '上位の会議へ上げる',
    forward_other_body: 'ほかの会議へ回す',
    inform_only: '情報共有にとどめる',
    rule_change: 'ルールを改める',
    plan_reflect: '計画に反映する',
    reject: '取り上げない',
  },
  effect: { effective: '効果あり', partly: '一部効果あり', ineffective: '効果なし', unknown: '分からない' },
};
