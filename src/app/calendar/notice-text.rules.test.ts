import { describe, expect, it } from 'vitest';
import { nationalCalendar } from '../../domain/national-calendar.ts';
import { readNotice } from './notice-text.rules.ts';

describe('the text of a notice', () => {
  it('in its published wording gives the days off and the make-up workdays of 2026', () => {
    const read = readNotice(
      2026,
      `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`,
    );
    const known = nationalCalendar.years['2026'];
    expect(read.faults).toEqual([]);
    expect(read.off).toEqual([...(known?.off ?? [])].sort());
    expect(read.on).toEqual([...(known?.on ?? [])].sort());
    expect(read.names['2026-02-14']).toBe('春节');
    expect(read.names['2026-10-10']).toBe('国庆节');
  });

  it('reaches into the December before, and over months', () => {
    expect(readNotice(2023, '元旦：2022年12月31日至2023年1月2日放假调休，共3天。').off).toEqual([
      '2022-12-31',
      '2023-01-01',
      '2023-01-02',
    ]);
    expect(readNotice(2027, '古尔邦节：5月30日至6月2日放假。').off).toEqual([
      '2027-05-30',
      '2027-05-31',
      '2027-06-01',
      '2027-06-02',
    ]);
  });

  it('day by day, off or worked', () => {
    expect(readNotice(2027, '2027-01-01..2027-01-03 休 元旦\n2027-01-09 班\n2027-04-05')).toMatchObject({
      off: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-04-05'],
      on: ['2027-01-09'],
      names: { '2027-01-01': '元旦' },
      faults: [],
    });
  });

  it.each(['各地区、各部门：请遵照执行', '元旦：放假三天。', '2027-02-30 休', '春节：2月20日至10日放假。', 'hello'])(
    'tells a line in which no day is found: %s',
    (line) => {
      expect(readNotice(2027, line)).toMatchObject({
        off: [],
        on: [],
        faults: [{ en: expect.stringContaining('No day') }],
      });
    },
  );

  it('tells a day that is both off and worked', () => {
    expect(readNotice(2027, '2027-01-01 休\n2027-01-01 班').faults).toMatchObject([{ zh: '既放假又上班：2027-01-01' }]);
  });
});
