import type { Widened } from './dictionary.ts';
import type { coordinationTerms as ja } from './coordination-terms.ja.ts';

export const coordinationTerms = {
  field: {
    home_care: 'Home medical and long-term care',
    dementia: 'Dementia',
    life_support: 'Support in daily life',
    community_care: 'Community care conference',
    rights: 'Rights and guardianship',
    volunteer: 'Volunteers',
    dental: 'Dental and oral care',
    discharge: 'Admission and discharge',
  },
  level: { case: 'One person’s support', organization: 'Between institutions', area: 'The area as a whole' },
  kind: {
    medical_association: 'Coordinator at the medical association',
    dementia: 'Dementia promoter',
    life_support: 'Life-support coordinator',
    municipal: 'Municipal staff',
    chiiki_hokatsu: 'Staff of a community support center',
    rights: 'Staff of a rights support center',
    volunteer: 'Staff of a volunteer center',
    home_care: 'Home-care coordinator',
    dental: 'Dental coordinator',
    hospital_outpatient_nurse: 'Home-care support nurse (outpatient)',
    hospital_discharge: 'Discharge nurse or social worker',
    family_doctor: 'Family-doctor function coordinator',
  },
} satisfies Widened<typeof ja>;
