import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { judgeLine, sampleLine, type Connection } from '../video/connection.ts';
import { DeviceChoice } from '../video/device-choice.tsx';
import { chosenDevices, keepDevice, preferring, useDevices } from '../video/devices.ts';
import { Icon } from './icon.tsx';
import { Level } from './level.tsx';
import { Notice } from './notice.tsx';

/** What the check found; `connection` is undefined until it is known. */
export interface Checked {
  readonly camera: boolean;
  readonly microphone: boolean;
  readonly connection: Connection | undefined;
}

interface Opened {
  readonly stream: MediaStream | undefined;
  readonly refused: boolean;
}

/** Asks for both, then for each alone: a device without a camera can still speak. */
async function openDevices(): Promise<Opened> {
  let refused = false;
  const { camera, microphone } = chosenDevices();
  const [video, audio] = [preferring({}, camera), preferring({}, microphone)];
  for (const wanted of [{ audio, video }, { audio }, { video }]) {
    try {
      return { stream: await navigator.mediaDevices.getUserMedia(wanted), refused };
    } catch (error) {
      refused ||= error instanceof DOMException && error.name === 'NotAllowedError';
    }
  }
  return { stream: undefined, refused };
}

/** Shows the person their own picture and level before they come to the door. Nothing of it leaves the device. */
export function DeviceCheck({ onChecked }: { readonly onChecked: (checked: Checked) => void }) {
  const { t } = useTranslation('staff');
  const [opened, setOpened] = useState<Opened>();
  const [chosen, setChosen] = useState(0);
  const devices = useDevices(opened?.stream);
  const [connection, setConnection] = useState<Connection>();
  const camera = opened?.stream?.getVideoTracks()[0] !== undefined;
  const microphone = opened?.stream?.getAudioTracks()[0] !== undefined;
  useEffect(() => {
    let gone = false;
    let stream: MediaStream | undefined;
    void openDevices().then((found) => {
      ({ stream } = found);
      if (gone) stop(stream);
      else setOpened(found);
    });
    return () => {
      gone = true;
      stop(stream);
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- others were chosen: they are opened instead
  }, [chosen]);
  useEffect(() => {
    let gone = false;
    void sampleLine().then((samples) => {
      if (!gone) setConnection(judgeLine(samples));
    });
    return () => {
      gone = true;
    };
  }, []);
  useEffect(() => {
    if (opened !== undefined) onChecked({ camera, microphone, connection });
  }, [opened, camera, microphone, connection, onChecked]);
  return (
    <div className="device-check">
      <OwnPicture stream={opened?.stream} shown={camera} />
      <ul className="checks">
        <Check icon="camera" name={t('device.camera')} state={opened === undefined ? undefined : camera} />
        <Check
          icon="microphone"
          name={t('device.microphone')}
          state={opened === undefined ? undefined : microphone}
        >
          {microphone && <Level stream={opened?.stream} />}
        </Check>
        <Check
          icon="signal"
          name={connection === 'weak' ? t('device.weak') : t('device.connection')}
          state={connection === undefined ? undefined : connection === 'good'}
        />
      </ul>
      <DeviceChoice
        devices={devices}
        used={{
          camera: opened?.stream?.getVideoTracks()[0]?.getSettings().deviceId,
          microphone: opened?.stream?.getAudioTracks()[0]?.getSettings().deviceId,
        }}
        words={{ camera: t('device.camera'), microphone: t('device.microphone') }}
        onChoose={(device, id) => {
          keepDevice(device, id);
          setChosen(chosen + 1);
        }}
      />
      {opened?.refused === true && (
        <Notice tone="bad" live title={t('device.refused')}>
          <p>{t('device.refusedNext')}</p>
        </Notice>
      )}
    </div>
  );
}

function stop(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

function OwnPicture({
  stream,
  shown,
}: {
  readonly stream: MediaStream | undefined;
  readonly shown: boolean;
}) {
  const { t } = useTranslation('staff');
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream ?? null;
  }, [stream]);
  return (
    <div className="own-picture">
      <video ref={video} autoPlay muted playsInline hidden={!shown} aria-label={t('device.ownPicture')} />
      {!shown && <Icon name="camera" large />}
    </div>
  );
}

function Check({
  icon,
  name,
  state,
  children,
}: {
  readonly icon: 'camera' | 'microphone' | 'signal';
  readonly name: string;
  readonly state: boolean | undefined;
  readonly children?: React.ReactNode;
}) {
  const { t } = useTranslation('staff');
  const word = state === undefined ? 'device.checking' : state ? 'device.works' : 'device.not';
  return (
    <li>
      <Icon name={icon} /> {name}
      <span className={state === true ? 'badge badge-good' : 'badge badge-wait'}>{t(word)}</span>
      {children}
    </li>
  );
}
