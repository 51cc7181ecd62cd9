import { useEffect, useState } from 'react';

const measured = (): number => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;

/** By how much type is larger than at its usual 16 px to the rem: what a picture that is laid out in pixels grows by. */
export function useScale(): number {
  const [scale, setScale] = useState(measured);
  useEffect(() => {
    const changed = () => setScale(measured());
    addEventListener('resize', changed);
    return () => removeEventListener('resize', changed);
  }, []);
  return scale;
}
