/** Prints what the values say about many times, among them those that the machine's own clocks skip or repeat. */
import { addMinutes, parseInstant } from '../../../functions/shared/values/instants.ts';
import { intendedTime } from '../../../functions/shared/values/intended-time.ts';
import { uiLanguages } from '../../../functions/shared/values/languages.ts';
import { timeForPeople, usualTimeSettings } from '../../../functions/shared/values/times-for-people.ts';
import { resolveLocal } from '../../../functions/shared/values/zones.ts';

const answers: string[] = [];
const zones = ['Asia/Yangon', 'Asia/Bangkok', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo'];
for (const day of ['2026-03-08', '2026-04-05', '2026-04-24', '2026-10-04', '2026-11-01']) {
  const start = parseInstant(`${day}T00:00:00Z`);
  for (let minutes = 0; minutes < 1440; minutes += 30) {
    const local = addMinutes(start, minutes).slice(0, 16);
    for (const zone of zones) {
      const resolved = resolveLocal(zone, local);
      answers.push(JSON.stringify(resolved));
      if (resolved.kind !== 'unique') continue;
      answers.push(intendedTime(zone, local).instant);
      const language = uiLanguages[answers.length % uiLanguages.length] ?? 'en';
      answers.push(
        timeForPeople(resolved.instant, zone, { language, settings: usualTimeSettings(language) }).text,
      );
    }
  }
}
const machine = new Intl.DateTimeFormat().resolvedOptions().timeZone;
process.stdout.write(JSON.stringify({ machine, answers: answers.join('\n') }));
