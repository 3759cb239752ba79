#!/usr/bin/env node
/** The `siks` command from any folder and any Node: hands over to src/cli/siks.ts on Node 24. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { environment, node24, root } from './lib/run.mjs'

const { status } = spawnSync(
  node24(),
  [join(root, 'src', 'cli', 'siks.ts'), ...process.argv.slice(2)],
  {
    env: environment(),
    stdio: 'inherit',
  },
)
process.exit(status ?? 1)
