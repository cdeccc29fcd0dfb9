import { openApi } from '../../open-api.js';

/** Prints the OpenAPI document; nothing has to run. */
export async function printOpenApi(): Promise<number> {
  process.stdout.write(`${JSON.stringify(await openApi(), null, 2)}\n`);
  return 0;
}
