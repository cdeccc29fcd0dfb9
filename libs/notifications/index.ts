export { DeliveryClock } from './jobs/delivery-clock.js';
export { Deliver } from './jobs/deliver.js';
export { notifications } from './notifications.module.js';
