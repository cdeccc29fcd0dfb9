import { commandController } from '#access';
import { AskAreaTree, AskOrganization, AskPatient, AskRuleSet, AskUser } from '../commands/directory.asked.js';
import { areaTreeId } from '../domain/area-tree.js';
import { ruleSetId } from '../domain/rule-set.js';
import {
  ActivateRuleSetBody,
  ConsentBody,
  ImportAreasBody,
  RegisterInstitutionBody,
  RegisterPatientBody,
  RegisterUserBody,
} from './directory.dto.js';

const IDENTITY = ['name', 'kana', 'birthDate', 'sex', 'address'];

export const DirectoryController = commandController('Directory', [
  {
    command: 'ImportAreas',
    path: 'areas',
    body: ImportAreasBody,
    asked: AskAreaTree,
    summary: '圏域を読み込む',
    idOf: ({ prefecture }) => areaTreeId(prefecture),
  },
  {
    command: 'RegisterInstitution',
    path: 'organizations',
    body: RegisterInstitutionBody,
    asked: AskOrganization,
    summary: '機関を登録する',
  },
  {
    command: 'RegisterUser',
    path: 'users',
    body: RegisterUserBody,
    asked: AskUser,
    summary: '職員を登録する',
    personal: { user_name: ['name'] },
  },
  {
    command: 'RegisterPatient',
    path: 'patients',
    body: RegisterPatientBody,
    asked: AskPatient,
    summary: '患者を登録する',
    personal: { patient_identity: IDENTITY },
  },
  {
    command: 'GiveConsent',
    path: 'patients/:patient/consents',
    body: ConsentBody,
    asked: AskPatient,
    summary: '情報共有の同意を記録する',
  },
  {
    command: 'WithdrawConsent',
    path: 'patients/:patient/consent-withdrawals',
    body: ConsentBody,
    asked: AskPatient,
    summary: '情報共有の同意の撤回を記録する',
  },
  {
    command: 'ActivateRuleSet',
    path: 'rule-sets',
    body: ActivateRuleSetBody,
    asked: AskRuleSet,
    summary: 'ルールを発効する',
    idOf: (_caller, { context, area }) => ruleSetId(String(context), String(area)),
  },
]);
