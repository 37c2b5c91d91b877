/** A duration in whole seconds as text: "40 s", "2 min 5 s", "1 h 3 min". */
export function spanOf(seconds: number, t: (key: string, values: Readonly<Record<string, number>>) => string): string {
  if (seconds < 60) return t('duration.seconds', { seconds });
  if (seconds < 3600) return t('duration.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
  return t('duration.hours', { hours: Math.floor(seconds / 3600), minutes: Math.floor((seconds % 3600) / 60) });
}
