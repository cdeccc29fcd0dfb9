import { Asked } from '#obligations';
import type { ImportAreas } from '../domain/area-tree.js';
import type { RegisterInstitution } from '../domain/organization.js';
import type { PatientCommand } from '../domain/patient.js';
import type { ActivateRuleSet } from '../domain/rule-set.js';
import type { RegisterUser } from '../domain/user.js';

export class AskAreaTree extends Asked<ImportAreas> {}
export class AskOrganization extends Asked<RegisterInstitution> {}
export class AskUser extends Asked<RegisterUser> {}
export class AskPatient extends Asked<PatientCommand> {}
export class AskRuleSet extends Asked<ActivateRuleSet> {}
