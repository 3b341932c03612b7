/** How long a minute, an hour and a day are in what we count them in; days here have no daylight saving. */

export const minutesPerDay = 24 * 60;
export const secondsPerDay = 60 * minutesPerDay;

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
