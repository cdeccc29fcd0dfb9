import { ImportAreasBody, type ImportAreas } from '#directory';
import { BodyPipe } from '#platform';
import { faultsOf, importFileOf, lineOf, type Encoding } from './import-file.js';

/** What an area file says, or why it cannot be read: each reason a line of its own. */
export type AreaFile =
  { readonly command: ImportAreas; readonly encoding: Encoding } | { readonly faults: readonly string[] };

/** Reads a file of areas. */
export async function areaFileOf(bytes: Buffer): Promise<AreaFile> {
  const read = importFileOf(bytes);
  if ('faults' in read) return read;
  const { prefecture, homeCareAreas, counts } = read.said;
  try {
    const body = (await new BodyPipe().transform(
      { prefecture, homeCareAreas },
      { type: 'body', metatype: ImportAreasBody },
    )) as ImportAreasBody;
    const command: ImportAreas = {
      type: 'ImportAreas',
      // Plain values, without the fields that a class declares and nobody filled.
      ...(JSON.parse(JSON.stringify(body)) as Omit<ImportAreas, 'type'>),
      ...(isPlain(counts) && { counts }),
    };
    return { command, encoding: read.encoding };
  } catch (error) {
    return { faults: faultsOf(error).map(lineOf) };
  }
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
