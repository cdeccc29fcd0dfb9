import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const DEBIAN = '/usr/bin/chromium';
const QUIET = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

/** Debian's Chromium where there is one, else the one from npm. */
export async function launch(...more) {
  const args = [...QUIET, ...more];
  if (existsSync(DEBIAN)) return chromium.launch({ executablePath: DEBIAN, args });
  const { default: packed } = await import('@sparticuz/chromium');
  return chromium.launch({ executablePath: await packed.executablePath(), args });
}
