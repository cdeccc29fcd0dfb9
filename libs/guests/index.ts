export { guests } from './guests.module.js';
