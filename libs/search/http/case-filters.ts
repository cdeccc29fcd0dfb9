import { Inject, Injectable } from '@nestjs/common';
import { Kinds } from '#cases';
import { atMinute, dateIn, invalidInput, isId } from '#kernel';
import { Databases } from '#platform';
import type { CaseFilter } from '../views/cases.query.js';

type Query = Readonly<Record<string, unknown>>;

/** The filters of a list as they stand in its address. */
@Injectable()
export class CaseFilters {
  constructor(
    @Inject(Kinds) private readonly kinds: Kinds,
    @Inject(Databases) private readonly databases: Databases,
  ) {}

  /** @throws invalid_input for what is no filter. */
  async of(query: Query): Promise<{ filter: CaseFilter; after?: number; position?: number }> {
    const { kind, state, organization } = query;
    const kinds = kind === undefined ? undefined : [kind].flat();
    if (kinds?.some((one) => typeof one !== 'string' || !this.kinds.find(one)))
      throw invalidInput('kind', 'この種類の案件はありません。', 'There are no cases of this kind.');
    if (state !== undefined && state !== 'open' && state !== 'over')
      throw invalidInput('state', 'open か over を指定してください。', 'The state is open or over.');
    if (organization !== undefined && !(typeof organization === 'string' && isId(organization)))
      throw invalidInput('organization', '機関のIDを指定してください。', 'Name the organization by its id.');
    const month = await this.month(query['over']);
    const after = this.number(query, 'after');
    const position = this.number(query, 'position');
    return {
      filter: {
        ...(kinds && { kinds: kinds as string[] }),
        ...(state !== undefined && { state }),
        ...(organization !== undefined && { organization }),
        ...month,
        ...(flag(query, 'mine') && { mine: true }),
        ...(flag(query, 'untouched') && { untouched: true }),
        ...(flag(query, 'overdue') && { overdue: true }),
      },
      ...(after !== undefined && { after }),
      ...(position !== undefined && { position }),
    };
  }

  /** @throws invalid_input */
  number(query: Query, name: string): number | undefined {
    const given = query[name];
    if (given === undefined) return undefined;
    if (typeof given === 'string' && /^\d{1,15}$/.test(given)) return Number(given);
    throw invalidInput(name, '数字で指定してください。', `${name} must be a number`);
  }

  private async month(given: unknown): Promise<Pick<CaseFilter, 'overFrom' | 'overUntil'>> {
    if (given === undefined) return {};
    const month = given === 'this' ? dateIn(await this.databases.now()).slice(0, 7) : given;
    if (typeof month !== 'string' || !/^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/.test(month))
      throw invalidInput('over', '月を YYYY-MM で指定してください。', 'Give the month as YYYY-MM.');
    return { overFrom: firstOf(month), overUntil: firstOf(nextOf(month)) };
  }
}

const firstOf = (month: string) => atMinute(`${month}-01`, 0);

function nextOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** @throws invalid_input */
function flag(query: Query, name: string): boolean {
  const given = query[name];
  if (given !== undefined && given !== '1')
    throw invalidInput(name, '1 を指定するか、外してください。', 'Give 1, or leave it out.');
  return given === '1';
}
