/** What is published when a live question opens, closes or is shown; and when somebody has answered it. */
export const liveTopics = {
  state: (liveId: string) => `live ${liveId}`,
  answers: (liveId: string) => `live ${liveId} answers`,
} as const

/** What is published when something of a try at this assignment has changed. */
export function assignmentTopic(assignmentId: string): string {
  return `assignment ${assignmentId}`
}

/** What is published when staff have changed when tries at this assignment end. */
export function clockTopic(assignmentId: string): string {
  return `clock ${assignmentId}`
}
