import { useEffect, useRef, useState } from 'react';
import { sampleLine, judgeLine, type Connection } from '../../video/connection.ts';
import { closeDevices, openDevices, watchLoudness, type Devices } from './devices.ts';
import { DeviceChoice } from '../../video/device-choice.tsx';
import { keepDevice, useDevices } from '../../video/devices.ts';
import type { GuestWords } from './guest-words.ts';
import { Picture } from './pictures.tsx';
import { BigButton, Sheet } from './sheet.tsx';
import { ToldButton, type Told } from './told.tsx';

export interface Checked {
  readonly camera: boolean;
  readonly microphone: boolean;
  readonly connection: Connection;
}

/** Camera, microphone, line: one picture and one sentence each. Nothing leaves the device here but three tiny requests. */
export function CheckPage(parts: {
  readonly words: GuestWords;
  readonly ready: (checked: Checked) => void;
  readonly busy: boolean;
  readonly saying: string | undefined;
  /** What will happen, for whoever is told. */
  readonly told: Told | undefined;
}) {
  const { words } = parts;
  const [devices, setDevices] = useState<Devices>();
  const [asking, setAsking] = useState(false);
  const connection = useConnection();
  useEffect(() => () => closeDevices(devices), [devices]);

  const open = async () => {
    setAsking(true);
    setDevices(await openDevices());
    setAsking(false);
  };
  const blocked = devices?.denied === true && !devices.microphone;
  return (
    <Sheet name="check" title={blocked ? words.deniedTitle : words.checkTitle}>
      {devices === undefined ? (
        <>
          <div className="pair">
            <Picture name="camera" />
            <Picture name="microphone" />
          </div>
          <p>{words.checkAllow}</p>
          <p className="safe">{words.nobodyYet}</p>
          <BigButton press={() => void open()} busy={asking}>
            {words.checkStart}
          </BigButton>
          {parts.told === undefined ? null : <ToldButton words={words} told={parts.told} />}
        </>
      ) : (
        <>
          {blocked ? (
            <>
              <div className="pair">
                <Picture name="lock" />
              </div>
              <p>{words.deniedText}</p>
              <BigButton press={() => void open()} busy={asking}>
                {words.again}
              </BigButton>
            </>
          ) : (
            <Findings words={words} devices={devices} />
          )}
          <Others devices={devices} words={words} again={open} />
          <LineFinding words={words} connection={connection} />
          <p className="safe">{words.nobodyYet}</p>
          <p className="saying" role="alert">
            {parts.saying}
          </p>
          <BigButton
            press={() =>
              parts.ready({
                camera: devices.camera,
                microphone: devices.microphone,
                connection: connection ?? 'weak',
              })
            }
            busy={parts.busy || connection === undefined}
            quiet={blocked}
          >
            {words.ready}
          </BigButton>
        </>
      )}
    </Sheet>
  );
}

/** Only where there are several: whoever has one phone with one camera has nothing to choose. */
function Others({
  devices: { stream },
  words,
  again,
}: {
  readonly devices: Devices;
  readonly words: GuestWords;
  readonly again: () => Promise<void>;
}) {
  return (
    <DeviceChoice
      devices={useDevices(stream)}
      used={{
        camera: stream.getVideoTracks()[0]?.getSettings().deviceId,
        microphone: stream.getAudioTracks()[0]?.getSettings().deviceId,
      }}
      words={{ camera: words.whichCamera, microphone: words.whichMicrophone }}
      onChoose={(device, id) => {
        keepDevice(device, id);
        void again();
      }}
    />
  );
}

function Findings({ words, devices }: { readonly words: GuestWords; readonly devices: Devices }) {
  const [heard, setHeard] = useState(false);
  const meter = useRef<HTMLDivElement>(null);
  const preview = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (preview.current !== null) preview.current.srcObject = devices.stream;
    return watchLoudness(devices.stream, (loudness) => {
      meter.current?.style.setProperty('--loudness', String(loudness));
      if (loudness > 0.08) setHeard(true);
    });
  }, [devices]);
  return (
    <>
      {devices.camera ? <video ref={preview} className="preview" autoPlay playsInline muted /> : null}
      <p className="finding" data-good={devices.camera}>
        <Picture name="camera" size="small" />
        <span>{devices.camera ? words.cameraWorks : words.cameraNone}</span>
      </p>
      {devices.microphone ? (
        <div ref={meter} className="meter" aria-hidden="true">
          <div className="meter-bar" />
        </div>
      ) : null}
      <p className="finding" data-good={devices.microphone && heard} role="status">
        <Picture name="microphone" size="small" />
        <span>
          {!devices.microphone ? words.microphoneNone : heard ? words.microphoneWorks : words.microphoneSpeak}
        </span>
      </p>
    </>
  );
}

function LineFinding(parts: { readonly words: GuestWords; readonly connection: Connection | undefined }) {
  const { words, connection } = parts;
  return (
    <p className="finding" data-good={connection === 'good'} role="status">
      <Picture name="line" size="small" />
      <span>
        {connection === undefined
          ? words.lineChecking
          : connection === 'good'
            ? words.lineGood
            : words.lineWeak}
      </span>
    </p>
  );
}

function useConnection(): Connection | undefined {
  const [connection, setConnection] = useState<Connection>();
  useEffect(() => {
    let gone = false;
    const check = async () => {
      const samples = await sampleLine();
      if (!gone) setConnection(judgeLine(samples));
    };
    void check();
    return () => {
      gone = true;
    };
  }, []);
  return connection;
}
