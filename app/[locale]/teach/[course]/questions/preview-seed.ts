/** The order of the options in a preview, which stays while the author looks at it. */
export const previewSeed = 1
