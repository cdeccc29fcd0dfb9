import type { Feature } from '../feature.ts';
import { backup } from './backup/index.ts';
import { consultations } from './consultations/index.ts';
import { councils } from './councils/index.ts';
import { directory } from './directory/index.ts';
import { emergencies } from './emergencies/index.ts';
import { handovers } from './handovers/index.ts';
import { imports } from './imports/index.ts';
import { issues } from './issues/index.ts';
import { notifications } from './notifications/index.ts';
import { packs } from './packs/index.ts';
import { region } from './region/index.ts';
import { reports } from './reports/index.ts';
import { services } from './services/index.ts';

/** What the app is made of, in the order of the navigation: who sets a region up begins there. */
export const FEATURES: readonly Feature[] = [
  region,
  consultations,
  handovers,
  backup,
  emergencies,
  services,
  issues,
  councils,
  packs,
  reports,
  directory,
  imports,
  notifications,
];
