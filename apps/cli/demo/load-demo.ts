import { areaTreeKind, organizationKind, userKind, areaTreeId, Directory } from '#directory';
import { idOf, URGENCIES, type Instant } from '#kernel';
import { Chaser } from '#obligations';
import { areasOf } from '../scenario/play.js';
import type { World } from '../scenario/world.js';
import { activityReports } from './activity-reports.js';
import { consultationsNow } from './consultations-now.js';
import { consultations } from './consultations.js';
import { coordinatorPosts } from './coordinators.js';
import { councilYear, FOUNDED } from './councils.js';
import { DemoDays } from './days.js';
import { deed, PREFECTURE, SETUP, type Deed } from './deed.js';
import { discharges } from './discharges.js';
import { cover, nightCalls } from './night-calls.js';
import { organizationId, organizationNames, registration } from './organizations.js';
import { demoPatients, registered } from './patients.js';
import { organizationOf, personNames, roleOf, shownName, userId, WARD_OF } from './people.js';
import { regionalIssues } from './regional-issues.js';

export { DEMO_ACCOUNTS, type DemoAccount } from './accounts.js';

/** So many days ago the demo begins, and no later. */
export const DEMO_DAYS = 400;

/** What the demo needs of a world. */
export type DemoWorld = Pick<World, 'cases' | 'app' | 'clock' | 'settle'>;

/**
 * Three months of life in 富良野 and 上川中部, and a year of their councils, as if everybody had been using Tsunagi: commands
 * of the people themselves, in the order of time, none of it written past the log. Ends at `today`, with a call that rings.
 */
export async function loadDemo(world: DemoWorld, today: Instant): Promise<void> {
  const days = new DemoDays(today);
  const stage = new Stage(world);
  const begin = days.office(60, '09:00');
  await stage.play(await settingUp(days.office(FOUNDED, '09:00')));
  const life = [
    ...consultations(days),
    ...consultationsNow(days),
    ...cover(days, begin),
    ...regionalIssues(days),
    ...councilYear(days),
    ...activityReports(days),
    ...discharges(days),
    ...nightCalls(days),
  ];
  await stage.play(life.toSorted((a, b) => a.at.localeCompare(b.at)));
  await world.settle();
}

/** Areas, organizations, people and patients. */
async function settingUp(at: Instant): Promise<Deed[]> {
  return [
    deed(at, SETUP, areaTreeKind, areaTreeId(PREFECTURE), { type: 'ImportAreas', ...(await areasOf(PREFECTURE)) }),
    ...organizationNames.map((name) => deed(at, SETUP, organizationKind, organizationId(name), registration(name))),
    ...personNames.map((name) =>
      deed(
        at,
        SETUP,
        userKind,
        userId(name),
        { type: 'RegisterUser', role: roleOf(name), organization: organizationId(organizationOf(name)) },
        [{ kind: 'user_name', body: { name: shownName(name), ...(WARD_OF[name] && { ward: WARD_OF[name] }) } }],
      ),
    ),
    ...demoPatients().map((patient) => registered(at, patient)),
    ...coordinatorPosts(at),
  ];
}

/** Plays deeds in a world, each at its moment. */
class Stage {
  private steps = 0;
  private at: Instant = '';
  private readonly directory: Directory;
  private readonly chaser: Chaser;

  constructor(private readonly world: DemoWorld) {
    this.directory = world.app.get(Directory);
    this.chaser = world.app.get(Chaser);
  }

  async play(deeds: readonly Deed[]): Promise<void> {
    for (const { at, by, heard, done } of deeds) {
      await this.advance(at);
      const envelope = { prefecture: PREFECTURE, actor: by, key: idOf('demo-step', ++this.steps) };
      await done(this.world.cases, envelope, this.directory);
      if (heard) await this.rest();
    }
  }

  /** Rests on the way only where something is due: three months have few such moments and many commands. */
  private async advance(to: Instant): Promise<void> {
    if (to === this.at) return;
    this.at = to;
    const { clock } = this.world;
    for (let due = await clock.nextDue(to); due !== undefined; due = await clock.nextDue(to)) {
      await clock.moveTo(due);
      await this.rest();
    }
    await clock.moveTo(to);
  }

  /** Chases at once instead of waiting for the alarm clock's next look, which comes four times a second. */
  private async rest(): Promise<void> {
    for (const urgency of URGENCIES.keys()) await this.chaser.sweep(PREFECTURE, urgency, 'poller');
    await this.world.settle();
  }
}
