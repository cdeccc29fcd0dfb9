/**
 * Checks the screens in a real Chromium against a running server with the demo region.
 * Usage: BASE_URL=http://127.0.0.1:3000 [SHOTS=folder] [MEASURED=1] node test/browser/run.mjs
 */
import { launch } from './chromium.mjs';
import { boards } from './boards.mjs';
import { addresses } from './addresses.mjs';
import { cases } from './cases.mjs';
import { channels } from './channels.mjs';
import { consent } from './consent.mjs';
import { coordinators } from './coordinators.mjs';
import { councils } from './councils.mjs';
import { deadEnds } from './dead-ends.mjs';
import { directory } from './directory.mjs';
import { drafts } from './drafts.mjs';
import { erasure } from './erasure.mjs';
import { finding, knownCaller } from './finding.mjs';
import { everyone } from './everyone.mjs';
import { language } from './language.mjs';
import { live } from './live.mjs';
import { longBoard } from './long-board.mjs';
import { guests } from './guests.mjs';
import { imports } from './imports.mjs';
import { inSight } from './in-sight.mjs';
import { issues } from './issues.mjs';
import { offers } from './offers.mjs';
import { patients } from './patients.mjs';
import { profile } from './profile.mjs';
import { readLog } from './read-log.mjs';
import { Report } from './report.mjs';
import { reports } from './reports.mjs';
import { rules } from './rules.mjs';
import { services } from './services.mjs';
import { story } from './story.mjs';
import { weight } from './weight.mjs';

const PARTS = [
  boards,
  inSight,
  addresses,
  drafts,
  cases,
  councils,
  coordinators,
  imports,
  guests,
  directory,
  consent,
  issues,
  finding,
  knownCaller,
  patients,
  deadEnds,
  offers,
  services,
  channels,
  reports,
  rules,
  readLog,
  profile,
  story,
  everyone,
  language,
  live,
  erasure,
];
/** How heavy and how quick: with nothing beside it. */
const MEASURED = [weight, longBoard];

const base = process.env.BASE_URL ?? 'http://127.0.0.1:3000';
const report = new Report();
const browser = await launch();
try {
  for (const part of process.env.MEASURED ? MEASURED : PARTS)
    await part({ browser, base, report, shots: process.env.SHOTS });
} catch (error) {
  report.check(`the run itself: ${error instanceof Error ? error.message : error}`, false);
} finally {
  await browser.close();
}
process.exit(report.end());
