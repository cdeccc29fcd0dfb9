/** What councils decide and find, as whoever hears of it from another context reads it too. */
export const councilTerms = {
  decision: {
    adopt_measure: 'Adopted a measure',
    continue_next: 'Continue next time',
    escalate: 'Raise to the upper council',
    forward_other_body: 'Forward to another body',
    inform_only: 'For information only',
    rule_change: 'Change the rule',
    plan_reflect: 'Reflect in the plan',
    reject: 'Reject',
  },
  effect: { effective: 'Effective', partly: 'Partly effective', ineffective: 'Ineffective', unknown: 'Unknown' },
};
