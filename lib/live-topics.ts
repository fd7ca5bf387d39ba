/** What is published when a live question opens, closes or is shown; and when somebody has answered it. */
export const liveTopics = {
  state: (liveId: string) => `live ${liveId}`,
  answers: (liveId: string) => `live ${liveId} answers`,
} as const
