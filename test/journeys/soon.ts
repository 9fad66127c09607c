import { instantOf } from '../../functions/shared/values/instants.ts';
import { localOf } from '../../functions/shared/values/zones.ts';

/** When this run's session begins: soon enough that its rooms are open already, late enough to prepare it. */
const start = Math.ceil(Date.now() / 300_000 + 2) * 300_000;

/** As the fields of the booking page take it from the keyboard: day, month, year; hour, minute. */
export function soonInBangkok(): { readonly date: string; readonly time: string } {
  const { local } = localOf('Asia/Bangkok', instantOf(start));
  const [year, month, day, hour, minute] = local.split(/[-T:]/);
  return { date: `${day}${month}${year}`, time: `${hour}${minute}` };
}
