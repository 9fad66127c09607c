import type { HearingLink, HearingPicture } from './hearing-link.ts';
import { DeviceChoice } from './device-choice.tsx';
import { useDevices } from './devices.ts';
import type { RoomWords } from './room-words.ts';

/** Another camera or microphone, where there are several. */
export function OwnDevices({
  picture,
  link,
  words,
}: {
  readonly picture: HearingPicture;
  readonly link: HearingLink;
  readonly words: RoomWords;
}) {
  const { own } = picture.media;
  const devices = useDevices(own.video ?? own.audio);
  const several = devices.camera.length > 1 || devices.microphone.length > 1;
  if (picture.standing.name !== 'joined' || !several) return null;
  return (
    <details className="hearing-devices">
      <summary>{words.devices}</summary>
      <DeviceChoice
        devices={devices}
        used={{
          camera: own.video?.mediaStreamTrack.getSettings().deviceId,
          microphone: own.audio?.mediaStreamTrack.getSettings().deviceId,
        }}
        words={words}
        onChoose={link.chooseDevice}
      />
    </details>
  );
}
