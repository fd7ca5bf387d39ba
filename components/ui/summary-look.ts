/** What the line looks like that a folded part is opened by: a link in its colour, with the sign of what unfolds. */
export const summaryLook = 'min-h-11 w-fit cursor-pointer py-2 text-accent'
