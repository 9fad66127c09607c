import type { DeviceName } from './media.ts';
import type { Devices } from './devices.ts';
import './device-choice.css';

const names: readonly DeviceName[] = ['camera', 'microphone'];

/** Camera and microphone to choose from; nothing where there is no more than one of each. */
export function DeviceChoice({
  devices,
  used,
  words,
  onChoose,
}: {
  readonly devices: Devices;
  /** Ids of those that are used now. */
  readonly used: Partial<Readonly<Record<DeviceName, string | undefined>>>;
  readonly words: Readonly<Record<DeviceName, string>>;
  readonly onChoose: (device: DeviceName, id: string) => void;
}) {
  const several = names.filter((name) => devices[name].length > 1);
  if (several.length === 0) return null;
  return (
    <div className="device-choice">
      {several.map((name) => (
        <label key={name}>
          <span>{words[name]}</span>
          <select
            value={used[name] ?? ''}
            onChange={(event) => onChoose(name, event.currentTarget.value)}
            data-testid={`choose-${name}`}
          >
            {devices[name].some(({ id }) => id === used[name]) ? null : <option value="">–</option>}
            {devices[name].map(({ id, label }, at) => (
              <option key={id} value={id}>
                {label === '' ? `${words[name]} ${at + 1}` : label}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}
