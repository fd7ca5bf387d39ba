/** How one student stands in an assignment that runs. Instants are milliseconds since 1970 UTC. */
export type StudentNow = {
  readonly userId: string
  readonly name: string
  readonly state: 'not started' | 'running' | 'stopped' | 'handed in' | 'time up'
  readonly number: number | null
  readonly questions: number
  readonly answered: number
  readonly startedAt: number | null
  readonly endsAt: number | null
  /** When the newest of their acts arrived; null before any. */
  readonly lastAt: number | null
}
