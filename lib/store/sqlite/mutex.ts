import 'server-only'

/** Lets the next in line go on. Calling it again does nothing. */
export type Release = () => void

export type Mutex = {
  /** Waits until all who asked earlier have released, first come, first served. */
  acquire(): Promise<Release>
}

/** Makes a mutex that serves in the order of asking. */
export function createMutex(): Mutex {
  let last = Promise.resolve()
  return {
    async acquire() {
      const before = last
      let release: Release = () => {}
      last = new Promise((resolve) => {
        release = resolve
      })
      await before
      return release
    },
  }
}
