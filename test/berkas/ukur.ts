/** Measures what a piece of work does to the process: its own time, memory and the event loop's longest pause. */

export type Measured = {
  /** Of the processor, all threads of this process: what others do on the machine does not count. */
  readonly milliseconds: number
  readonly grownMb: number
  /** Longest time for which the event loop answered nobody. */
  readonly pauseMilliseconds: number
}

const MB = 1024 * 1024
const TICK = 5

/** Runs the work and watches the process meanwhile. */
export async function measure<T>(
  work: () => Promise<T>,
): Promise<{ readonly value: T; readonly measured: Measured }> {
  const idle = process.memoryUsage.rss()
  let peak = idle
  let pause = 0
  let last = performance.now()
  const watch = () => {
    const now = performance.now()
    pause = Math.max(pause, now - last - TICK)
    last = now
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  const timer = setInterval(watch, TICK)
  const start = process.cpuUsage()
  try {
    const value = await work()
    watch()
    const { user, system } = process.cpuUsage(start)
    const milliseconds = (user + system) / 1000
    const grownMb = (peak - idle) / MB
    return { value, measured: { milliseconds, grownMb, pauseMilliseconds: pause } }
  } finally {
    clearInterval(timer)
  }
}
