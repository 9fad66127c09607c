import { useState } from 'react';

/**
 * An empty form after each that was sent: what comes next is another act.
 * @param sent called after it
 */
export function useFreshForm(sent: () => void) {
  const [key, setKey] = useState(0);
  const done = () => {
    setKey((last) => last + 1);
    sent();
  };
  return { key, done };
}
