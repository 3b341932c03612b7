/** An instant as Drive writes it. */
export const driveTime = (ms: number): string => new Date(ms).toISOString();
