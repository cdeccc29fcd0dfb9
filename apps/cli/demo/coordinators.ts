import { areaId, coordinatorPostKind, type AppointCoordinator } from '#directory';
import { dateIn, plusDays, type Instant } from '#kernel';
import { deed, demoId, PREFECTURE, type Deed } from './deed.js';
import { actor, userId, type PersonName } from './people.js';

const FURANO = '012297';
const ASAHIKAWA = '012041';
const FURANO_AREA = areaId(PREFECTURE, 'home_care_area', '富良野');

type Post = readonly [
  by: PersonName,
  holder: PersonName,
  said: Pick<AppointCoordinator, 'kind' | 'fields' | 'level' | 'area'>,
  training?: 'trained',
];

/**
 * 調整役 of 富良野 and 旭川: enough that the grid has somebody, an overlap (two for home care in 富良野市) and gaps (nobody for
 * volunteers, or for dementia in most of the towns).
 */
const POSTS: readonly Post[] = [
  [
    'furanoBase',
    'furanoAssociation',
    { kind: 'medical_association', fields: ['home_care'], level: 'organization', area: FURANO_AREA },
  ],
  [
    'furanoBase',
    'furanoBase',
    { kind: 'medical_association', fields: ['home_care'], level: 'area', area: FURANO_AREA },
  ],
  [
    'furanoOfficer',
    'coordinator',
    { kind: 'home_care', fields: ['home_care'], level: 'case', area: FURANO },
    'trained',
  ],
  [
    'furanoOfficer',
    'coordinator2',
    { kind: 'home_care', fields: ['home_care', 'dental'], level: 'case', area: FURANO },
  ],
  [
    'furanoOfficer',
    'furanoOfficer',
    { kind: 'municipal', fields: ['community_care', 'life_support'], level: 'area', area: FURANO },
  ],
  ['furanoBase', 'kamifuranoCoordinator', { kind: 'dementia', fields: ['dementia'], level: 'case', area: '014605' }],
  ['furanoBase', 'nakafuranoCoordinator', { kind: 'rights', fields: ['rights'], level: 'case', area: FURANO_AREA }],
  [
    'furanoBase',
    'dischargeNurse',
    { kind: 'hospital_discharge', fields: ['discharge'], level: 'case', area: FURANO_AREA },
  ],
  [
    'asahikawaBase',
    'asahikawaCoordinator',
    { kind: 'chiiki_hokatsu', fields: ['dementia', 'community_care'], level: 'case', area: ASAHIKAWA },
  ],
  [
    'asahikawaBase',
    'asahikawaNurse',
    { kind: 'hospital_discharge', fields: ['discharge'], level: 'case', area: ASAHIKAWA },
  ],
];

/** 養成研修 over, two months before. */
const trainedOn = (at: Instant) => plusDays(dateIn(at), -60);

export const coordinatorPosts = (at: Instant): Deed[] =>
  POSTS.map(([by, holder, said, training], i) =>
    deed(
      at,
      actor(by),
      coordinatorPostKind,
      demoId(`coordinator post ${i + 1}`),
      {
        type: 'AppointCoordinator',
        user: userId(holder),
        ...said,
        ...(training && { trainedOn: trainedOn(at) }),
      },
      training ? [{ kind: 'coordinator_certificate', body: { certificate: '架空-第12号' } }] : [],
    ),
  );
