import type { Forms } from '../../feature.ts';
import { formsIn } from '../../forms/definitions.ts';
import type { Words } from './words.ts';

const form = formsIn<Words>();

export const forms: Forms = {
  CloseEmergencyLook: form('CloseEmergencyLook', {}, false),
  ReviewEmergencyLook: form(
    'ReviewEmergencyLook',
    { verdict: { as: 'choice', codes: 'verdict', required: true }, note: { as: 'long' } },
    false,
  ),
};
