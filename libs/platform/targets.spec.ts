import { isPublic, mustLeadOutside } from './targets.js';

describe('where a webhook may lead (W5)', () => {
  it.each([
    'http://127.0.0.1/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://10.1.2.3/',
    'https://172.31.0.1/',
    'https://192.168.1.1/',
    'https://100.64.0.1/',
    'https://0.0.0.0/',
    'https://localhost./',
    'https://localhost/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:a00:1]/',
    'https://[fe80::1]/',
    'https://[fd00::1]/',
    'https://[2002:7f00:1::]/',
    'https://[64:ff9b::7f00:1]/',
    'https://metadata.google.internal/',
    'https://printer.local/',
    'https://intranet/',
    'https://8.8.8.8:22/',
    'http://8.8.8.8/',
    'ftp://8.8.8.8/',
    'file:///etc/passwd',
    'gopher://8.8.8.8/',
  ])('never to %s', async (url) => {
    await expect(mustLeadOutside(url, [])).rejects.toMatchObject({ code: 'target_refused' });
  });

  it('to public addresses, and to those of the own network that an administrator has allowed, and to no others', async () => {
    await expect(mustLeadOutside('https://8.8.8.8/', [])).resolves.toBeUndefined();
    await expect(mustLeadOutside('https://[2606:4700::1111]/', [])).resolves.toBeUndefined();
    await expect(mustLeadOutside('http://127.0.0.1:8080/hook', ['127.0.0.1:8080'])).resolves.toBeUndefined();
    await expect(mustLeadOutside('http://127.0.0.1:8081/hook', ['127.0.0.1:8080'])).rejects.toMatchObject({
      code: 'target_refused',
    });
  });

  it('an address that is none is not public', () => {
    for (const address of ['', 'x', '1', '::ffff:8.8.8.8']) expect(isPublic(address)).toBe(false);
  });
});
