import { buildMessage, ValidateBy } from 'class-validator';
import { WEEKDAYS } from '#kernel';

const RANGE = /^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

const isCoverHours = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.entries(value).every(
    ([day, ranges]) =>
      (WEEKDAYS as readonly string[]).includes(day) &&
      Array.isArray(ranges) &&
      ranges.length <= 10 &&
      ranges.every((range) => typeof range === 'string' && RANGE.test(range)),
  );

/** Ranges by the weekday they begin on; one that ends before it begins runs over midnight. */
export const IsCoverHours = (): PropertyDecorator =>
  ValidateBy({
    name: 'matches',
    validator: {
      validate: isCoverHours,
      defaultMessage: buildMessage((each) => `${each}$property must be ranges by weekday, as {"sat":["18:00-08:00"]}`),
    },
  });
