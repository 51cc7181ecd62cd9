/** What is answered, or `silent` once the time is up: browsers may leave a promise open for ever. A later answer is let go. */
export async function inTime<Answer, Silent>(
  answer: Promise<Answer>,
  milliseconds: number,
  silent: Silent,
): Promise<Answer | Silent> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<Silent>((resolve) => {
    timer = setTimeout(() => resolve(silent), milliseconds);
  });
  try {
    return await Promise.race([answer, silence]);
  } finally {
    clearTimeout(timer);
  }
}
