/** The answer of `work`, if it comes in time. One that comes later goes to `onLate`; a late failure is dropped. */
export async function inTime<Answer>(
  work: Promise<Answer>,
  ms: number,
  onLate: (answer: Answer) => void = () => undefined,
): Promise<Answer> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late(`No answer within ${ms} ms.`)), ms);
  });
  try {
    return await Promise.race([work, end]);
  } catch (error) {
    if (error instanceof Late) void work.then(onLate, () => undefined);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

class Late extends Error {}
