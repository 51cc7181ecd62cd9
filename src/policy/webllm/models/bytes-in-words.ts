const units = [
  { size: 1e9, name: 'GB' },
  { size: 1e6, name: 'MB' },
  { size: 1e3, name: 'kB' },
] as const;

/** `4.3 GB`, `335 MB`, `20 bytes`: two digits are enough to decide by. */
export function bytesInWords(bytes: number): string {
  const unit = units.find(({ size }) => bytes >= size * 0.9995);
  if (!unit) return `${Math.round(bytes)} bytes`;
  const value = bytes / unit.size;
  return `${value < 9.95 ? value.toFixed(1) : value.toFixed(0)} ${unit.name}`;
}
