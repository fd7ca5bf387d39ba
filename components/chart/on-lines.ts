/** What letters look like that stand among lines: with a rim of paper, so that no line runs through them. */
export const onLines = 'fill-muted stroke-4 stroke-paper [paint-order:stroke]'
