import { Injectable } from '@nestjs/common';
import { PersonalStore, type Caller } from '#access';

/** What was written of items and meetings, by the id of the record: for whoever sees them. */
@Injectable()
export class ItemTexts {
  constructor(private readonly store: PersonalStore) {}

  async of(
    caller: Caller,
    purpose: string,
    about: readonly string[],
    kinds: readonly string[],
  ): Promise<(ref: string | null | undefined) => string | null> {
    const found = await this.store.readOpen<Readonly<Record<string, unknown>>>(caller, purpose, about, kinds);
    const texts = new Map(found.map(({ id, body }) => [id, Object.values(body).map(String).join('\n')]));
    return (ref) => texts.get(ref ?? '') ?? null;
  }
}
