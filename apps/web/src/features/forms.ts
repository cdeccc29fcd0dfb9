import type { Forms } from '../feature.ts';
import { forms as backup } from './backup/commands.forms.ts';
import { forms as consultations } from './consultations/commands.forms.ts';
import { forms as councils } from './councils/commands.forms.ts';
import { forms as directory } from './directory/commands.forms.ts';
import { forms as emergencies } from './emergencies/commands.forms.ts';
import { forms as handovers } from './handovers/commands.forms.ts';
import { forms as issues } from './issues/commands.forms.ts';
import { forms as packs } from './packs/commands.forms.ts';
import { forms as reports } from './reports/commands.forms.ts';
import { forms as services } from './services/commands.forms.ts';

/** What is asked where a command is but a list of fields: in one piece, for whoever fills one in. */
export const FORMS: Forms = {
  ...backup,
  ...consultations,
  ...councils,
  ...directory,
  ...emergencies,
  ...handovers,
  ...issues,
  ...packs,
  ...reports,
  ...services,
};
