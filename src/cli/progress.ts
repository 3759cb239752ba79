/** A progress bar on standard error, and nothing at all where no person is watching. */
import { Presets, SingleBar } from 'cli-progress'

export type Progress = {
  /** How far this stage is; without a total only the count is shown. */
  update(stage: string, done: number, total?: number): void
  stop(): void
}

/** A bar on a terminal; silent on a pipe, in a log, or when JSON was asked for. */
export function progressOn(stream: NodeJS.WriteStream, silent = false): Progress {
  if (silent || !stream.isTTY) return { update: () => {}, stop: () => {} }
  const bar = new SingleBar(
    {
      stream,
      format: '{stage} [{bar}] {percentage}% {value}/{total}',
      hideCursor: true,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  )
  let running = false
  return {
    update: (stage, done, total) => {
      const goal = Math.max(total ?? done, 1)
      if (!running) bar.start(goal, done, { stage })
      running = true
      bar.setTotal(goal)
      bar.update(Math.min(done, goal), { stage })
    },
    stop: () => {
      if (running) bar.stop()
      running = false
    },
  }
}
