/** In a worker: an error that nobody catches. */
export const throws = (): void =>
  void setTimeout(() => {
    throw new Error('thrown by the test');
  });
