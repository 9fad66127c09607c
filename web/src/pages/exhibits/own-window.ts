import { useEffect, useRef } from 'react';

type Pointer = { readonly x: number; readonly y: number } | undefined;

interface Opened {
  readonly canvas: HTMLCanvasElement;
  readonly stream: MediaStream;
}

/**
 * What is shown in a small window of its own that stays over others, with the hand that points; it is gone with what is shown.
 * @returns opens it, or closes one that is open; undefined where the browser has no such window
 */
export function useOwnWindow(image: string | undefined, pointer: Pointer): (() => void) | undefined {
  const opened = useRef<Opened>(undefined);
  const latest = useRef({ image, pointer });
  useEffect(() => {
    latest.current = { image, pointer };
    void paint(opened.current, latest.current);
  }, [image, pointer]);
  useEffect(
    () => () => {
      if (opened.current !== undefined) void document.exitPictureInPicture().catch(() => undefined);
      close(opened.current);
    },
    [],
  );
  if (!document.pictureInPictureEnabled || !('captureStream' in HTMLCanvasElement.prototype))
    return undefined;
  const toggle = async () => {
    if (opened.current !== undefined) return document.exitPictureInPicture();
    const canvas = document.createElement('canvas');
    const video = document.createElement('video');
    const own: Opened = { canvas, stream: canvas.captureStream() };
    opened.current = own;
    video.muted = true;
    video.srcObject = own.stream;
    video.addEventListener('leavepictureinpicture', () => {
      close(own);
      opened.current = undefined;
    });
    try {
      await paint(own, latest.current);
      await video.play();
      await video.requestPictureInPicture();
    } catch (error) {
      close(own);
      opened.current = undefined;
      throw error;
    }
  };
  // Where the browser refuses, the page stays as it was, which is plain to see.
  return () =>
    void toggle().catch((error: unknown) => console.warn('No window of its own can be had.', error));
}

function close(own: Opened | undefined): void {
  if (own === undefined) return;
  for (const track of own.stream.getTracks()) track.stop();
  own.canvas.width = 0;
}

async function paint(
  own: Opened | undefined,
  { image, pointer }: { image: string | undefined; pointer: Pointer },
) {
  const context = own?.canvas.getContext('2d');
  if (own === undefined || context === null || context === undefined) return;
  const { canvas } = own;
  if (image === undefined) return context.clearRect(0, 0, canvas.width, canvas.height);
  const picture = new Image();
  picture.src = `data:image/webp;base64,${image}`;
  await picture.decode();
  if (!own.stream.active) return;
  canvas.width = picture.naturalWidth;
  canvas.height = picture.naturalHeight;
  context.drawImage(picture, 0, 0);
  if (pointer === undefined) return;
  context.fillStyle = '#c8102e';
  context.beginPath();
  context.arc(pointer.x * canvas.width, pointer.y * canvas.height, canvas.width * 0.014, 0, 2 * Math.PI);
  context.fill();
}
