import { defineCase, entriesOf, type CommandIn, type Grants } from '#cases';
import { CouncilLookUps } from './commands/council.look-ups.js';
import type { CouncilEvent } from './domain/council.events.js';
import { appoint, council, endMembership, establish, revise, type Council } from './domain/council.js';
import * as dto from './http/councils.dto.js';

const { begins, asked } = entriesOf<Council | null, CouncilEvent, CouncilLookUps>();

/** Whoever runs it: its secretariat and chairs, officers of its areas, and at the top the prefecture wherever it sits. */
const KEEPERS: Grants = {
  secretariat: 'council_work',
  chair: 'membership',
  area: 'council_work',
  prefecture: 'prefecture_work',
  everyone: 'administration',
};

const commands = {
  EstablishCouncil: begins({
    route: { path: 'councils', body: dto.EstablishCouncilBody, summary: '会議体を置く' },
    may: { anyone: ['council_work', 'prefecture_work', 'administration'] },
    find: (look, said, state, ask, now) => look.constituting(said, state, ask, now),
    decide: establish,
  }),
  ReviseCouncil: asked({
    route: { path: 'councils/:council/revisions', body: dto.ReviseCouncilBody, summary: '会議体の構成を改める' },
    may: KEEPERS,
    find: (look, said, state, ask, now) => look.constituting(said, state, ask, now),
    decide: revise,
  }),
  AppointCouncilMember: asked({
    route: { path: 'councils/:council/members', body: dto.CouncilMemberBody, summary: '委員となる団体を加える' },
    may: KEEPERS,
    find: (look, said, _state, ask) => look.appointing(said, ask),
    decide: appoint,
  }),
  EndMembership: asked({
    route: {
      path: 'councils/:council/membership-endings',
      body: dto.CouncilMemberBody,
      summary: '団体の委員を終える',
    },
    may: KEEPERS,
    from: ({ members }) => members.length > 0,
    decide: endMembership,
  }),
};

export type CouncilCommand = CommandIn<typeof commands>;

/** 協議会: who meets about which areas (model.md 2.7). */
export const councilKind = defineCase({
  ...council,
  // Every item that is drafted asks which council it goes to.
  reference: true,
  tag: 'Councils',
  states: ['ESTABLISHED'],
  commands,
  events: {
    CouncilEstablished: { version: 1 },
    CouncilRevised: { version: 1 },
    CouncilMemberAppointed: { version: 1 },
    MembershipEnded: { version: 1 },
  },
  sees: {
    area: 'region_reading',
    secretariat: 'membership',
    chair: 'membership',
    member: 'membership',
    everyone: ['prefecture_work', 'administration'],
  },
  card: ({ level }) => ({ level }),
  steps: {},
  texts: { templates: [], records: [] },
  lookUps: CouncilLookUps,
});
