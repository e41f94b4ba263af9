/**
 * The first working day after the long holidays, as `month * 100 + day` by year: the State Council decides it anew each
 * year, in its notice on public holidays of the year before.
 */
export const FIRST_WORKDAYS: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  'spring-festival': {
    2014: 207,
    2015: 225,
    2016: 214,
    2017: 203,
    2018: 222,
    2019: 211,
    2020: 203,
    2021: 218,
    2022: 207,
    2023: 128,
    2024: 218,
    2025: 205,
    2026: 224,
  },
  'labour-day': { 2019: 505, 2020: 506, 2021: 506, 2022: 505, 2023: 504, 2024: 506, 2025: 506 },
  'national-day': {
    2014: 1008,
    2015: 1008,
    2016: 1008,
    2017: 1009,
    2018: 1008,
    2019: 1008,
    2020: 1009,
    2021: 1008,
    2022: 1008,
    2023: 1007,
    2024: 1008,
    2025: 1009,
  },
};

/** What the long holidays are called. */
export const LONG_HOLIDAYS: Readonly<Record<string, string>> = {
  春节: 'spring-festival',
  新年: 'spring-festival',
  五一: 'labour-day',
  劳动节: 'labour-day',
  国庆: 'national-day',
  国庆节: 'national-day',
  十一: 'national-day',
};
