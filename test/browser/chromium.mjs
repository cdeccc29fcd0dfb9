import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const DEBIAN = '/usr/bin/chromium';
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

/** Debian's Chromium where there is one, else the one from npm. */
async function executable() {
  if (existsSync(DEBIAN)) return DEBIAN;
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}

export async function launch(...more) {
  return chromium.launch({ executablePath: await executable(), args: [...QUIET, ...more] });
}

/** A browser that keeps its profile in a folder, as that of an office does. */
export async function launchIn(folder, options) {
  return chromium.launchPersistentContext(folder, { executablePath: await executable(), args: QUIET, ...options });
}
