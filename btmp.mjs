import { launch } from './test/browser/chromium.mjs';
import { issues } from './test/browser/issues.mjs';
import { Report } from './test/browser/report.mjs';
const report = new Report(); const browser = await launch();
try { await issues({ browser, base: process.env.BASE_URL, report, shots: '/tmp/shots-m' }); } catch (e) { for (const c of browser.contexts()) for (const p of c.pages()) await p.screenshot({path:'/tmp/fail.png'}); report.check('run '+e.message,false);} finally { await browser.close(); }
process.exit(report.end());
