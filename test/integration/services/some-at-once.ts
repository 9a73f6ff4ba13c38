/** Runs a job for each number below `count`, some at once, for they mostly wait for the disk. */
export const someAtOnce = async (count: number, job: (n: number) => Promise<void>): Promise<void> => {
  let next = 0
  const work = async () => {
    for (let n = next++; n < count; n = next++) await job(n)
  }
  await Promise.all(Array.from({ length: 6 }, work))
}
