import { buildMessage, ValidateBy } from 'class-validator';
import { WEEKDAYS } from '#kernel';

const RANGE = /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d$/;

const isOpeningHours = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.entries(value).every(
    ([day, ranges]) =>
      (WEEKDAYS as readonly string[]).includes(day) &&
      Array.isArray(ranges) &&
      ranges.every(
        (range) =>
          typeof range === 'string' &&
          RANGE.test(range) &&
          range.slice(0, 5) < range.slice(6) &&
          range.slice(6) <= '24:00',
      ),
  );

/** Ranges by weekday, each beginning before it ends. */
export const IsOpeningHours = (): PropertyDecorator =>
  ValidateBy({
    name: 'isOpeningHours',
    validator: {
      validate: isOpeningHours,
      defaultMessage: buildMessage((each) => `${each}$property must be ranges by weekday, as {"mon":["08:30-17:15"]}`),
    },
  });
