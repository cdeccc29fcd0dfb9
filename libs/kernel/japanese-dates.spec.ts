import fc from 'fast-check';
import { daySaid } from './japanese-dates.js';
import { plusDays } from './time.js';

describe('a day as it is written', () => {
  it.each([
    ['昭和25年1月2日', '1950-01-02'],
    ['昭和二十五年一月二日', '1950-01-02'],
    ['S25.1.2', '1950-01-02'],
    ['s25/01/02', '1950-01-02'],
    ['昭２５・１・２'.replaceAll('・', '.'), '1950-01-02'],
    ['㍼25年1月2日', '1950-01-02'],
    ['大正15年12月25日', '1926-12-25'],
    ['昭和元年12月25日', '1926-12-25'],
    ['昭和64年1月7日', '1989-01-07'],
    ['平成元年1月8日', '1989-01-08'],
    ['平成十年十月二十日', '1998-10-20'],
    ['㋿元年5月1日', '2019-05-01'],
    ['明治45年7月30日', '1912-07-30'],
    ['１９５０年１月２日', '1950-01-02'],
    ['1950/1/2', '1950-01-02'],
    ['1950-01-02T00:00:00.000Z', '1950-01-02'],
    ['1950/1/2 0:00', '1950-01-02'],
    ['西暦1950.1.2', '1950-01-02'],
    ['19500102', '1950-01-02'],
  ])('%s is %s', (text, day) => expect(daySaid(text)).toEqual({ day }));

  it.each([
    ['', 'unreadable'],
    ['1/2/1950', 'unreadable'],
    ['50-01-02', 'unreadable'],
    ['18264', 'unreadable'],
    ['昭和25年', 'unreadable'],
    ['平成31年2月30日', 'no_such_day'],
    ['1951-02-29', 'no_such_day'],
    ['昭和25年13月1日', 'no_such_day'],
    ['昭和64年1月8日', 'outside_era'],
    ['平成31年5月1日', 'outside_era'],
    ['昭和0年1月1日', 'outside_era'],
    ['令和元年4月30日', 'outside_era'],
  ])('%s is no day: %s', (text, fault) => expect(daySaid(text)).toEqual({ fault }));

  it('reads every day of the eras back as Japan writes it', () => {
    const written = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { dateStyle: 'long', timeZone: 'UTC' });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 55_000 }), (n) => {
        const day = plusDays('1873-01-01', n);
        expect(daySaid(written.format(new Date(`${day}T00:00:00Z`)))).toEqual({ day });
      }),
    );
  });
});
