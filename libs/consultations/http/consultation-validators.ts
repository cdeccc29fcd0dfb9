import { buildMessage, ValidateBy } from 'class-validator';
import { isInstantText, isLocalDate } from '#kernel';
import { PROGRAM_LETTERS, PROGRAM_VERSIONS } from '../domain/program-item.js';

export const IsInstantOrLocalDate = (): PropertyDecorator =>
  ValidateBy({
    name: 'isInstantOrLocalDate',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && (isInstantText(value) || isLocalDate(value)),
      defaultMessage: buildMessage(
        (each) =>
          `${each}$property must be a moment with an offset or a day, as 2025-06-09T10:00:00+09:00 or 2025-06-09`,
      ),
    },
  });

const isShort = (value: unknown): boolean => typeof value === 'string' && value.length <= 20;

/** A letter alone passes here, so that the domain can refuse it by its own name, `bare_programme_letter`. */
export const IsProgramItem = (): PropertyDecorator =>
  ValidateBy({
    name: 'isProgramItem',
    validator: {
      validate: (value: unknown) => {
        if (typeof value !== 'object' || value === null) return isShort(value);
        const { version, letter, ...rest } = value as Record<string, unknown>;
        return (
          (version === undefined || PROGRAM_VERSIONS.some((known) => known === version)) &&
          PROGRAM_LETTERS.some((known) => known === letter) &&
          Object.keys(rest).length === 0
        );
      },
      defaultMessage: buildMessage(
        (each) =>
          `${each}$property must be {version, letter} with one of ${PROGRAM_VERSIONS.join(', ')} and one of ${PROGRAM_LETTERS.join(', ')}`,
      ),
    },
  });
