/** Milliseconds of the processor that this process has had: other programs on the machine don't count. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
