import { plusDays, type LocalDate } from '#kernel';

/** A month in Japan, "2025-03". */
export type Month = string;

export const isMonth = (text: string): boolean => /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(text);

export const monthOf = (on: LocalDate): Month => on.slice(0, 7);

export const lastDayOf = (month: Month): LocalDate => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return plusDays(`${next}-01`, -1);
};
