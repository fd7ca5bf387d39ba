import 'server-only'
import { isDiskFailure, isFailedSync } from './sqlite-error'

/** What the disk has answered to the writer so far. */
export type Disk = {
  /** Runs `commit` and notes how the disk answered. Throws what it throws, and throws without trying after a failed fsync. */
  commit<T>(commit: () => T): T
  /** What the disk answered to the newest commit, undefined where it took it. */
  failure(): Error | undefined
}

/** Makes the memory of the disk's answers for one writer. */
export function createDisk(): Disk {
  let failure: Error | undefined
  return {
    commit(commit) {
      // Only a restart, which reads the file again, can tell what is really there.
      if (isFailedSync(failure)) throw failure
      try {
        const value = commit()
        failure = undefined
        return value
      } catch (error) {
        if (isDiskFailure(error)) failure = error
        throw error
      }
    },
    failure: () => failure,
  }
}
