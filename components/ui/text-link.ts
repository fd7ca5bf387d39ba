/** What a link in running text looks like. */
export const textLink = 'underline decoration-edge underline-offset-4 hover:decoration-ink'
