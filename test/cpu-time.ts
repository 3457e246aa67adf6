/**
 * The processor time of this process so far, in milliseconds. Unlike the time of day it does not
 * pass while other processes keep the machine busy.
 */
export const cpuTime = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};
