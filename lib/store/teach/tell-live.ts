import 'server-only'
import { publish } from '../../live-hub'
import { assignmentTopic } from '../../live-topics'
import type { Loaded } from '../exam/exam-log'

/** Tells who watches an assignment that a try at it has changed; called after the write is on disk. */
export function tellLive({ assignmentId }: Pick<Loaded, 'assignmentId'>): void {
  if (assignmentId !== null) publish(assignmentTopic(assignmentId))
}
