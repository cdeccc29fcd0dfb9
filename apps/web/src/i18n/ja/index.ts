import { codes } from './codes.ts';
import { events } from './events.ts';
import { screens } from './screens.ts';

export const ja = { ...screens, codes, events };
